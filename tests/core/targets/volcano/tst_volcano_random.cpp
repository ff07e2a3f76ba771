// Random drawing on real files: a gesture is written and read back equal, or refused with a reason of its own; undo restores every byte.
#include <QtTest>

#include <map>

#include "core/targets/document.h"
#include "tests/core/targets/drawer.h"
#include "tests/core/targets/volcano/files.h"

using namespace weft;
using namespace weft::volcano_test;
using test::Drawer;

class TestVolcanoRandom : public QObject {
    Q_OBJECT
    static std::string with_crlf(const std::string& text) { return QString::fromStdString(text).replace("\n", "\r\n").toStdString(); }

  private slots:
    void drawing() {
        std::vector<std::string> texts;
        for (const QString& file : own_files() + corpus_files()) texts.push_back(read_all(file));
        for (std::size_t i = 0, n = texts.size(); i < n; ++i) texts.push_back("\xEF\xBB\xBF" + with_crlf(texts[i]));
        const unsigned seed = qEnvironmentVariableIsSet("WEFT_SEED") ? unsigned(qEnvironmentVariableIntValue("WEFT_SEED")) : 7u;
        Drawer drawer{std::mt19937(seed)};
        int done = 0, refused = 0, wrong = 0;
        std::map<std::string, int> reasons;
        const int rounds = qEnvironmentVariableIsSet("WEFT_THOROUGH") ? 3000 : 250;
        for (int round = 0; round < rounds; ++round) {
            const std::string& text = texts[std::size_t(drawer.below(texts.size()))];
            Result<DocumentPtr> document = open_text(text, "case", std::size_t(drawer.below(2)));
            if (!document) document = open_text(text, "case");
            QVERIFY(document);
            for (int step = 0; step < 8; ++step) {
                std::string gesture;
                const Result<Flow> drawn = drawer.gesture(*(*document)->flow, gesture);
                if (!drawn) continue;
                Result<Edited> next = commit(*document, *drawn);
                if (!next) {
                    const std::string reason = english(next.error().message);
                    const bool generic = reason.starts_with("this change cannot be written without") || reason.starts_with("the file cannot hold this change");
                    if (generic && ++wrong <= 8) qWarning("%s: %s\n%s", gesture.c_str(), reason.c_str(), (*document)->text.c_str());
                    ++reasons[(generic ? "WRONG " : "") + gesture + ": " + reason.substr(0, 90)];
                    ++refused;
                    continue;
                }
                QVERIFY(yaml::apply(next->document->text, yaml::inverse(next->edits)) == (*document)->text);
                document = next->document;
                ++done;
            }
        }
        for (const auto& [reason, n] : reasons) qInfo("%4d %s", n, reason.c_str());
        qInfo("%d gestures written, %d refused with a reason", done, refused);
        QCOMPARE(wrong, 0);
        QVERIFY(done > rounds);
    }
};

QTEST_GUILESS_MAIN(TestVolcanoRandom)
#include "tst_volcano_random.moc"
