#include "ui/source/places.h"

#include <QPlainTextEdit>
#include <QTextBlock>
#include <algorithm>

namespace weft::ui {

LineBreaks line_breaks(const QString& text) {
    LineBreaks breaks;
    for (qsizetype at = text.indexOf(u'\r'); at >= 0; at = text.indexOf(u'\r', at + 1))
        if (at + 1 < text.size() && text[at + 1] == u'\n') breaks.doubled.push_back(int(at));
    breaks.returns = text.contains(u'\r');
    const qsizetype first = text.indexOf(u'\n');
    breaks.crlf = first > 0 && text[first - 1] == u'\r';
    breaks.shown_size = text.size() - qsizetype(breaks.doubled.size());
    return breaks;
}

bool LineBreaks::follow(qsizetype removed, const QString& inserted) {
    if (returns || inserted.contains(u'\r')) return false;
    shown_size += inserted.size() - removed;
    return true;
}

int LineBreaks::to_shown(int text_offset) const {
    const auto before = std::lower_bound(doubled.begin(), doubled.end(), text_offset);
    return text_offset - int(before - doubled.begin());
}

int LineBreaks::to_text(int shown_offset) const {
    // The k-th double break stands at doubled[k] - k in the field: every one before the offset adds one.
    int low = 0, high = int(doubled.size());
    while (low < high) {
        const int middle = (low + high) / 2;
        if (doubled[std::size_t(middle)] - middle < shown_offset) low = middle + 1;
        else high = middle;
    }
    return shown_offset + low;
}

int end_of_line(const QPlainTextEdit* edit, int offset) {
    const QTextBlock block = edit->document()->findBlock(offset);
    return block.isValid() ? block.position() + block.length() - 1 : offset;
}

}  // namespace weft::ui
