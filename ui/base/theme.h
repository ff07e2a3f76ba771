// Colours by meaning, never by value, in three tables: light, dark, high contrast (design/UI.md). Also type sizes and measures.
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>

namespace weft::ui {

struct Colours {
    QColor canvas, dot, panel, panel2, line, text, muted, faint, accent, accent_bg, on_accent, node, node_line, lane,
        ok, run, fail, wait, warn, ok_bg, fail_bg, warn_bg, shadow, selection, code;
};

enum class ThemeChoice { system, light, dark, high_contrast };

class Theme : public QObject {
    Q_OBJECT
  public:
    static Theme& instance();
    const Colours& colours() const { return colours_; }
    bool dark() const { return dark_; }
    ThemeChoice choice() const { return choice_; }
    void choose(ThemeChoice choice);            // applies palette and style sheet to the application
    QFont font(qreal points_px, int weight = 400) const;   // px sizes of UI.md: 10.5 11.5 12 13 14 16; Inter where installed
    QFont mono(qreal px) const;
    bool reduced_motion() const;
  signals:
    void changed();
  private:
    Theme();
    void apply();
    Colours colours_;
    bool dark_ = false;
    ThemeChoice choice_ = ThemeChoice::system;
};

}  // namespace weft::ui
