// Quiet widgets: hairlines, one accent, a 2 px focus ring. Colours stand as @names and are replaced in one pass.
#include "ui/base/style_sheet.h"

#include <QHash>
#include <QRegularExpression>

#include "ui/base/theme.h"

namespace weft::ui {
namespace {

constexpr const char* buttons = R"(
QPushButton { background: @panel2; color: @text; border: 1px solid @line; border-radius: 7px; padding: 4px 12px; min-height: 17px; }
QPushButton:hover { background: @code; border-color: @node_line; }
QPushButton:pressed { background: @lane; }
QPushButton:disabled { color: @wait; background: @panel2; border-color: @line; }
QPushButton:focus { border: 2px solid @accent; padding: 3px 11px; }
QPushButton:default { border-color: @accent; }
QPushButton[look="primary"] { background: @accent; color: @on_accent; border: 1px solid @accent; font-weight: 600; }
QPushButton[look="primary"]:hover { background: @accent_hover; border-color: @accent_hover; }
QPushButton[look="primary"]:disabled { background: @line; border-color: @line; color: @faint; }
QPushButton[look="primary"]:focus { border: 2px solid @text; }
QPushButton[look="soft"] { background: @accent_bg; color: @accent; border: 1px solid @accent_bg; border-radius: 6px; font-weight: 600; padding: 3px 12px; }
QPushButton[look="soft"]:hover { border-color: @accent; }
QPushButton[look="soft"]:focus { border: 2px solid @accent; padding: 2px 11px; }
QPushButton[look="link"] { background: transparent; color: @accent; border: 1px solid transparent; border-radius: 4px; padding: 1px 3px; font-weight: 600; text-align: left; min-height: 0; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 1px solid @accent; padding: 1px 3px; }
QPushButton[look="link"]:disabled { color: @wait; }
QPushButton[look="quiet"] { background: transparent; border-color: transparent; color: @muted; }
QPushButton[look="quiet"]:hover { background: @code; color: @text; }
QPushButton[look="quiet"]:focus { border: 2px solid @accent; }
QPushButton::menu-indicator, QToolButton::menu-indicator { image: url(@chevron); width: 10px; height: 10px; subcontrol-position: right center; subcontrol-origin: padding; right: 7px; }
QToolButton { background: transparent; color: @muted; border: 1px solid transparent; border-radius: 6px; padding: 3px 6px; }
QToolButton:hover { background: @code; color: @text; }
QToolButton:pressed, QToolButton:checked { background: @accent_bg; color: @accent; }
QToolButton:focus { border: 2px solid @accent; padding: 2px 5px; }
QToolButton:disabled { color: @wait; }
QToolButton[look="field"] { background: @panel2; border-color: @line; color: @text; padding: 4px 10px; border-radius: 7px; }
QToolButton[look="field"]:hover { border-color: @node_line; }
QToolButton[popupMode="2"] { padding-right: 18px; }
QToolButton[look="primary"] { background: @accent; border: 1px solid @accent; border-radius: 7px; padding: 0; }
QToolButton[look="primary"]:hover { background: @accent_hover; border-color: @accent_hover; }
QToolButton[look="primary"]:focus { border: 2px solid @text; padding: 0; }
QToolButton[look="primary"]::menu-indicator { image: none; }
)";

constexpr const char* fields = R"(
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QComboBox { background: @panel2; color: @text; border: 1px solid @line; border-radius: 6px;
  selection-background-color: @accent; selection-color: @on_accent; }
QLineEdit, QSpinBox, QDoubleSpinBox { padding: 4px 8px; min-height: 17px; }
QPlainTextEdit, QTextEdit { padding: 3px 4px; }
QComboBox { padding: 4px 26px 4px 9px; min-height: 17px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QSpinBox:hover, QDoubleSpinBox:hover, QComboBox:hover { border-color: @node_line; }
QLineEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus { border: 2px solid @accent; padding: 3px 7px; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid @accent; padding: 2px 3px; }
QComboBox:focus, QComboBox:on { border: 2px solid @accent; padding: 3px 25px 3px 8px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QSpinBox:disabled { color: @wait; background: @panel; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: @panel; }
QLineEdit[look="title"] { background: transparent; border-color: transparent; padding-left: 0; font-size: @px16; font-weight: 600; }
QLineEdit[look="title"]:hover { border-color: @line; padding-left: 6px; }
QLineEdit[look="title"]:focus { border-color: @accent; background: @panel2; padding-left: 6px; }
QComboBox:editable { padding: 4px 1px 4px 9px; }
QComboBox:editable:focus, QComboBox:editable:on { padding: 3px 0 3px 8px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus, QComboBox QLineEdit:hover { border: none; border-radius: 0; padding: 0; background: transparent; }
QTextEdit[look="page"], QTextEdit[look="page"]:focus, QTextEdit[look="page"]:hover { border: none; border-radius: 0; padding: 0; background: @panel2; }
QPlainTextEdit[look="pane"], QPlainTextEdit[look="pane"]:focus { border: none; border-radius: 0; padding: 0; background: @code; font-family: @mono; }
QLineEdit[look="mono"], QPlainTextEdit[look="mono"] { background: @code; font-family: @mono; }
QLineEdit[bad="true"], QPlainTextEdit[bad="true"], QComboBox[bad="true"], QSpinBox[bad="true"] { background: @fail_bg; border-color: @fail; color: @fail; }
QComboBox::drop-down { border: none; width: 22px; subcontrol-origin: border; subcontrol-position: right center; }
QComboBox::down-arrow { image: url(@chevron); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: @panel; color: @text; border: 1px solid @line; border-radius: 6px; padding: 4px; outline: none;
  selection-background-color: @accent_bg; selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: 24px; padding: 0 6px; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0; border: none; }
QCheckBox, QRadioButton { spacing: 7px; color: @text; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QCheckBox:disabled, QRadioButton:disabled { color: @wait; }
QCheckBox::indicator, QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @wait; background: @panel2; }
QCheckBox::indicator { border-radius: 4px; }
QRadioButton::indicator { border-radius: 8px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover, QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }
QCheckBox::indicator:checked { background: @accent; border-color: @accent; image: url(@check); }
QRadioButton::indicator:checked { background: @accent; border-color: @accent; image: url(@dot); }
QCheckBox::indicator:indeterminate { background: @accent_bg; border-color: @accent; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { background: @lane; border-color: @line; }
)";

constexpr const char* labels = R"(
QLabel { background: transparent; }
QLabel[look="title"] { font-size: @px16; font-weight: 600; color: @text; }
QLabel[look="heading"] { font-size: @px12; font-weight: 600; color: @text; }
QLabel[look="section"] { font-size: @px11; font-weight: 600; color: @faint; }
QLabel[look="muted"] { font-size: @px11h; color: @muted; }
QLabel[look="faint"] { font-size: @px10h; color: @faint; }
QLabel[look="accent"] { font-size: @px10h; color: @accent; font-weight: 500; }
QLabel[look="error"] { font-size: @px10h; color: @fail; }
QLabel[look="warn"] { font-size: @px10h; color: @warn; }
QLabel[look="ok"] { font-size: @px10h; color: @ok; }
QLabel[look="mono"] { font-family: @mono; font-size: @px11h; }
QFrame[look="card"] { background: @panel2; border: 1px solid @line; border-radius: 8px; }
QFrame[look="line"] { background: @line; border: none; max-height: 1px; min-height: 1px; }
QGroupBox { border: 1px solid @line; border-radius: 8px; margin-top: 9px; padding: 12px 10px 8px 10px; }
QGroupBox::title { subcontrol-origin: margin; left: 10px; padding: 0 4px; color: @muted; }
)";

constexpr const char* frames = R"(
QMainWindow, QDialog { background: @panel; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QMainWindow::separator:hover { background: @accent; }
QSplitter::handle { background: @line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: @accent; }
QToolBar { background: @panel; border: none; border-bottom: 1px solid @line; spacing: 8px; padding: 6px 12px; }
QStatusBar { background: @panel2; color: @muted; border-top: 1px solid @line; font-size: @px11; }
QStatusBar::item { border: none; }
QDockWidget { titlebar-close-icon: none; titlebar-normal-icon: none; }
QScrollArea { background: transparent; border: none; }
QTabWidget::tab-bar { left: 12px; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: @muted; border: none; border-bottom: 2px solid transparent; padding: 7px 3px 6px 3px; margin: 0 12px 0 4px; font-weight: 500; }
QTabBar::tab:hover { color: @text; }
QTabBar::tab:selected { color: @text; border-bottom-color: @accent; font-weight: 600; }
QTabBar::tab:focus { color: @accent; }
QTabBar::tab:disabled { color: @wait; }
QTabBar QToolButton { background: @panel; border: 1px solid @line; border-radius: 5px; padding: 0; }
QTabBar::scroller { width: 44px; }
QTabBar::close-button { image: url(@cross); width: 12px; height: 12px; margin-left: 4px; }
QTabBar::close-button:hover { background: @lane; border-radius: 3px; }
)";

constexpr const char* lists = R"(
QTreeView, QListView, QTableView { background: @panel; alternate-background-color: @panel2; color: @text; border: none; outline: none;
  selection-background-color: @accent_bg; selection-color: @text; gridline-color: @line; show-decoration-selected: 1; }
QTreeView::item, QListView::item { min-height: 24px; border: none; padding: 0 4px; }
QTableView::item { padding: 0 6px; border: none; border-bottom: 1px solid @line; }
QTreeView::item:hover, QListView::item:hover, QTableView::item:hover { background: @panel2; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected { background: @accent_bg; color: @text; }
QTreeView:focus, QListView:focus, QTableView:focus { border: none; }
QTreeView::branch { background: @panel; }
QHeaderView { background: @panel; border: none; }
QHeaderView::section { background: @panel; color: @faint; border: none; border-bottom: 1px solid @line; padding: 5px 6px; font-size: @px11; font-weight: 600; text-align: left; }
QMenuBar { background: @panel; color: @text; border-bottom: 1px solid @line; padding: 0 6px; }
QMenuBar::item { background: transparent; padding: 5px 9px; border-radius: 5px; }
QMenuBar::item:selected { background: @accent_bg; color: @accent; }
QMenu { background: @panel; color: @text; border: 1px solid @line; padding: 5px; min-width: 150px; }
QMenu::item { padding: 5px 26px 5px 12px; border-radius: 5px; min-height: 16px; }
QMenu::item:selected { background: @accent_bg; color: @accent; }
QMenu::item:disabled { color: @wait; }
QMenu::separator { height: 1px; background: @line; margin: 5px 8px; }
QMenu::icon { padding-left: 8px; }
QToolTip { background: @panel; color: @text; border: 1px solid @node_line; padding: 5px 8px; font-size: @px11h; }
QProgressBar { background: @lane; border: none; border-radius: 3px; max-height: 6px; text-align: center; color: transparent; }
QProgressBar::chunk { background: @accent; border-radius: 3px; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: @node_line; border: 2px solid @panel; border-radius: 5px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @wait; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
)";

QString size(const Theme& theme, qreal px) { return QString::number(theme.font(px).pointSizeF(), 'f', 3) + "pt"; }

}  // namespace

QString style_sheet(const Theme& theme) {
    const Colours& c = theme.colours();
    const bool dark = c.panel.lightness() < 128;
    const QString shade = dark ? "dark" : "light";
    const QHash<QString, QString> names = {
        {"canvas", c.canvas.name()}, {"panel", c.panel.name()}, {"panel2", c.panel2.name()}, {"line", c.line.name()}, {"text", c.text.name()},
        {"muted", c.muted.name()}, {"faint", c.faint.name()}, {"accent", c.accent.name()}, {"accent_bg", c.accent_bg.name()},
        {"accent_hover", (dark ? c.accent.lighter(110) : c.accent.darker(112)).name()}, {"on_accent", c.on_accent.name()}, {"node_line", c.node_line.name()},
        {"lane", c.lane.name()}, {"fail", c.fail.name()}, {"fail_bg", c.fail_bg.name()}, {"warn", c.warn.name()}, {"ok", c.ok.name()}, {"wait", c.wait.name()}, {"code", c.code.name()},
        {"mono", "'" + theme.mono(12).families().join("','") + "'"},
        {"px10h", size(theme, 10.5)}, {"px11", size(theme, 11)}, {"px11h", size(theme, 11.5)}, {"px12", size(theme, 12)}, {"px16", size(theme, 16)},
        {"chevron", ":/icons/chevron-" + shade + ".svg"}, {"cross", ":/icons/cross-" + shade + ".svg"},
        {"check", ":/icons/check-" + shade + ".svg"}, {"dot", ":/icons/dot-" + shade + ".svg"}};
    QString out;
    const QString source = QString::fromUtf8(buttons) + fields + labels + frames + lists;
    static const QRegularExpression name("@([a-z0-9_]+)");
    qsizetype at = 0;
    for (auto match = name.globalMatch(source); match.hasNext();) {
        const auto hit = match.next();
        out += source.mid(at, hit.capturedStart() - at) + names.value(hit.captured(1));
        at = hit.capturedEnd();
    }
    return out + source.mid(at);
}

}  // namespace weft::ui
