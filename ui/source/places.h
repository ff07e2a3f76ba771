// Places in the document's text and in the field that shows it: CRLF is one character there.
#pragma once

#include <QString>
#include <vector>

class QPlainTextEdit;

namespace weft::ui {

// Qt's text field counts every line break as one character, the document's text may have two.
struct LineBreaks {
    std::vector<int> doubled;      // UTF-16 offsets of "\r\n" in the text, ascending
    bool crlf = false;             // the text's own way: what Enter writes
    qsizetype shown_size = 0;
    bool returns = false;          // there is a "\r" at all
    // After an edit of the text; false: the whole text must be looked at again.
    bool follow(qsizetype removed, const QString& inserted);
    int to_shown(int text_offset) const;
    int to_text(int shown_offset) const;
};
LineBreaks line_breaks(const QString& text);

int end_of_line(const QPlainTextEdit* edit, int offset);

}  // namespace weft::ui
