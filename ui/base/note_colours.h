// The colours of notes, by name: a pale ground, a line around it, words on it. They follow the theme.
#pragma once

#include <QColor>
#include <QString>
#include <vector>

namespace weft::ui {

struct NoteColour {
    const char* id;          // as files have it
    const char* name;        // source text in context "NoteColours"
};
const std::vector<NoteColour>& note_colours();      // the first is what a note has that says nothing
QString note_colour_name(const NoteColour& colour); // translated

struct NoteLook { QColor ground, line, text; };
NoteLook note_look(const QString& id);              // of the theme that is shown

}  // namespace weft::ui
