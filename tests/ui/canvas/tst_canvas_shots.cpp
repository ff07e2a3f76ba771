// Pictures of the canvas and its panels for the eye: WEFT_SHOTS=DIR saves them (QT_SCALE_FACTOR=2 for 200 %). Without it: they can be painted at all.
#include <QDir>
#include <QHBoxLayout>
#include <QTest>
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
