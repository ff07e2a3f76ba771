// Pictures of the canvas and its panels for the eye: WEFT_SHOTS=DIR saves them (QT_SCALE_FACTOR=2 for 200 %). Without it: they can be painted at all.
#include <QDir>
#include <QHBoxLayout>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

#include "tests/ui/canvas/canvas_fixture.h"
#include "ui/base/theme.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/panels.h"

using namespace weft;
using namespace weft::ui;

class CanvasShots : public QObject {
    Q_OBJECT

    struct Window {
        std::unique_ptr<FlowDocument> document;
        std::unique_ptr<QWidget> widget;
        Canvas* canvas = nullptr;
    };

    Window window(const QByteArray& text) {
        Window out;
        out.document = document_of(text);
        if (!out.document) return out;
        out.widget = std::make_unique<QWidget>();
        out.widget->resize(1120, 604);
        auto* row = new QHBoxLayout(out.widget.get());
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(0);
        auto* left = new QWidget;
        left->setFixedWidth(212);
        auto* column = new QVBoxLayout(left);
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(0);
        column->addWidget(new PalettePanel);
        auto* outline = new OutlinePanel;
        column->addWidget(outline, 1);
        out.canvas = new Canvas(*out.document);
        row->addWidget(left);
        row->addWidget(out.canvas, 1);
        outline->show_document(out.document.get());
        new Minimap(*out.canvas, out.canvas);
        out.widget->show();
        QCoreApplication::processEvents();
        return out;
    }

    void save(QWidget& widget, const QString& name) {
        QCoreApplication::processEvents();
        const QPixmap picture = widget.grab();
        QVERIFY(!picture.isNull());
        const QString dir = qEnvironmentVariable("WEFT_SHOTS");
        if (dir.isEmpty()) return;
        QDir().mkpath(dir);
        const QString scale = picture.devicePixelRatio() > 1 ? QString("-%1x").arg(picture.devicePixelRatio()) : QString();
        QVERIFY(picture.save(dir + "/" + name + scale + ".png"));
    }

    static void mark(FlowDocument& document) {
        lint::Finding warning;
        warning.rule = "image/untagged";
        warning.severity = lint::Severity::warning;
        warning.what = Message("image \"busybox\" has no tag: the registry decides what runs");
        warning.task = id_of(document, "train");
        lint::Finding error = warning;
        error.severity = lint::Severity::error;
        error.task = id_of(document, "keep-logs");
        document.set_findings({warning, error}, document.revision());
    }

  private slots:
    void cleanup() { Theme::instance().choose(ThemeChoice::system); }

    void failed_run_data() {
        QTest::addColumn<int>("theme");
        QTest::newRow("light") << int(ThemeChoice::light);
        QTest::newRow("dark") << int(ThemeChoice::dark);
        QTest::newRow("contrast") << int(ThemeChoice::high_contrast);
    }
    void failed_run() {
        QFETCH(int, theme);
        Theme::instance().choose(ThemeChoice(theme));
        Window w = window(nightly());
        QVERIFY(w.document);
        show_failed_run(*w.document);
        QTRY_VERIFY(w.canvas->scene().banner.glyph == Glyph::failed);
        mark(*w.document);
        w.document->select({id_of(*w.document, "train")});
        save(*w.widget, QString("failed-%1").arg(QTest::currentDataTag()));
    }

    void running() {
        Theme::instance().choose(ThemeChoice::light);
        Window w = window(nightly());
        show_running(*w.document);
        QTRY_VERIFY(w.canvas->scene().with_states);
        save(*w.widget, "running");
        Theme::instance().choose(ThemeChoice::dark);
        save(*w.widget, "running-dark");
    }

    void plain_and_empty() {
        Theme::instance().choose(ThemeChoice::light);
        Window w = window(nightly());
        save(*w.widget, "plain");
        w.canvas->zoom_to(0.3);
        save(*w.widget, "middle");
        show_failed_run(*w.document);
        QTRY_VERIFY(w.canvas->scene().with_states);
        w.canvas->zoom_to(0.3);
        save(*w.widget, "middle-run");
        w.canvas->zoom_to(2);
        w.canvas->centre_on(id_of(*w.document, "train"));
        save(*w.widget, "zoomed");
        Window empty = window("weftwork: 1\nname: new\ntasks: []\n");
        save(*empty.widget, "empty");
    }

    void in_hand() {
        Theme::instance().choose(ThemeChoice::light);
        Window w = window(nightly());
        QWidget* ground = w.canvas->viewport();
        const auto send = [&](QEvent::Type type, QPoint at, Qt::MouseButton button, Qt::MouseButtons buttons) {
            QMouseEvent event(type, at, ground->mapToGlobal(at), button, buttons, {});
            QCoreApplication::sendEvent(ground, &event);
        };
        const auto drag = [&](QPoint from, QPoint to) {
            send(QEvent::MouseButtonPress, from, Qt::LeftButton, Qt::LeftButton);
            send(QEvent::MouseMove, from + QPoint(20, 20), Qt::NoButton, Qt::LeftButton);
            send(QEvent::MouseMove, to, Qt::NoButton, Qt::LeftButton);
        };
        const auto release = [&](QPoint at) {
            QTest::keyClick(w.canvas, Qt::Key_Escape);
            send(QEvent::MouseButtonRelease, at, Qt::LeftButton, {});
        };
        const FlowDocument& document = *w.document;
        const QPoint fetch = w.canvas->node_rect(id_of(document, "fetch")).center(), train = w.canvas->node_rect(id_of(document, "train")).center();
        drag(w.canvas->port_point(id_of(document, "evaluate"), true), fetch);
        save(*w.widget, "hand-refused");
        release(fetch);
        drag(w.canvas->port_point(id_of(document, "clean"), true), train);
        save(*w.widget, "hand-connect");
        release(train);
        drag(train, w.canvas->node_rect(id_of(document, "keep-logs")).center() + QPoint(230, 0));
        save(*w.widget, "hand-lane");
        release(train);
        drag(fetch - QPoint(110, 90), train);
        save(*w.widget, "hand-band");
        release(train);
        w.canvas->start_rename(id_of(document, "train"));
        save(*w.widget, "hand-rename");
        QTest::keyClick(w.canvas->findChild<QWidget*>("renameField"), Qt::Key_Escape);
        QTest::keyClick(w.canvas, Qt::Key_Right);
        save(*w.widget, "hand-keyboard");
        w.document->type(0, 0, "[");
        save(*w.widget, "hand-broken");
    }

    void chinese() {
        QTranslator translator;
        if (!translator.load(":/i18n/weftwork_zh_CN.qm")) QSKIP("no Chinese translation in this build");
        QCoreApplication::installTranslator(&translator);
        Theme::instance().choose(ThemeChoice::light);
        QByteArray text = nightly();
        text.replace("name: train", "name: 训练模型");
        text.replace("[clean, train]", "[clean, 训练模型]");
        Window w = window(text);
        show_failed_run(*w.document, "训练模型");
        QTRY_VERIFY(w.canvas->scene().with_states);
        save(*w.widget, "chinese");
        QCoreApplication::removeTranslator(&translator);
    }

    void add_menu() {
        Window w = window(nightly());
        for (const ThemeChoice choice : {ThemeChoice::light, ThemeChoice::dark}) {
            Theme::instance().choose(choice);
            w.canvas->open_add_menu();
            save(*w.canvas->findChild<QWidget*>("addMenu"), choice == ThemeChoice::dark ? "menu-dark" : "menu");
            w.canvas->findChild<QWidget*>("addMenu")->hide();
        }
    }

    void every_kind() {
        Theme::instance().choose(ThemeChoice::light);
        Window w = window(text_of("every-kind.weft.yaml"));
        QVERIFY(w.document);
        save(*w.widget, "kinds");
        w.document->open_scope(BodyRef{{}, id_of(*w.document, "group")});
        save(*w.widget, "subflow");
    }
};

QTEST_MAIN(CanvasShots)
#include "tst_canvas_shots.moc"
