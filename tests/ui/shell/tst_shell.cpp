// The catalogue of commands, settings, help and the first steps: everything of the shell that needs no run.
#include <QDirIterator>
#include <QTextBlock>
#include <QComboBox>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QtTest>
#include <set>

#include "core/targets/target.h"
#include "ui/bridge/english_plurals.h"
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/shell/actions.h"
#include "ui/shell/first_steps.h"
#include "ui/shell/help_viewer.h"
#include "ui/shell/main_window.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/target_chooser.h"

using namespace weft;
using namespace weft::ui;

namespace {

void keep_picture(QWidget& widget, const char* name) {
    const QString folder = qEnvironmentVariable("WEFT_SHOTS");
    if (!folder.isEmpty()) widget.grab().save(folder + "/" + name + ".png");
}

DocumentPtr hello() {
    QFile file(":/examples/hello.weft.yaml");
    if (!file.open(QIODevice::ReadOnly)) qFatal("no example");
    return *open_text(file.readAll().toStdString());
}

}  // namespace

class tst_shell : public QObject {
    Q_OBJECT
  private slots:
    void initTestCase() {
        QVERIFY(home_.isValid());
        qputenv("WEFT_STATE_DIR", home_.filePath("state").toUtf8());
        qputenv("WEFT_SOCKET", home_.filePath("runner.sock").toUtf8());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home_.filePath("config"));
        QCoreApplication::setOrganizationName("weftwork");
        QCoreApplication::setApplicationName("weftwork");
    }

    void every_command_does_something_and_no_key_means_two() {
        MainWindow window;
        std::set<QByteArray> ids;
        std::map<QString, QByteArray> keys;
        for (const ActionSpec& spec : action_table()) {
            if (*spec.id == '-') continue;
            QVERIFY2(ids.insert(spec.id).second, spec.id);
            QVERIFY2(window.actions().handled(spec.id), spec.id);
            QVERIFY2(!window.actions().get(spec.id)->text().isEmpty(), spec.id);
            for (const QKeySequence& key : window.actions().get(spec.id)->shortcuts()) {
                const QString text = key.toString();
                QVERIFY2(!keys.count(text), qPrintable(text + " means " + keys[text] + " and " + spec.id));
                keys[text] = spec.id;
            }
        }
    }

    void no_menu_gives_one_letter_to_two_commands() {
        MainWindow window;
        for (QAction* top : window.menuBar()->actions()) {
            std::map<QChar, QString> letters;
            for (QAction* action : top->menu()->actions()) {
                const qsizetype at = action->text().indexOf('&');
                if (at < 0) continue;
                const QChar letter = action->text()[at + 1].toLower();
                QVERIFY2(!letters.count(letter), qPrintable(top->text() + ": " + letters[letter] + " and " + action->text()));
                letters[letter] = action->text();
            }
        }
    }

    void settings_come_back_as_they_were() {
        Settings wanted = load_settings();
        wanted.language = "zh_CN";
        wanted.theme = ThemeChoice::dark;
        wanted.wheel = CanvasSettings::Wheel::scroll;
        wanted.targets = {{"argo", "4.1"}};
        wanted.kubernetes = "1.30";
        wanted.advice = true;
        for (int i = 0; i < 30; ++i) remember_recent(wanted, QString("/flow-%1").arg(i % 20));
        save_settings(wanted);
        const Settings read = load_settings();
        QCOMPARE(read.language, wanted.language);
        QCOMPARE(int(read.theme), int(wanted.theme));
        QCOMPARE(int(read.wheel), int(wanted.wheel));
        QCOMPARE(target_names(read.targets), target_names(wanted.targets));
        QCOMPARE(read.kubernetes, wanted.kubernetes);
        QCOMPARE(read.advice, true);
        QCOMPARE(read.recent.size(), qsizetype(12));
        QCOMPARE(read.recent.first(), QString("/flow-9"));
        save_settings({});
    }

    void the_dialog_gives_back_what_was_chosen() {
        SettingsDialog dialog(Settings{});
        dialog.show();
        keep_picture(dialog, "settings");
        dialog.findChild<QComboBox*>("settings-theme")->setCurrentIndex(2);
        dialog.findChild<QComboBox*>("settings-wheel")->setCurrentIndex(1);
        QCOMPARE(int(dialog.settings().theme), int(ThemeChoice::dark));
        QCOMPARE(int(dialog.settings().wheel), int(CanvasSettings::Wheel::scroll));
    }

    void every_rule_has_a_page_that_the_viewer_finds() {
        HelpViewer help;
        help.show();
        const QString none = "There is no page";
        for (const lint::Rule* rule : all_rules()) {
            help.show_rule(QString::fromUtf8(rule->id));
            QVERIFY2(!help.findChild<QTextBrowser*>("help-text")->toPlainText().contains(none), rule->id);
        }
        for (const char* page : {"index", "drawing", "first-steps"}) {
            help.show_page(page);
            QVERIFY2(!help.findChild<QTextBrowser*>("help-text")->toPlainText().contains(none), page);
        }
        keep_picture(help, "help");
        help.findChild<QLineEdit*>("help-search")->setText("dynamic.out");
        QVERIFY(help.findChild<QListWidget*>("help-pages")->count() > 0);
        QVERIFY(help.findChild<QListWidget*>("help-pages")->count() < HelpViewer::pages().size());
    }

    void every_picture_of_a_page_is_there() {
        HelpViewer viewer;
        auto* text = viewer.findChild<QTextBrowser*>("help-text");
        int pictures = 0;
        QDirIterator pages(QStringLiteral(":/help"), {QStringLiteral("*.md")}, QDir::Files, QDirIterator::Subdirectories);
        while (pages.hasNext()) {
            const QString page = pages.next().mid(7).chopped(3);
            viewer.show_page(page);
            for (QTextBlock block = text->document()->begin(); block.isValid(); block = block.next())
                for (auto part = block.begin(); !part.atEnd(); ++part) {
                    const QTextImageFormat format = part.fragment().charFormat().toImageFormat();
                    if (!format.isValid()) continue;
                    const auto picture = text->document()->resource(QTextDocument::ImageResource, format.name()).value<QImage>();
                    QVERIFY2(!picture.isNull() && picture.width() / picture.devicePixelRatio() <= 600, qPrintable(page + ": " + format.name()));
                    ++pictures;
                }
        }
        QVERIFY(pictures >= 10);
    }

    void the_chooser_takes_one_version_of_an_engine() {
        TargetChooser chooser;
        emit chooser.menu()->aboutToShow();
        QAction* argo = nullptr;
        for (QAction* action : chooser.menu()->actions())
            if (!argo && action->objectName().startsWith("check-for-argo@")) argo = action;
        QVERIFY(argo);
        argo->trigger();
        QCOMPARE(chooser.chosen().size(), std::size_t(1));
        QVERIFY(chooser.text().contains("Argo"));
    }

    void english_knows_one_and_many() {
        EnglishPlurals plurals;
        QCOMPARE(plurals.translate("", "%n task(s)", nullptr, 1), QString("%n task"));
        QCOMPARE(plurals.translate("", "%n task(s)", nullptr, 0), QString("%n tasks"));
        QVERIFY(plurals.translate("", "Open file(s)", nullptr, -1).isNull());
    }

    void breaking_a_task_is_one_step_that_can_be_undone() {
        FlowDocument document(hello(), {});
        const QString before = document.text();
        QVERIFY(document.commit("Break", break_a_task));
        QVERIFY(document.text().contains("dynamic.out(greet)"));
        QCOMPARE(document.undo_stack().count(), 1);
        document.undo_stack().undo();
        QCOMPARE(document.text(), before);
        FlowDocument other(*open_text("weftwork: 1\nname: x\ntasks: []\n"), {});
        QVERIFY2(!other.commit("Break", break_a_task), "a flow without the task is refused");
    }

    void about_names_licence_and_versions() {
        for (const char* part : {"Apache-2.0", "Qt", "SQLite", "libcurl", WEFT_VERSION}) QVERIFY2(about_text().contains(part), part);
    }

  private:
    QTemporaryDir home_;
};

QTEST_MAIN(tst_shell)
#include "tst_shell.moc"
