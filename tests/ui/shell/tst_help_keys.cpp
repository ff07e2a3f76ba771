// The help page's table of keys against the keys there are: every key of the action table and every key the drawing takes stands on it, and it names none that
// does not exist.
#include <QAction>
#include <QFile>
#include <QKeyEvent>
#include <QRegularExpression>
#include <QTest>

#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/canvas/canvas.h"
#include "ui/shell/actions.h"

using namespace weft;
using namespace weft::ui;

class HelpKeys : public QObject {
    Q_OBJECT

    QString table_;

    // As the page writes it.
    static QString spelled(const QKeySequence& keys) {
        QString text = keys.toString(QKeySequence::PortableText);
        for (const auto& [code, page] : {std::pair("Return", "Enter"), {"Escape", "Esc"}}) text.replace(QLatin1String(code), QLatin1String(page));
        return text;
    }
    bool on_page(const QString& key) const {
        return QRegularExpression(QStringLiteral("(?<![\\w+])%1(?![\\w+])").arg(QRegularExpression::escape(key))).match(table_).hasMatch();
    }
    // Whether the drawing does something with a key: what it does not take it hands on.
    static bool taken(Qt::Key key, Qt::KeyboardModifiers modifiers) {
        const std::unique_ptr<FlowDocument> document = document_of(nightly());
        Canvas canvas(*document);
        canvas.resize(800, 600);
        document->select({id_of(*document, "train")});
        QKeyEvent event(QEvent::KeyPress, key, modifiers);
        QCoreApplication::sendEvent(&canvas, &event);
        return event.isAccepted();
    }
    static QStringList of_the_actions() {
        QStringList keys;
        for (const ActionSpec& spec : action_table())
            for (const QKeySequence& one : Actions::table_shortcuts(spec.id)) keys << spelled(one);
        keys.removeDuplicates();
        return keys;
    }
    static QStringList of_the_drawing() {
        std::vector<Qt::Key> keys{Qt::Key_Space, Qt::Key_Escape, Qt::Key_Return, Qt::Key_Delete, Qt::Key_Backspace, Qt::Key_Home, Qt::Key_End, Qt::Key_Insert, Qt::Key_PageUp,
                                  Qt::Key_PageDown, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_Equal, Qt::Key_Comma, Qt::Key_Period, Qt::Key_Slash};
        for (int key = Qt::Key_A; key <= Qt::Key_Z; ++key) keys.push_back(Qt::Key(key));
        for (int key = Qt::Key_0; key <= Qt::Key_9; ++key) keys.push_back(Qt::Key(key));
        for (int key = Qt::Key_F1; key <= Qt::Key_F12; ++key) keys.push_back(Qt::Key(key));
        QStringList found;
        for (const Qt::Key key : keys) {
            const bool plain = taken(key, Qt::NoModifier), shift = taken(key, Qt::ShiftModifier), ctrl = taken(key, Qt::ControlModifier);
            const bool whatever = plain && shift && ctrl && taken(key, Qt::AltModifier);   // modifiers mean nothing to it
            if (plain) found << spelled(QKeySequence(key));
            if (shift && !whatever) found << QStringLiteral("Shift+") + spelled(QKeySequence(key));
            if (ctrl && (!whatever || key == Qt::Key_Delete || key == Qt::Key_Backspace)) found << QStringLiteral("Ctrl+") + spelled(QKeySequence(key));
        }
        return found;
    }

  private slots:
    void initTestCase() {
        QFile page(QStringLiteral(":/help/drawing.md"));
        QVERIFY(page.open(QIODevice::ReadOnly));
        for (const QString& line : QString::fromUtf8(page.readAll()).split(u'\n'))
            if (line.startsWith(u'|')) table_ += line.section(u'|', 2) + u'\n';
        QVERIFY(on_page("Ctrl+Shift+V") && on_page("Ctrl+,") && on_page("Ctrl++") && !on_page("Ctrl+Shift") && !on_page("Ctrl+Shift+F12"));
    }

    void every_action() {
        QStringList missing;
        for (const QString& key : of_the_actions())
            if (!on_page(key)) missing << key;
        QCOMPARE(missing.join(' '), QString());
    }

    void every_key_of_the_drawing() {
        const QStringList keys = of_the_drawing();
        QVERIFY2(keys.contains("D") && keys.contains("Shift+A") && keys.contains("Ctrl+1") && keys.contains("Esc") && !keys.contains("Q"), qPrintable(keys.join(' ')));
        QStringList missing;
        for (const QString& key : keys)
            if (!on_page(key)) missing << key;
        QCOMPARE(missing.join(' '), QString());
        for (const Qt::Key key : {Qt::Key_Left, Qt::Key_Right, Qt::Key_Up, Qt::Key_Down}) QVERIFY(taken(key, Qt::NoModifier));
        for (const char* words : {"arrow keys", "Ctrl + arrows", "Ctrl + Shift + arrows", "Shift + left or right", "Shift + up or down"}) QVERIFY2(table_.contains(QLatin1String(words)), words);
    }

    void none_that_is_not() {
        QStringList known = of_the_actions() + of_the_drawing();
        known << "Ctrl+Space" << "M" << "Shift+N";   // the completion's, the minimap's, a note's
        QStringList unknown;
        static const QRegularExpression key(QStringLiteral("(?<![\\w+])(?:(?:Ctrl|Shift|Alt)\\+)+(?:F\\d+|[A-Z][a-z]+|[A-Z0-9]|[+,.=-])(?![\\w+])|(?<![\\w+])F\\d+"));
        for (auto at = key.globalMatch(table_); at.hasNext();)
            if (const QString one = at.next().captured(); !known.contains(one)) unknown << one;
        QCOMPARE(unknown.join(' '), QString());
    }
};

QTEST_MAIN(HelpKeys)
#include "tst_help_keys.moc"
