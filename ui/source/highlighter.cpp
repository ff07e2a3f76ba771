#include "ui/source/highlighter.h"

#include "ui/base/theme.h"

namespace weft::ui {

namespace {

enum class Role { comment, key, string, tag, mark };

QTextCharFormat format_of(Role role) {
    const Colours& c = Theme::instance().colours();
    QTextCharFormat format;
    switch (role) {
        case Role::comment: format.setForeground(c.faint); format.setFontItalic(true); break;
        case Role::key: format.setForeground(c.accent); break;
        case Role::string: format.setForeground(c.ok); break;
        case Role::tag: format.setForeground(c.warn); break;
        case Role::mark: format.setForeground(c.muted); break;
    }
    return format;
}

// End of the quoted string that starts at `from`, one behind its closing quote (or the line's end).
qsizetype quoted_end(const QString& line, qsizetype from) {
    const QChar quote = line[from];
    for (qsizetype i = from + 1; i < line.size(); ++i) {
        if (quote == u'"' && line[i] == u'\\') ++i;
        else if (line[i] == quote) return i + 1;
    }
    return line.size();
}

// Where the key's colon stands, or -1: a colon before blank or end, outside quotes.
qsizetype key_colon(const QString& line, qsizetype from) {
    if (from < line.size() && line[from] == u'#') return -1;
    for (qsizetype i = from; i < line.size(); ++i) {
        if ((line[i] == u'"' || line[i] == u'\'') && i == from) i = quoted_end(line, i) - 1;
        else if (line[i] == u'#' && i > from && line[i - 1].isSpace()) return -1;
        else if (line[i] == u'{' || line[i] == u'[') return -1;
        else if (line[i] == u':' && (i + 1 == line.size() || line[i + 1].isSpace())) return i;
    }
    return -1;
}

}  // namespace

Highlighter::Highlighter(QTextDocument* document) : QSyntaxHighlighter(document) {
    connect(&Theme::instance(), &Theme::changed, this, &QSyntaxHighlighter::rehighlight);
}

void Highlighter::highlightBlock(const QString& line) {
    qsizetype at = 0;
    while (at < line.size() && (line[at].isSpace() || (line[at] == u'-' && (at + 1 == line.size() || line[at + 1].isSpace())))) {
        if (line[at] == u'-') setFormat(int(at), 1, format_of(Role::mark));
        ++at;
    }
    if (const qsizetype colon = key_colon(line, at); colon > at) {
        setFormat(int(at), int(colon - at), format_of(Role::key));
        setFormat(int(colon), 1, format_of(Role::mark));
        at = colon + 1;
    }
    while (at < line.size()) {
        const QChar c = line[at];
        const bool fresh = at == 0 || line[at - 1].isSpace() || QStringLiteral("[{,:").contains(line[at - 1]);
        if (c == u'#' && (at == 0 || line[at - 1].isSpace())) {
            setFormat(int(at), int(line.size() - at), format_of(Role::comment));
            return;
        }
        if (c == u'{' && at + 1 < line.size() && line[at + 1] == u'{') {
            const qsizetype end = line.indexOf(QLatin1String("}}"), at);
            const qsizetype length = (end < 0 ? line.size() : end + 2) - at;
            setFormat(int(at), int(length), format_of(Role::tag));
            at += length;
        } else if ((c == u'"' || c == u'\'') && fresh) {
            const qsizetype end = quoted_end(line, at);
            setFormat(int(at), int(end - at), format_of(Role::string));
            at = end;
        } else if ((c == u'&' || c == u'*' || c == u'!') && fresh) {
            qsizetype end = at + 1;
            while (end < line.size() && !line[end].isSpace()) ++end;
            setFormat(int(at), int(end - at), format_of(Role::tag));
            at = end;
        } else {
            ++at;
        }
    }
}

}  // namespace weft::ui
