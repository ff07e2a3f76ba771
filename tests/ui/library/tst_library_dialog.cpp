// The library in the real window: searched and inserted with keys, with the mouse, undone in one step.
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>
#include <set>

#include "tests/support/fake_dialogs.h"
#include "ui/base/theme.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"
#include "ui/document/flow_document.h"
#include "ui/library/catalogue.h"
#include "ui/library/library_dialog.h"
#include "ui/shell/actions.h"
#include "ui/shell/main_window.h"

using namespace weft;
using namespace weft::ui;

class tst_library_dialog : public QObject {
    Q_OBJECT
    QTemporaryDir home_;
    std::unique_ptr<MainWindow> window_;

    FlowDocument& document() { return *window_->document(); }
    LibraryDialog* dialog() { return window_->findChild<LibraryDialog*>("library"); }
    template <class T> T* part(const char* name) { return dialog()->findChild<T*>(name); }
    int shown_rows() {
        auto* list = part<QListWidget>("library-list");
        int n = 0;
        for (int row = 0; row < list->count(); ++row) n += !list->item(row)->isHidden();
        return n;
    }
    void keep_picture(const char* name) {
        const QString folder = qEnvironmentVariable("WEFT_SHOTS");
        if (!folder.isEmpty()) dialog()->grab().save(folder + "/" + name + ".png");
    }

  private slots:
    void initTestCase() {
        qputenv("WEFT_STATE_DIR", home_.filePath("state").toUtf8());
        qputenv("WEFT_SOCKET", home_.filePath("r.sock").toUtf8());
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, home_.filePath("config"));
        QCoreApplication::setOrganizationName("weftwork");
        QCoreApplication::setApplicationName("tst_library_dialog");
    }
    void init() {
        auto answers = std::make_shared<FakeDialogs::Answers>();
        answers->save = Dialogs::Answer::discard;
        window_ = std::make_unique<MainWindow>(std::make_unique<FakeDialogs>(answers));
        window_->resize(1280, 860);
        window_->show();
        QVERIFY(QTest::qWaitForWindowActive(window_.get()));
        window_->new_flow();
        window_->canvas()->setFocus();
    }
    void cleanup() { window_.reset(); }

    void every_file_is_in_the_catalogue_once() {
        std::set<QString> files;
        for (const LibraryEntry& entry : library()) {
            QVERIFY2(files.insert(entry.file).second, entry.file);
            QVERIFY2(QFile::exists(entry.file), entry.file);
            QFile file(entry.file);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Result<DocumentPtr> opened = open_text(file.readAll().toStdString());
            QVERIFY2(opened && (*opened)->flow->description == entry.about, entry.file);
        }
        for (const char* folder : {":/library", ":/examples"})
            for (const QString& name : QDir(folder).entryList(QDir::Files)) QVERIFY2(files.count(QString(folder) + u'/' + name), qPrintable(name));
    }

    void found_and_inserted_with_keys() {
        const QString before = document().text();
        QTest::keyClick(window_->canvas(), Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(dialog() && dialog()->isVisible());
        QTRY_VERIFY(part<QLineEdit>("library-filter")->hasFocus());
        const int all = shown_rows();
        for (const ThemeChoice theme : {ThemeChoice::dark, ThemeChoice::light}) {
            Theme::instance().choose(theme);
            QTest::qWait(0);
            keep_picture(theme == ThemeChoice::light ? "library-light" : "library-dark");
        }
        QTest::keyClicks(part<QLineEdit>("library-filter"), "backoff");
        QCOMPARE(shown_rows(), 1);
        QVERIFY(all > 15);
        QCOMPARE(part<QLabel>("library-title")->text(), QString("Retry with growing waits"));
        QVERIFY(part<QLabel>("library-engines")->text().contains("Argo"));
        QVERIFY(!part<QLabel>("library-picture")->pixmap(Qt::ReturnByValue).isNull());
        QTest::keyClick(part<QLineEdit>("library-filter"), Qt::Key_Return);
        QTRY_VERIFY(!dialog());
        QVERIFY(at_path(*document().flow(), "call"));
        QCOMPARE(document().selection(), std::vector<TaskId>{at_path(*document().flow(), "call")->id});
        QVERIFY(document().text().contains("alpine:3.20"));
        document().undo_stack().undo();
        QCOMPARE(document().text(), before);
        QTRY_VERIFY(window_->canvas()->hasFocus());
    }

    void clicked_and_inserted_with_the_mouse() {
        QWidget* area = window_->canvas()->viewport();
        const QPoint at(area->width() / 2, area->height() / 2);
        QCursor::setPos(area->mapToGlobal(at));
        window_->actions().get("file.library")->trigger();
        auto* list = part<QListWidget>("library-list");
        QListWidgetItem* second = list->item(1);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(second).center());
        QCOMPARE(part<QLabel>("library-title")->text(), second->text());
        QTest::mouseClick(part<QPushButton>("library-insert"), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
        QVERIFY(at_path(*document().flow(), "visit"));
        QVERIFY(!document().flow()->placements.empty());       // where the mouse was when the library was opened
        QCOMPARE(document().undo_stack().count(), 1);
    }

    void opened_as_a_flow_of_its_own() {
        window_->actions().get("file.library")->trigger();
        QTest::keyClicks(part<QLineEdit>("library-filter"), "approval");
        QTest::mouseClick(part<QPushButton>("library-open"), Qt::LeftButton);
        QTRY_VERIFY(!dialog());
        QCOMPARE(document().flow()->name, std::string("approval"));
        QVERIFY(document().file().isEmpty());
    }

    void nothing_found_says_so() {
        window_->actions().get("file.library")->trigger();
        QTest::keyClicks(part<QLineEdit>("library-filter"), "zzzz");
        QVERIFY(part<QLabel>("library-nothing")->isVisible());
        QTest::keyClick(part<QLineEdit>("library-filter"), Qt::Key_Return);
        QVERIFY(dialog());
        QTest::keyClick(part<QLineEdit>("library-filter"), Qt::Key_Escape);
        QTRY_VERIFY(!dialog());
        QVERIFY(document().flow()->main.tasks.empty());
    }
};

QTEST_MAIN(tst_library_dialog)
#include "tst_library_dialog.moc"
