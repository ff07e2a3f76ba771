// Colours by meaning, never by value, in three tables: light, dark, high contrast (design/UI.md). Also type sizes and the looks of widgets.
//
// A widget says what it is with the dynamic property "look"; the style sheet does the rest:
//   QPushButton  "primary" (filled accent) · "soft" (accent on pale accent: a fix) · "link" · "quiet" (no border until hovered)
//   QToolButton  flat by itself, "field" like a button with a border
//   QLabel       "title" (16/600) · "heading" (12/600) · "section" (11/600, faint) · "muted" · "faint" (10.5) · "error" (10.5) · "warn" (10.5) · "mono"
//   QLineEdit, QPlainTextEdit, QComboBox   "mono" · and the property "bad" = true for a field with a finding
//   QFrame       "card" (bordered, rounded) · "line" (hairline)
//   QTabBar and QTabWidget are underlined; look "documents" on a QTabBar makes it a bar of files
// After changing a property call restyle(widget).
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QString>

class QWidget;

namespace weft::ui {

struct Colours {
    QColor canvas, dot, panel, panel2, line, text, muted, faint, accent, accent_bg, on_accent, node, node_line, lane,
        ok, run, fail, wait, warn, ok_bg, fail_bg, warn_bg, shadow, selection, code;
};

enum class ThemeChoice { system, light, dark, high_contrast };

const Colours& colour_table(ThemeChoice choice);   // system counts as light
qreal contrast(const QColor& a, const QColor& b);  // 1 … 21, as WCAG 2 computes it
void restyle(QWidget* widget);

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
  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;   // the system's theme changed
  private:
    Theme();
    void apply();
    bool system_is_dark() const;
    Colours colours_;
    bool dark_ = false;
    bool applying_ = false;
    ThemeChoice choice_ = ThemeChoice::system;
};

}  // namespace weft::ui
