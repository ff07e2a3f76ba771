// Where things stand: between the document's text and the field that shows it (CRLF is one character there), and between bytes and tasks.
#pragma once

#include <QString>
#include <optional>
#include <vector>

#include "core/targets/document.h"

class QPlainTextEdit;

namespace weft::ui {

// Qt's text field counts every line break as one character, the document's text may have two.
struct LineBreaks {
    std::vector<int> doubled;      // UTF-16 offsets of "\r\n" in the text, ascending
    bool crlf = false;             // the text's own way: what Enter writes
    qsizetype shown_size = 0;
    int to_shown(int text_offset) const;
    int to_text(int shown_offset) const;
};
LineBreaks line_breaks(const QString& text);

std::optional<yaml::Span> span_of_task(const Document& document, TaskId id);
TaskId task_at_byte(const Document& document, std::size_t byte);      // 0 = none
int end_of_line(const QPlainTextEdit* edit, int offset);

}  // namespace weft::ui
