// Every table is readable: 4.5:1 for text, 3:1 for shapes, 7:1 in high contrast. A state is always a shape, a colour and a word.
#include <QApplication>
#include <QPainter>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include "ui/base/state_glyph.h"
#include "ui/base/theme.h"
#include "ui/bridge/text.h"

using namespace weft;
using namespace weft::ui;

class ThemeTest : public QObject {
    Q_OBJECT

    static void tables() {
        QTest::addColumn<int>("choice");
        QTest::newRow("light") << int(ThemeChoice::light);
        QTest::newRow("dark") << int(ThemeChoice::dark);
        QTest::newRow("high contrast") << int(ThemeChoice::high_contrast);
    }

    static QImage drawn(Glyph glyph) {
        QImage image(32, 32, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paint_glyph(painter, QPointF(16, 16), glyph, 28);
        return image;
    }

  private slots:
    void cleanup() { Theme::instance().choose(ThemeChoice::light); }

    void words_can_be_read_data() { tables(); }
    void words_can_be_read() {
        QFETCH(int, choice);
        const Colours& c = colour_table(ThemeChoice(choice));
        const qreal least = ThemeChoice(choice) == ThemeChoice::high_contrast ? 7 : 4.5;
        const auto readable = [&](const QColor& ink, const QColor& ground, const char* what) {
            QVERIFY2(contrast(ink, ground) >= least, qPrintable(QString("%1: %2:1, wanted %3:1").arg(what).arg(contrast(ink, ground), 0, 'f', 2).arg(least)));
        };
        for (const auto& [ground, name] : {std::pair{c.canvas, "canvas"}, {c.panel, "panel"}, {c.panel2, "panel2"}, {c.node, "node"}, {c.lane, "lane"}, {c.code, "code"}}) {
            readable(c.text, ground, name);
            readable(c.muted, ground, name);
            readable(c.faint, ground, name);
        }
        for (const auto& [ink, name] : {std::pair{c.ok, "ok"}, {c.run, "run"}, {c.fail, "fail"}, {c.warn, "warn"}, {c.accent, "accent"}}) {
            readable(ink, c.node, name);
            readable(ink, c.panel, name);
        }
        readable(c.on_accent, c.accent, "on accent");
        readable(c.accent, c.accent_bg, "accent on its pale self");
        readable(c.fail, c.fail_bg, "failed banner");
        readable(c.ok, c.ok_bg, "succeeded banner");
        readable(c.text, c.fail_bg, "text in the failed banner");
        readable(c.text, c.accent_bg, "selected row");
    }

    void shapes_can_be_seen_data() { tables(); }
    void shapes_can_be_seen() {
        QFETCH(int, choice);
        const Colours& c = colour_table(ThemeChoice(choice));
        for (const QColor& ink : {c.ok, c.run, c.fail, c.wait, c.warn}) {
            for (const QColor& ground : {c.node, c.panel, c.lane}) QVERIFY2(contrast(ink, ground) >= 3, qPrintable(ink.name() + " on " + ground.name()));
        }
    }

    void every_stage_has_a_shape_and_a_word() {
        using run::Stage;
        for (int at = int(Stage::waiting); at <= int(Stage::lost); ++at) {
            const Stage stage = Stage(at);
            QVERIFY2(glyph_of(stage) != Glyph::none, run::stage_name(stage));
            QVERIFY2(!word_of(stage).isEmpty(), run::stage_name(stage));
            QVERIFY2(colour_of(glyph_of(stage)).isValid(), run::stage_name(stage));
        }
        QCOMPARE(glyph_of(Stage::none), Glyph::none);
        for (int at = 0; at <= int(run::Outcome::unknown); ++at) QVERIFY(!word_of(run::Outcome(at)).isEmpty());
    }

    void no_two_shapes_look_the_same() {
        QSet<QByteArray> seen;
        for (int at = int(Glyph::waiting); at <= int(Glyph::info); ++at) {
            const QImage image = drawn(Glyph(at));
            QImage shape = image.convertToFormat(QImage::Format_Alpha8);   // without colour: shape alone must tell
            // A filled disc, octagon and square differ in outline; their marks are cut in another colour, so compare grey too.
            const QByteArray key = QByteArray(reinterpret_cast<const char*>(shape.constBits()), int(shape.sizeInBytes()));
            QVERIFY2(!seen.contains(key), qPrintable(QString("glyph %1").arg(at)));
            seen.insert(key);
        }
        QVERIFY(!glyph_icon(Glyph::failed).isNull());
    }

    void choosing_changes_the_application() {
        Theme& theme = Theme::instance();
        QSignalSpy spy(&theme, &Theme::changed);
        theme.choose(ThemeChoice::dark);
        QVERIFY(theme.dark());
        QCOMPARE(QApplication::palette().color(QPalette::Window), colour_table(ThemeChoice::dark).panel);
        theme.choose(ThemeChoice::light);
        QVERIFY(!theme.dark());
        QCOMPARE(spy.count(), 2);
        QVERIFY(!qApp->styleSheet().contains(u'@'));
    }

    void half_pixels_count() {
        const QFont font = Theme::instance().font(10.5, 600);
        QVERIFY(font.pointSizeF() > 0);
        QCOMPARE(int(font.weight()), 600);
        QVERIFY(Theme::instance().font(11.5).pointSizeF() > font.pointSizeF());
        QVERIFY(!Theme::instance().mono(12).families().isEmpty());
    }

    void messages_are_filled_in_one_pass() {
        QCOMPARE(translated({"task %1 needs %2", {"a%2", "ä"}}), QStringLiteral("task a%2 needs ä"));
        QCOMPARE(translated({"%n tasks", {}, 3}), QStringLiteral("3 tasks"));
        QCOMPARE(translated({"100 % sure, %3", {"x"}}), QStringLiteral("100 % sure, %3"));
        QCOMPARE(utf8(qs("日本")), std::string("日本"));
    }
};

QTEST_MAIN(ThemeTest)
#include "tst_theme.moc"
