// Small parts of the window by themselves: settings, search, help, the first steps' breakage, what the trust question lists.
#include <QCompleter>
#include <QDir>
#include <QFile>
#include <QListWidget>
#include <QRegularExpression>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTextBrowser>

#include "core/targets/target.h"
#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/shell/find_task.h"
#include "ui/shell/first_steps.h"
#include "ui/shell/help_viewer.h"
#include "ui/shell/settings.h"
#include "ui/shell/settings_dialog.h"
#include "ui/shell/will_run.h"

using namespace weft;
using namespace weft::ui;

class TestShellParts : public QObject {
    Q_OBJECT

    QTemporaryDir dir;

    static std::unique_ptr<FlowDocument> hello() {
        QFile in(QStringLiteral(":/examples/hello.weft.yaml"));
        return in.open(QIODevice::ReadOnly) ? document_of(in.readAll()) : nullptr;
    }
    static QString page_text(const QString& page) {
        QFile in(QStringLiteral(":/help/") + page + QStringLiteral(".md"));
        return in.open(QIODevice::ReadOnly) ? QString::fromUtf8(in.readAll()) : QString();
    }

  private slots:
    void initTestCase() {
        QCoreApplication::setOrganizationName("weftwork-test");
        QCoreApplication::setApplicationName("weftwork-test");
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, dir.filePath("settings"));
    }

    void settings_come_back_as_they_were_saved() {
        Settings settings;
        QVERIFY(load_settings().targets.empty());
        settings.language = "zh_CN";
        settings.theme = ThemeChoice::high_contrast;
        settings.wheel = CanvasSettings::Wheel::scroll;
        settings.targets = {{"argo", "4.1"}, {"volcano", "1.12"}};
        settings.kubernetes = "1.35";
        settings.advice = true;
        settings.welcome = false;
        settings.recent = QStringList{"/tmp/a, b.yaml", "/tmp/ü.yaml"};
        save_settings(settings);
        const Settings read = load_settings();
        QCOMPARE(read.language, settings.language);
        QVERIFY(read.theme == settings.theme && read.wheel == settings.wheel);
        QCOMPARE(read.targets.size(), std::size_t(2));
        QCOMPARE(read.targets[1].id, std::string("volcano"));
        QCOMPARE(read.targets[1].version, std::string("1.12"));
        QCOMPARE(read.kubernetes, settings.kubernetes);
        QVERIFY(read.advice && !read.welcome);
        QCOMPARE(read.recent, settings.recent);
        SettingsDialog dialog(read);                    // shows and gives back the same
        QCOMPARE(dialog.settings().language, read.language);
        QVERIFY(dialog.settings().theme == read.theme && dialog.settings().wheel == read.wheel);
        QCOMPARE(dialog.settings().targets.size(), read.targets.size());
        QCOMPARE(dialog.settings().kubernetes, read.kubernetes);
        QCOMPARE(dialog.settings().recent, read.recent);
    }

    void recent_files_are_few_and_each_once() {
        Settings settings;
        for (int i = 0; i < 30; ++i) remember_recent(settings, QString::number(i));
        QCOMPARE(settings.recent.size(), 12);
        QCOMPARE(settings.recent.front(), QString("29"));
        remember_recent(settings, "25");
        QCOMPARE(settings.recent.front(), QString("25"));
        QCOMPARE(settings.recent.count("25"), 1);
    }

    void every_theme_has_a_key() {
        for (ThemeChoice choice : {ThemeChoice::system, ThemeChoice::light, ThemeChoice::dark, ThemeChoice::high_contrast}) QVERIFY(theme_of(theme_key(choice)) == choice);
        QVERIFY(theme_of("purple") == ThemeChoice::system);
    }

    void tasks_are_found_by_name_image_and_command_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("task");
        QTest::newRow("name") << "evalu" << "evaluate";
        QTest::newRow("image") << "curlimages" << "fetch";
        QTest::newRow("command") << "train.py" << "train";
        QTest::newRow("script") << "clean(open" << "clean";
        QTest::newRow("handler") << "KEEP" << "keep-logs";
        QTest::newRow("nothing") << "no such thing" << "";
    }
    void tasks_are_found_by_name_image_and_command() {
        QFETCH(QString, typed);
        QFETCH(QString, task);
        const auto document = document_of(nightly());
        FindTask find;
        find.show_document(document.get());
        find.show();
        QVERIFY(QTest::qWaitForWindowExposed(&find));
        find.activateWindow();
        find.open();
        QTRY_VERIFY(find.hasFocus());
        QSignalSpy found(&find, &FindTask::found);
        QTest::keyClicks(&find, typed);
        QTest::keyClick(&find, Qt::Key_Return);
        QCOMPARE(found.count(), task.isEmpty() ? 0 : 1);
        if (!task.isEmpty()) QCOMPARE(found[0][0].value<TaskId>(), id_of(*document, qPrintable(task)));
    }

    void every_rule_has_a_page() {
        const QStringList pages = HelpViewer::pages();
        QCOMPARE(pages.value(0), QString("index"));
        for (const lint::Rule* rule : all_rules()) {
            const QString page = QStringLiteral("rules/") + QString(qs(rule->id)).replace('/', '-');
            QVERIFY2(pages.contains(page), qPrintable(page));
            QVERIFY2(page_text(page).contains(qs(rule->id)), qPrintable(page));
        }
    }

    void every_link_of_the_help_leads_somewhere() {
        const QStringList pages = HelpViewer::pages();
        const QRegularExpression link(QStringLiteral("\\]\\(([^)#:]+\\.md)[^)]*\\)"));
        for (const QString& page : pages) {
            const QString folder = page.contains('/') ? page.section('/', 0, -2) + '/' : QString();
            for (auto it = link.globalMatch(page_text(page)); it.hasNext();) {
                const QString to = QDir::cleanPath(folder + it.next().captured(1)).remove(QStringLiteral(".md"));
                QVERIFY2(pages.contains(to), qPrintable(page + " -> " + to));
            }
        }
    }

    void the_help_is_searched_and_read() {
        HelpViewer help;
        help.show_rule("env/dynamic-out");
        QCOMPARE(help.page(), QString("rules/env-dynamic-out"));
        auto* list = help.findChild<QListWidget*>("help-pages");
        const int all = list->count();
        QCOMPARE(all, HelpViewer::pages().size());
        help.findChild<QLineEdit*>("help-search")->setText("dynamic");
        QVERIFY(list->count() > 0 && list->count() < all);
        // One list of all rules, made from the catalogue; the first page leads to it, and every line to its rule.
        QCOMPARE(HelpViewer::pages().count("rules"), 1);
        QVERIFY(!QFile::exists(":/help/rules.md"));
        help.show_page("index");
        emit help.findChild<QTextBrowser*>("help-text")->anchorClicked(QUrl("rules/"));
        QCOMPARE(help.page(), QString("rules"));
        for (const lint::Rule* rule : all_rules()) QVERIFY2(help.findChild<QTextBrowser*>("help-text")->toPlainText().contains(qs(rule->id)), rule->id);
        help.show_page("nothing-of-the-kind");
        QVERIFY(help.findChild<QTextBrowser*>("help-text")->toPlainText().contains("nothing-of-the-kind"));
    }

    void breaking_a_task_needs_a_report() {
        const auto sample = hello();
        QVERIFY(sample);
        const Result<Flow> broken = break_a_task(*sample->flow());
        QVERIFY(broken);
        QVERIFY(!(*broken == *sample->flow()));
        QVERIFY(!break_a_task(*document_of(nightly())->flow()));
        QVERIFY(!break_a_task(Flow{}));
    }

    void the_question_before_a_run_lists_every_command() {
        const auto document = document_of(nightly());
        QStringList tasks;
        for (const WillRun& line : will_run(*document->flow()))
            if (!tasks.contains(line.task)) tasks << line.task;
        for (const char* name : {"fetch", "clean", "train", "evaluate", "notify", "keep-logs"}) QVERIFY2(tasks.contains(name), name);
    }

    void one_is_singular() {
        QVERIFY(install_language("en"));
        QCOMPARE(QCoreApplication::translate("weft::ui::MainWindow", "%n task(s)", nullptr, 1), QString("1 task"));
        QCOMPARE(QCoreApplication::translate("weft::ui::MainWindow", "%n task(s)", nullptr, 2), QString("2 tasks"));
    }
};

QTEST_MAIN(TestShellParts)
#include "tst_shell_parts.moc"
