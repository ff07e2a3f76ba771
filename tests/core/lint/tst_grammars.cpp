// Names, image references and quantities: tables, and the names against an independent oracle (regular expressions from the Kubernetes sources).
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QtTest>

#include "core/lint/image_reference.h"
#include "core/lint/names.h"
#include "core/lint/quantity.h"

using namespace weft::lint;
using Fault = ImageReference::Fault;

class tst_grammars : public QObject {
    Q_OBJECT

  private slots:
    void names_agree_with_the_oracle() {
        const QRegularExpression strict("\\A[-._a-zA-Z][-._a-zA-Z0-9]*\\z"), relaxed("\\A[ -<>-~]+\\z"), identifier("\\A[A-Za-z_][A-Za-z0-9_]*\\z");
        const std::string alphabet = "aZ09_-.=( )$~\x01\x7f";
        QRandomGenerator random(1);
        for (int i = 0; i < 20000; ++i) {
            std::string name;
            for (int n = random.bounded(6); n > 0; --n) name += alphabet[std::size_t(random.bounded(int(alphabet.size())))];
            const QString text = QString::fromLatin1(name.data(), int(name.size()));
            const bool dots = text == "." || text.startsWith("..");
            QVERIFY2(is_env_name_strict(name) == (strict.match(text).hasMatch() && !dots), name.c_str());
            QVERIFY2(is_env_name_relaxed(name) == relaxed.match(text).hasMatch(), name.c_str());
            QVERIFY2(is_c_identifier(name) == identifier.match(text).hasMatch(), name.c_str());
            QVERIFY2(is_c_identifier(shell_name(name)), shell_name(name).c_str());
        }
    }

    void shell_names_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("dynamic") << "dynamic.out(greet)" << "dynamic_out_greet";
        QTest::newRow("dynamic, odd inside") << "dynamic.out(03-task)" << "dynamic_out_03_task";
        QTest::newRow("digit first") << "1ST" << "_1ST";
        QTest::newRow("fits") << "MY_VAR" << "MY_VAR";
        QTest::newRow("empty") << "" << "_";
    }
    void shell_names() {
        QFETCH(QString, name);
        QFETCH(QString, wanted);
        QCOMPARE(QString::fromStdString(shell_name(name.toStdString())), wanted);
    }

    void images_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("fault");
        const auto row = [](const QString& text, Fault fault) { QTest::newRow(qPrintable(text.left(60))) << text << int(fault); };
        const QString hex64(64, 'a');
        for (const char* good : {"a", "alpine", "alpine:3.20", "library/alpine", "localhost/a", "localhost:5000/a/b:1", "test:5000/repo", "test.com/repo:tag", "test.com:5000/repo:tag",
                                 "a.b.c/d", "xn--n3h.com/myimage:xn--n3h.com", "foo_bar.com:8080", "foo/foo_bar.com:8080", "a__b", "a---b", "a.b", "a_b-c.d", "[2001:db8::1]/repo",
                                 "[2001:db8::1]:5000/repo:tag", "192.168.1.1:5000/repo", "HOST.com/repo", "REPO/x.y" /* an upper-case host */, "a/b/c/d/e/f", "alpine:V1_x.y-z"})
            row(good, Fault::none);
        row("alpine@sha256:" + hex64, Fault::none);
        row("alpine:3.20@sha256:" + hex64, Fault::none);
        row("alpine@sha512:" + QString(128, 'b'), Fault::none);
        row(QString(255, 'a'), Fault::none);
        row("alpine:" + QString(128, 'x'), Fault::none);
        row("", Fault::empty);
        for (const char* bad : {":justtag", "@sha256:", "a:", "a/", "/a", "a//b", "-a", "a-", "a..b", "a___b", "a._b", "alpine 3", "alpine:3 20", "alpine:.x", "alpine:-x", "aa/asdf$$^/aa", "a:b:c", "a/b:ta/g",
                                "a_", ".a", "https://a/b"})
            row(bad, std::string_view(bad) == "@sha256:" ? Fault::digest : Fault::grammar);
        for (const char* capitals : {"Alpine", "acme/Train", "localhost:5000/Acme/train:1", "aA/b"}) row(capitals, std::string_view(capitals) == "aA/b" ? Fault::none : Fault::uppercase);
        row("alpine@sha256:1234", Fault::digest);
        row("alpine@md5:" + QString(32, 'a'), Fault::digest);
        row("alpine@sha256:" + QString(64, 'A'), Fault::digest);
        row("alpine@", Fault::digest);
        row(QString(256, 'a'), Fault::long_name);
        row("alpine:" + QString(129, 'x'), Fault::long_tag);
    }
    void images() {
        QFETCH(QString, text);
        QFETCH(int, fault);
        QCOMPARE(int(parse_image(text.toStdString()).fault), fault);
    }

    void image_parts() {
        const ImageReference image = parse_image("localhost:5000/acme/train:1.2");
        QCOMPARE(image.repository, std::string("localhost:5000/acme/train"));
        QCOMPARE(image.tag, std::string("1.2"));
        QVERIFY(image.digest.empty());
    }

    void quantities_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("good");
        QTest::addColumn<double>("value");
        for (const auto& [text, value] : std::initializer_list<std::pair<const char*, double>>{
                 {"1", 1}, {"0.5", 0.5}, {"500m", 0.5}, {"1Ki", 1024}, {"1k", 1000}, {"512Mi", 512.0 * 1048576}, {"2048M", 2048e6}, {"1e3", 1000}, {"1E3", 1000}, {"1.5Gi", 1.5 * 1073741824},
                 {"+1", 1}, {"-1", -1}, {"1e-3", 0.001}, {".5", 0.5}, {"5.", 5}, {"1E", 1e18}, {"0", 0}})
            QTest::newRow(text) << QString(text) << true << value;
        for (const char* text : {"", "m", "1 Gi", "512mb", "1GB", "two", "1.2.3", "1ki", "1e", "1e+", "1Mib", "1K", "0x10"}) QTest::newRow(*text ? text : "empty") << QString(text) << false << 0.0;
    }
    void quantities() {
        QFETCH(QString, text);
        QFETCH(bool, good);
        QFETCH(double, value);
        const std::string bytes = text.toStdString();
        const std::optional<Quantity> quantity = parse_quantity(bytes);
        QCOMPARE(quantity.has_value(), good);
        if (good) QCOMPARE(quantity->value, value);
    }

    void nearest_names() {
        QCOMPARE(nearest("fetsh", {"train", "fetch"}), std::string("fetch"));
        QCOMPARE(nearest("xyz", {"train", "fetch"}), std::string());
        QCOMPARE(nearest("fetch", {"fetch"}), std::string());  // the same is no correction
    }

    void quoting_never_cuts_a_character() {
        const std::string text = weft::lint::quoted(std::string(100, 'a') + "größe größe größe größe größe");
        QVERIFY(QString::fromStdString(text).toStdString() == text);
    }
};

QTEST_GUILESS_MAIN(tst_grammars)
#include "tst_grammars.moc"
