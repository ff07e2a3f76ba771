// The designer: reads its arguments, opens the window. --screenshot and --check-start drive the real window for pictures and figures.
#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QSvgRenderer>
#include <QIcon>
#include <QImage>
#include <QPixmap>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <memory>
#include <unordered_map>
#include <vector>

#include "ui/base/theme.h"
#include "ui/base/watchdog.h"
#include "ui/document/flow_document.h"
#include "ui/shell/main_window.h"
#include "ui/shell/run_control.h"
#include "ui/shell/settings.h"

namespace {

using weft::ui::MainWindow;

struct Wish {   // what --screenshot shall show
    QString out, panel, task, command;
    QSize size{1440, 900};
    bool run = false, running = false;
};

// 256 colours, the most frequent ones exactly: a third of the size, and nobody sees a difference in a picture of a window.
QImage indexed(const QImage& picture) {
    const QImage from = picture.convertToFormat(QImage::Format_RGB32);
    std::unordered_map<QRgb, int> count;
    for (int y = 0; y < from.height(); ++y)
        for (int x = 0; x < from.width(); ++x) ++count[from.pixel(x, y)];
    std::vector<std::pair<int, QRgb>> all;
    for (const auto& [colour, times] : count) all.emplace_back(-times, colour);
    std::sort(all.begin(), all.end());
    QList<QRgb> table;
    for (std::size_t i = 0; i < std::min<std::size_t>(all.size(), 256); ++i) table << all[i].second;
    const auto distance = [](QRgb a, QRgb b) {
        const int red = qRed(a) - qRed(b), green = qGreen(a) - qGreen(b), blue = qBlue(a) - qBlue(b);
        return red * red + green * green + blue * blue;
    };
    std::unordered_map<QRgb, uchar> nearest;
    for (const auto& [times, colour] : all)
        nearest[colour] = uchar(std::min_element(table.begin(), table.end(), [&](QRgb a, QRgb b) { return distance(a, colour) < distance(b, colour); }) - table.begin());
    QImage out(from.size(), QImage::Format_Indexed8);
    out.setColorTable(table);
    for (int y = 0; y < from.height(); ++y)
        for (int x = 0; x < from.width(); ++x) out.scanLine(y)[x] = nearest[from.pixel(x, y)];
    return out;
}

// Says the time from main() to the end of the first paint, then quits.
class FirstPaint : public QObject {
  public:
    FirstPaint(QWidget& window, QElapsedTimer clock) : QObject(&window), clock_(clock) { window.installEventFilter(this); }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint && !said_) {
            said_ = true;
            QTimer::singleShot(0, this, [this] {
                std::printf("first paint: %lld ms\n", static_cast<long long>(clock_.elapsed()));
                std::fflush(stdout);
                QApplication::exit(0);
            });
        }
        return QObject::eventFilter(watched, event);
    }

  private:
    QElapsedTimer clock_;
    bool said_ = false;
};

void grab(MainWindow& window, const Wish& wish) {
    if (!wish.panel.isEmpty()) window.show_panel(wish.panel);
    if (!wish.task.isEmpty()) window.select_task(wish.task);
    if (QAction* action = wish.command.isEmpty() ? nullptr : window.findChild<QAction*>(wish.command)) action->trigger();
    QTimer::singleShot(400, &window, [&window, wish] {   // lint and panels settle
        const bool saved = indexed(window.grab().toImage()).save(wish.out, "PNG", 0);
        if (!saved) std::fprintf(stderr, "weftwork: cannot write %s\n", qPrintable(wish.out));
        QApplication::exit(saved ? 0 : 1);
    });
}

void take_picture(MainWindow& window, const Wish& wish) {
    window.resize(wish.size);
    if (window.opening()) {   // a large file is on its way
        QObject::connect(&window, &MainWindow::opening_ended, &window, [&window, wish] { take_picture(window, wish); }, Qt::SingleShotConnection);
        return;
    }
    if (!wish.run) {
        QTimer::singleShot(600, &window, [&window, wish] { grab(window, wish); });
        return;
    }
    if (wish.running) QObject::connect(&window.run_control(), &weft::ui::RunControl::started, &window, [&window, wish] { QTimer::singleShot(1500, &window, [&window, wish] { grab(window, wish); }); });
    else QObject::connect(&window.run_control(), &weft::ui::RunControl::ended, &window, [&window, wish] { grab(window, wish); });
    QTimer::singleShot(60000, &window, [] {
        std::fprintf(stderr, "weftwork: the run did not end within a minute\n");
        QApplication::exit(1);
    });
    QTimer::singleShot(300, &window, [&window] { window.run(); });
}

// --convert-picture IN.svg OUT png|pdf: what `weft graph` asks for, because it has no painter itself. No window, no settings.
int convert_picture(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QGuiApplication app(argc, argv);
    const auto give_up = [](const QString& why) {
        std::fprintf(stderr, "%s\n", qPrintable(why));
        return 1;
    };
    QSvgRenderer picture(QString::fromLocal8Bit(argv[2]));
    if (!picture.isValid()) return give_up(QStringLiteral("%1 is no SVG").arg(QLatin1String(argv[2])));
    const QString out = QString::fromLocal8Bit(argv[3]);
    const QSizeF size = picture.viewBoxF().size();
    if (qstrcmp(argv[4], "pdf") == 0) {
        QPdfWriter pdf(out);
        pdf.setPageSize(QPageSize(size, QPageSize::Point, QString(), QPageSize::ExactMatch));
        pdf.setPageMargins(QMarginsF());
        QPainter painter;
        if (!painter.begin(&pdf)) return give_up(QStringLiteral("cannot write %1").arg(out));
        picture.render(&painter, QRectF(0, 0, pdf.width(), pdf.height()));
        return painter.end() ? 0 : 1;
    }
    const qreal scale = std::min(2.0, 16'000 / std::max(size.width(), size.height()));   // pixels that one image may have
    QImage image((size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    if (image.isNull()) return give_up(QStringLiteral("the picture is too large"));
    image.fill(Qt::transparent);
    QPainter painter(&image);
    picture.render(&painter, QRectF({0, 0}, QSizeF(image.size())));
    painter.end();
    return image.save(out, "PNG") ? 0 : give_up(QStringLiteral("cannot write %1").arg(out));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 5 && qstrcmp(argv[1], "--convert-picture") == 0) return convert_picture(argc, argv);
    QElapsedTimer clock;
    clock.start();
    const bool watched = weft::ui::watchdog_wanted();
    const std::unique_ptr<QApplication> made(watched ? new weft::ui::WatchedApplication(argc, argv) : new QApplication(argc, argv));
    QApplication& app = *made;
    QApplication::setApplicationName("weftwork");
    QApplication::setApplicationDisplayName("Weftwork");
    QApplication::setOrganizationName("weftwork");
    QApplication::setApplicationVersion(WEFT_VERSION);
    QApplication::setDesktopFileName("weftwork");
    QApplication::setWindowIcon(QIcon(":/icons/weftwork.svg"));

    QCommandLineParser parser;
    parser.setApplicationDescription("Draw, check, export, run and watch workflows.");
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument("files", "flows to open", "[files…]");
    const QCommandLineOption screenshot("screenshot", "save a picture of the window and quit", "file");
    const QCommandLineOption size("size", "size of the window in the picture", "WxH", "1440x900");
    const QCommandLineOption theme("theme", "system, light, dark or high-contrast", "theme");
    const QCommandLineOption language("language", "en or zh_CN", "language");
    const QCommandLineOption panel("panel", "panel in front: problems, yaml, log, runs or environment", "panel");
    const QCommandLineOption select("select", "task to select", "path");
    const QCommandLineOption run("run", "run the flow first and wait for its end");
    const QCommandLineOption running("running", "with --run: take the picture while it runs");
    const QCommandLineOption command("command", "command to give before the picture is taken, as file.compare-git", "command");
    const QCommandLineOption check("check-start", "print the time to the first paint and quit");
    parser.addOptions({screenshot, size, theme, language, panel, select, run, running, command, check});
    parser.process(app);

    QTemporaryDir fresh_settings;   // a picture shows the designer as it comes, and leaves no trace
    if (parser.isSet(screenshot) || parser.isSet(check)) QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, fresh_settings.path());
    weft::ui::Settings settings = weft::ui::load_settings();
    if (parser.isSet(theme)) settings.theme = weft::ui::theme_of(parser.value(theme));
    if (parser.isSet(language)) settings.language = parser.value(language);
    weft::ui::install_language(settings.language);
    weft::ui::Theme::instance().choose(settings.theme);

    MainWindow window;
    window.apply(settings);
    bool opened = false;
    for (const QString& file : parser.positionalArguments()) opened |= window.open_file(file);
    if (!opened) window.open_first_screen();
    if (parser.isSet(check)) new FirstPaint(window, clock);
    window.show();
    if (!parser.isSet(screenshot) && !parser.isSet(check)) QTimer::singleShot(0, &window, [&window] { window.offer_recovery(); });
    if (parser.isSet(screenshot)) {
        const QStringList sides = parser.value(size).split('x');
        Wish wish{parser.value(screenshot), parser.value(panel), parser.value(select), parser.value(command)};
        if (sides.size() == 2) wish.size = QSize(sides[0].toInt(), sides[1].toInt());
        wish.run = parser.isSet(run);
        wish.running = parser.isSet(running);
        take_picture(window, wish);
    } else if (parser.isSet(run)) {
        QTimer::singleShot(0, &window, [&window] { window.run(); });
    }
    const int code = QApplication::exec();
    if (watched) weft::ui::print_worst(static_cast<weft::ui::WatchedApplication&>(app));
    return code;
}
