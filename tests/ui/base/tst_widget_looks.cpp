// Every kind of widget in every theme, for the eye: WEFT_SHOTS=DIR saves the pictures. Without it: no style sheet warning, nothing is cut off.
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QPainter>
#include <QRadioButton>
#include <QRegularExpression>
#include <QSpinBox>
#include <QSvgRenderer>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>

#include "ui/base/theme.h"

using namespace weft::ui;

class WidgetLooks : public QObject {
    Q_OBJECT

    template <class W> static W* look(W* widget, const char* name) {
        widget->setProperty("look", name);
        return widget;
    }

    static void fill_buttons(QGridLayout& grid) {
        int column = 0;
        for (const char* name : {"primary", "", "soft", "link", "quiet"}) grid.addWidget(look(new QPushButton(*name ? name : "plain"), name), 0, column++);
        auto* off = new QPushButton("disabled");
        off->setEnabled(false);
        grid.addWidget(off, 0, column);
        column = 0;
        for (const char* name : {"title", "heading", "section", "muted", "faint", "error"}) grid.addWidget(look(new QLabel(name), name), 1, column++);
    }

    static void fill_fields(QGridLayout& grid) {
        grid.addWidget(new QLineEdit("ghcr.io/acme/train:1.2"), 2, 0, 1, 2);
        grid.addWidget(look(new QLineEdit("python train.py"), "mono"), 2, 2, 1, 2);
        auto* bad = new QLineEdit("dynamic.out(03-task)");
        bad->setProperty("bad", true);
        grid.addWidget(bad, 2, 4, 1, 2);
        auto* combo = new QComboBox;
        combo->addItems({"this computer", "cluster"});
        grid.addWidget(combo, 3, 0, 1, 2);
        grid.addWidget(new QSpinBox, 3, 2);
        auto* check = new QCheckBox("warn only");
        check->setChecked(true);
        grid.addWidget(check, 3, 3);
        auto* radio = new QRadioButton("always");
        radio->setChecked(true);
        grid.addWidget(radio, 3, 4);
        auto* tool = look(new QToolButton, "field");
        tool->setText("field");
        grid.addWidget(tool, 3, 5);
        auto* text = new QPlainTextEdit("tasks:\n  - name: fetch");
        text->setMaximumHeight(60);
        grid.addWidget(look(text, "mono"), 4, 0, 1, 6);
    }

    static QTabWidget* tabs() {
        auto* tabs = new QTabWidget;
        auto* table = new QTableWidget(12, 3);
        table->setHorizontalHeaderLabels({"Run", "State", "Took"});
        for (int row = 0; row < 12; ++row) {
            for (int column = 0; column < 3; ++column) table->setItem(row, column, new QTableWidgetItem(QString("cell %1").arg(row * 3 + column)));
        }
        table->verticalHeader()->hide();
        table->setShowGrid(false);
        table->setSelectionBehavior(QAbstractItemView::SelectRows);
        table->selectRow(1);
        tabs->addTab(table, "Problems  2");
        for (const char* name : {"YAML", "Log", "Runs"}) tabs->addTab(new QLabel(name), name);
        return tabs;
    }

  private slots:
    void cleanup() { Theme::instance().choose(ThemeChoice::light); }

    void icons_can_be_drawn() {
        const QDir icons(":/icons");
        QVERIFY(icons.exists("weftwork.svg"));
        for (const QString& name : icons.entryList({"*.svg"})) {
            QSvgRenderer renderer(icons.filePath(name));
            QVERIFY2(renderer.isValid(), qPrintable(name));
            QImage image(256, 256, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            renderer.render(&painter);
            if (name == "weftwork.svg" && qEnvironmentVariableIsSet("WEFT_SHOTS")) QVERIFY(image.save(qEnvironmentVariable("WEFT_SHOTS") + "/icon.png"));
        }
    }

    void gallery_data() {
        QTest::addColumn<int>("choice");
        QTest::newRow("light") << int(ThemeChoice::light);
        QTest::newRow("dark") << int(ThemeChoice::dark);
        QTest::newRow("contrast") << int(ThemeChoice::high_contrast);
    }
    void gallery() {
        QFETCH(int, choice);
        Theme::instance().choose(ThemeChoice(choice));
        QTest::failOnWarning(QRegularExpression(QStringLiteral("[Ss]tyle ?[Ss]heet")));
        QWidget window;
        auto* grid = new QGridLayout(&window);
        fill_buttons(*grid);
        fill_fields(*grid);
        grid->addWidget(tabs(), 5, 0, 1, 6);
        QMenu menu(&window);
        menu.addAction("Undo")->setShortcut(QKeySequence::Undo);
        menu.addAction("Redo")->setEnabled(false);
        menu.addSeparator();
        menu.addMenu("Recent")->addAction("nightly.weft.yaml");
        window.resize(760, 520);
        window.show();
        QCoreApplication::processEvents();
        for (const QPushButton* button : window.findChildren<QPushButton*>()) {
            const int needed = button->fontMetrics().horizontalAdvance(button->text());
            QVERIFY2(button->width() >= needed, qPrintable(button->text()));
        }
        const QString dir = qEnvironmentVariable("WEFT_SHOTS");
        if (dir.isEmpty()) return;
        QDir().mkpath(dir);
        QVERIFY(window.grab().save(dir + "/widgets-" + QTest::currentDataTag() + ".png"));
        menu.ensurePolished();
        menu.resize(menu.sizeHint());
        QVERIFY(menu.grab().save(dir + "/qmenu-" + QTest::currentDataTag() + ".png"));
    }
};

QTEST_MAIN(WidgetLooks)
#include "tst_widget_looks.moc"
