#include "ui/base/note_colours.h"

#include <QCoreApplication>
#include <algorithm>

#include "ui/base/theme.h"

namespace weft::ui {
namespace {

struct Pair { const char *ground, *line; };
struct Row { const char* id; Pair light, dark, high; };

// High contrast: white ground, and the line tells them apart.
constexpr Row rows[] = {{"yellow", {"#FFF6CF", "#E0C766"}, {"#3A3216", "#7A6A2B"}, {"#FFFBE6", "#6B5300"}},
                        {"blue", {"#E4EEFF", "#A9C4F5"}, {"#1B2B47", "#3F5F95"}, {"#F2F6FF", "#00318F"}},
                        {"green", {"#E2F5E8", "#9FD3B2"}, {"#173423", "#3C7452"}, {"#F0FAF3", "#00441F"}},
                        {"red", {"#FDE8E6", "#EFB0AB"}, {"#3F2021", "#86494B"}, {"#FFF3F3", "#8A0006"}},
                        {"purple", {"#F1E8FC", "#CDB3EE"}, {"#2F2343", "#674E90"}, {"#F8F3FF", "#4A1485"}},
                        {"grey", {"#ECEFF4", "#C3CAD6"}, {"#272D38", "#4C5666"}, {"#F5F5F5", "#333333"}}};

}  // namespace

const std::vector<NoteColour>& note_colours() {
    static const std::vector<NoteColour> all = {{"yellow", QT_TRANSLATE_NOOP("NoteColours", "Yellow")}, {"blue", QT_TRANSLATE_NOOP("NoteColours", "Blue")},
                                                {"green", QT_TRANSLATE_NOOP("NoteColours", "Green")},   {"red", QT_TRANSLATE_NOOP("NoteColours", "Red")},
                                                {"purple", QT_TRANSLATE_NOOP("NoteColours", "Purple")}, {"grey", QT_TRANSLATE_NOOP("NoteColours", "Grey")}};
    return all;
}

QString note_colour_name(const NoteColour& colour) { return QCoreApplication::translate("NoteColours", colour.name); }

NoteLook note_look(const QString& id) {
    const auto found = std::find_if(std::begin(rows), std::end(rows), [&](const Row& row) { return id == QLatin1String(row.id); });
    const Row& row = found == std::end(rows) ? rows[0] : *found;
    const Theme& theme = Theme::instance();
    const Pair& pair = theme.choice() == ThemeChoice::high_contrast ? row.high : theme.dark() ? row.dark : row.light;
    return {QColor(pair.ground), QColor(pair.line), theme.colours().text};
}

}  // namespace weft::ui
