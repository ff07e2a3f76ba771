#include "ui/base/theme.h"

#include <QApplication>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QPalette>
#include <QScreen>
#include <QStyle>
#include <QProxyStyle>
#include <QStyleFactory>
#include <QWidget>

#include "ui/base/style_sheet.h"

namespace weft::ui {
namespace {

QStringList families() {
    QStringList list;
    for (const char* name : {"Inter", "Noto Sans", "Noto Sans CJK SC"}) {
        if (QFontDatabase::hasFamily(name)) list << name;
    }
    list << QFontDatabase::systemFont(QFontDatabase::GeneralFont).family();
    return list;
}

QStringList mono_families() {
    QStringList list;
    for (const char* name : {"JetBrains Mono", "DejaVu Sans Mono", "Noto Sans Mono", "Noto Sans Mono CJK SC"}) {
        if (QFontDatabase::hasFamily(name)) list << name;
    }
    list << QFontDatabase::systemFont(QFontDatabase::FixedFont).family();
    return list;
}

// Half pixels matter here (10.5, 11.5), and QFont takes only whole ones: so points of this screen's density.
void set_size(QFont& font, qreal px) {
    const QScreen* screen = QGuiApplication::primaryScreen();
    const qreal dpi = screen ? screen->logicalDotsPerInch() : 96;
    font.setPointSizeF(px * 72 / dpi);
}

QPalette palette_of(const Colours& c) {
    QPalette p;
    p.setColor(QPalette::Window, c.panel);
    p.setColor(QPalette::WindowText, c.text);
    p.setColor(QPalette::Base, c.panel2);
    p.setColor(QPalette::AlternateBase, c.panel);
    p.setColor(QPalette::ToolTipBase, c.panel);
    p.setColor(QPalette::ToolTipText, c.text);
    p.setColor(QPalette::PlaceholderText, c.faint);
    p.setColor(QPalette::Text, c.text);
    p.setColor(QPalette::Button, c.panel2);
    p.setColor(QPalette::ButtonText, c.text);
    p.setColor(QPalette::BrightText, c.fail);
    p.setColor(QPalette::Link, c.accent);
    p.setColor(QPalette::LinkVisited, c.accent);
    p.setColor(QPalette::Highlight, c.accent);
    p.setColor(QPalette::HighlightedText, c.on_accent);
    p.setColor(QPalette::Light, c.panel);
    p.setColor(QPalette::Midlight, c.panel2);
    p.setColor(QPalette::Mid, c.line);
    p.setColor(QPalette::Dark, c.node_line);
    p.setColor(QPalette::Shadow, c.line);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText}) p.setColor(QPalette::Disabled, role, c.wait);
    p.setColor(QPalette::Disabled, QPalette::Highlight, c.line);
    return p;
}

}  // namespace

void restyle(QWidget* widget) {
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->update();
}

Theme& Theme::instance() {
    static Theme theme;
    return theme;
}

namespace {

// The words of a button say it; the pictures that Fusion puts beside them are of another age.
class PlainStyle : public QProxyStyle {
  public:
    using QProxyStyle::QProxyStyle;
    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* data) const override {
        return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

}  // namespace

Theme::Theme() {
    QApplication::setStyle(new PlainStyle(QStyleFactory::create("Fusion")));
    qApp->installEventFilter(this);
    apply();
}

void Theme::choose(ThemeChoice choice) {
    choice_ = choice;
    apply();
}

bool Theme::system_is_dark() const {
    QApplication::setPalette(QPalette());  // takes ours away: what is left is the system's
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

void Theme::apply() {
    applying_ = true;
    const bool system_dark = choice_ == ThemeChoice::system && system_is_dark();
    dark_ = choice_ == ThemeChoice::dark || system_dark;
    colours_ = colour_table(dark_ ? ThemeChoice::dark : choice_);
    QApplication::setPalette(palette_of(colours_));
    QApplication::setFont(font(12));
    qApp->setStyleSheet(style_sheet(*this));
    applying_ = false;
    emit changed();
}

bool Theme::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ThemeChange && !applying_ && choice_ == ThemeChoice::system) {
        // Many widgets get the event; the palette of the application tells whether there is news.
        QMetaObject::invokeMethod(this, [this] {
            if (!applying_ && choice_ == ThemeChoice::system && QGuiApplication::palette().color(QPalette::Window) != colours_.panel) apply();
        }, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

QFont Theme::font(qreal points_px, int weight) const {
    static const QStringList names = families();
    QFont font;
    font.setFamilies(names);
    set_size(font, points_px);
    font.setWeight(QFont::Weight(weight));
    return font;
}

QFont Theme::mono(qreal px) const {
    static const QStringList names = mono_families();
    QFont font;
    font.setFamilies(names);
    font.setStyleHint(QFont::Monospace);
    set_size(font, px);
    return font;
}

bool Theme::reduced_motion() const {
    if (qEnvironmentVariableIsSet("WEFT_REDUCED_MOTION")) return true;
    if (QGuiApplication::platformName() == "offscreen") return true;  // nobody watches
    return !QApplication::isEffectEnabled(Qt::UI_General) || QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) == 0;
}

}  // namespace weft::ui
