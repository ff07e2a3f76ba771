// The three tables. The tests hold them to 4.5:1 for text and 3:1 for glyphs, high contrast to 7:1.
#include <cmath>

#include "ui/base/theme.h"

namespace weft::ui {
namespace {

Colours light() {
    Colours c;
    c.canvas = "#F6F7F9"; c.dot = "#DDE1E8"; c.panel = "#FFFFFF"; c.panel2 = "#FAFBFC"; c.line = "#DCE0E7";
    c.text = "#1B2130"; c.muted = "#5B6475"; c.faint = "#646D7E";
    c.accent = "#2962D9"; c.accent_bg = "#E8EFFD"; c.on_accent = "#FFFFFF";
    c.node = "#FFFFFF"; c.node_line = "#C9CFDA"; c.lane = "#EEF1F6";
    c.ok = "#18794E"; c.run = "#2962D9"; c.fail = "#C62A2F"; c.wait = "#7C8697"; c.warn = "#9A5700";
    c.ok_bg = "#E6F4EC"; c.fail_bg = "#FDECEC"; c.warn_bg = "#FFF4E0";
    c.shadow = QColor(0, 0, 0, 20); c.selection = "#2962D9"; c.code = "#F4F6F9";
    return c;
}

Colours dark() {
    Colours c;
    c.canvas = "#12151B"; c.dot = "#262C37"; c.panel = "#1A1F28"; c.panel2 = "#171B23"; c.line = "#2C3340";
    c.text = "#E7EAF0"; c.muted = "#9BA5B6"; c.faint = "#8F99AB";
    c.accent = "#7AA5FF"; c.accent_bg = "#1E2A45"; c.on_accent = "#12151B";
    c.node = "#202631"; c.node_line = "#3A4352"; c.lane = "#171C25";
    c.ok = "#5BC98C"; c.run = "#7AA5FF"; c.fail = "#FF8589"; c.wait = "#7F899B"; c.warn = "#F0B252";
    c.ok_bg = "#16301F"; c.fail_bg = "#3A1D20"; c.warn_bg = "#33270F";
    c.shadow = QColor(0, 0, 0, 85); c.selection = "#7AA5FF"; c.code = "#141820";
    return c;
}

Colours high_contrast() {
    Colours c;
    c.canvas = "#FFFFFF"; c.dot = "#C4C4C4"; c.panel = "#FFFFFF"; c.panel2 = "#FFFFFF"; c.line = "#595959";
    c.text = "#000000"; c.muted = "#2B2B2B"; c.faint = "#333333";
    c.accent = "#00318F"; c.accent_bg = "#E3EBFF"; c.on_accent = "#FFFFFF";
    c.node = "#FFFFFF"; c.node_line = "#000000"; c.lane = "#F2F2F2";
    c.ok = "#00441F"; c.run = "#00318F"; c.fail = "#8A0006"; c.wait = "#333333"; c.warn = "#573000";
    c.ok_bg = "#E2F5E9"; c.fail_bg = "#FFE9E9"; c.warn_bg = "#FFF2D6";
    c.shadow = QColor(0, 0, 0, 0); c.selection = "#00318F"; c.code = "#FFFFFF";
    return c;
}

qreal channel(qreal value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }

qreal luminance(const QColor& colour) {
    return 0.2126 * channel(colour.redF()) + 0.7152 * channel(colour.greenF()) + 0.0722 * channel(colour.blueF());
}

}  // namespace

const Colours& colour_table(ThemeChoice choice) {
    static const Colours tables[] = {light(), dark(), high_contrast()};
    if (choice == ThemeChoice::dark) return tables[1];
    return tables[choice == ThemeChoice::high_contrast ? 2 : 0];
}

qreal contrast(const QColor& a, const QColor& b) {
    const qreal first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace weft::ui
