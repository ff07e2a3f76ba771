// What the library holds, as data: a file of the resources each, in reading order. No self-registration; a test walks it.
#pragma once

#include <QString>
#include <vector>

namespace weft::ui {

struct LibraryEntry {
    const char* file;          // ":/library/loop.weft.yaml"
    const char* title;         // source texts in context "Library"
    const char* about;
    const char* words;         // what people look for besides, English and as it is said elsewhere
    bool example = false;      // a whole flow that runs, rather than a piece of one
};
const std::vector<LibraryEntry>& library();
QString library_text(const char* source);
bool library_matches(const LibraryEntry& entry, const QString& wanted);   // every word, anywhere, in either language

}  // namespace weft::ui
