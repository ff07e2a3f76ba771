// Protobuf files and packages: read only, untitled; bytes that lie are refused and never crash.
#include <QtTest>

#include "core/targets/document.h"
#include "core/targets/flyte/decode.h"
#include "tests/core/targets/flyte/document.h"

using namespace weft;

namespace {

std::string bytes_of(const char* name) { return flyte_test::slurp(std::filesystem::path(WEFT_TEST_DATA) / "flyte/pb" / name); }

}  // namespace

class TestFlyteDecode : public QObject {
    Q_OBJECT
  private slots:
    void aTask() {
        const Result<DocumentPtr> document = open_text(bytes_of("0_demo.count_1.pb"), "0_demo.count_1.pb");
        QVERIFY2(document.has_value(), document ? "" : describe(document.error()).c_str());
        const Task& task = *(*document)->flow->main.tasks.front();
        QCOMPARE(task.own->environment.image.value_or(""), std::string("alpine:3.20"));
        QCOMPARE(task.own->timeout, std::string("600.5s"));
        QCOMPARE(task.own->retry->limit->text, std::string("2"));
        QVERIFY((*document)->text.find("\"ratio\": 0.5") != std::string::npos);
        QVERIFY((*document)->issues.empty());
    }
    void readOnlyAndUntitled() {
        const Result<DocumentPtr> document = open_text(bytes_of("1_demo.wf_2.pb"), "1_demo.wf_2.pb");
        QVERIFY(document.has_value());
        QVERIFY((*document)->file.empty());
        QVERIFY(!(*document)->format->abilities.edit);
        QCOMPARE((*document)->flow->main.tasks.size(), std::size_t(2));
        QVERIFY(!commit(*document, *(*document)->flow));
    }
    void aPackageIsOneUnit() {
        const Result<DocumentPtr> document = open_text(bytes_of("package.tgz"), "package.tgz");
        QVERIFY2(document.has_value(), document ? "" : describe(document.error()).c_str());
        const Flow& flow = *(*document)->flow;
        QCOMPARE(flow.main.tasks.front()->definition, std::string("demo.count"));
        QCOMPARE(flow.schedule->crons.front(), std::string("@every 5h"));
        QCOMPARE(flow.parameters.front().value->text, std::string("world"));
    }
    void everyCutAndEveryFlippedByte() {
        for (const char* name : {"0_demo.count_1.pb", "1_demo.wf_2.pb", "2_demo.wf_3.pb", "package.tgz"}) {
            const std::string whole = bytes_of(name);
            QVERIFY(!whole.empty());
            for (std::size_t cut = 0; cut < whole.size(); ++cut) (void)flyte::decode(whole.substr(0, cut), name);
            for (std::size_t at = 0; at < whole.size(); ++at) {
                std::string bent = whole;
                bent[at] = char(~bent[at]);
                (void)flyte::decode(bent, name);
            }
        }
    }
    void depthIsLimited() {
        std::string nested;   // collectionType in collectionType …: field 3 of LiteralType
        for (int i = 0; i < 5000; ++i) {
            std::string length;
            for (std::size_t n = nested.size();; n >>= 7) {
                length += char((n & 0x7F) | (n > 0x7F ? 0x80 : 0));
                if (n <= 0x7F) break;
            }
            nested = '\x1a' + length + nested;
        }
        QVERIFY(!flyte::decode_message(nested, "LiteralType"));
    }
    void lengthsBeyondTheEnd() {
        QVERIFY(!flyte::decode_message("\x0a\x7f", "TaskSpec"));
        QVERIFY(!flyte::decode_message("\x0a\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", "TaskSpec"));
        QVERIFY(!flyte::decode("\x1f\x8b nothing of gzip in here", "package.tgz"));
    }
};

QTEST_GUILESS_MAIN(TestFlyteDecode)
#include "tst_flyte_decode.moc"
