#include "ui/canvas/note_painter.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QPalette>
#include <QTextBlock>
#include <QTextCursor>
#include <algorithm>

#include "ui/base/note_colours.h"
#include "ui/base/theme.h"
#include "ui/canvas/scene_painter.h"

namespace weft::ui {
namespace {

// Whatever a text names is not looked for: neither on this computer nor elsewhere.
class Unloading : public QTextDocument {
  protected:
    QVariant loadResource(int type, const QUrl&) override {
        if (type != ImageResource) return QString();
        QImage nothing(1, 1, QImage::Format_ARGB32);
        nothing.fill(Qt::transparent);
        return nothing;
    }
};

struct Picture { int at = 0; QString words; };

void describe_pictures(QTextDocument& document) {
    std::vector<Picture> found;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next())
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment fragment = it.fragment();
            if (!fragment.charFormat().isImageFormat()) continue;
            const QTextImageFormat picture = fragment.charFormat().toImageFormat();
            const QString alt = picture.stringProperty(QTextFormat::ImageAltText);
            for (int i = fragment.length() - 1; i >= 0; --i) found.push_back({fragment.position() + i, u'[' + (alt.isEmpty() ? picture.name() : alt) + u']'});
        }
    std::sort(found.begin(), found.end(), [](const Picture& a, const Picture& b) { return a.at > b.at; });
    QTextCursor cursor(&document);
    for (const Picture& picture : found) {
        cursor.setPosition(picture.at);
        cursor.deleteChar();
        cursor.insertText(picture.words, QTextCharFormat());
    }
}

void read(QTextDocument& document, const QString& markdown) {
    document.setUndoRedoEnabled(false);
    document.setMarkdown(markdown, QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub) | QTextDocument::MarkdownNoHTML);
    describe_pictures(document);
}

// Headings as large as the canvas's other words allow: a note is no page.
void settle_sizes(QTextDocument& document) {
    const Theme& theme = Theme::instance();
    QTextCursor cursor(&document);
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const int level = block.blockFormat().headingLevel();
        QTextBlockFormat format = block.blockFormat();
        format.setTopMargin(block == document.begin() ? 0 : level ? 8 : 3);
        format.setBottomMargin(3);
        if (format.leftMargin() > 12) format.setLeftMargin(12);   // of a quotation
        if (format.rightMargin() > 0) format.setRightMargin(0);
        cursor.setPosition(block.position());
        cursor.setBlockFormat(format);
        if (level == 0) continue;
        QTextCharFormat size;
        size.setFont(theme.font(level == 1 ? 16 : level == 2 ? 14 : 13, 600));
        size.clearProperty(QTextFormat::FontSizeAdjustment);
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        QTextCharFormat plain = cursor.charFormat();
        plain.clearProperty(QTextFormat::FontSizeAdjustment);
        cursor.setCharFormat(plain);
        cursor.mergeCharFormat(size);
    }
}

}  // namespace

std::unique_ptr<QTextDocument> note_document(const QString& markdown, qreal width) {
    auto document = std::make_unique<Unloading>();
    document->setDocumentMargin(0);
    document->setIndentWidth(18);
    document->setDefaultFont(Theme::instance().font(12));
    read(*document, markdown);
    settle_sizes(*document);
    document->setTextWidth(std::max<qreal>(20, width));
    return document;
}

QString note_words(const QString& markdown) {
    Unloading document;
    read(document, markdown);
    return document.toPlainText().trimmed();
}

QString note_title(const QString& markdown) {
    const QStringList lines = note_words(markdown).split(u'\n', Qt::SkipEmptyParts);
    return lines.isEmpty() ? QString() : lines.front().simplified();
}

QTextDocument& NoteCache::of(const NotePart& note) {
    Entry& entry = known_[note.index];
    const qreal width = note.rect.width() - 2 * note_margin;
    if (!entry.laid_out || entry.text != note.text) entry = {note.text, width, note_document(note.text, width)};
    if (entry.width != width) entry.laid_out->setTextWidth(std::max<qreal>(20, entry.width = width));
    return *entry.laid_out;
}

void paint_note(QPainter& painter, const NotePart& note, Detail detail, bool chosen, NoteCache* cache, DrawCount& count) {
    const NoteLook look = note_look(note.colour);
    if (detail == Detail::far && !chosen) {
        painter.fillRect(note.rect, look.line);
        return;
    }
    const Colours& c = Theme::instance().colours();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(chosen ? QPen(c.accent, 2) : QPen(look.line, 1.2));
    painter.setBrush(look.ground);
    painter.drawRoundedRect(note.rect, 6, 6);
    const QRectF room = note.rect.adjusted(note_margin, note_margin, -note_margin, -note_margin);
    if (cache && detail != Detail::far) {
        QTextDocument& words = cache->of(note);
        painter.save();
        painter.setClipRect(note.rect.adjusted(2, 2, -2, -2), Qt::IntersectClip);
        painter.translate(room.topLeft());
        QAbstractTextDocumentLayout::PaintContext context;
        context.palette.setColor(QPalette::Text, look.text);
        context.palette.setColor(QPalette::Link, c.accent);
        context.clip = QRectF(QPointF(), QSizeF(room.width(), room.height() + note_margin - 2));
        words.documentLayout()->draw(&painter, context);
        painter.restore();
        ++count.texts;
        if (words.size().height() > room.height() + note_margin - 2) {   // there is more
            const QRectF more(note.rect.right() - 34, note.rect.bottom() - 17, 20, 15);
            painter.fillRect(more, look.ground);
            painter.setPen(c.muted);
            painter.setFont(Theme::instance().font(12, 600));
            painter.drawText(more, Qt::AlignCenter, QStringLiteral("…"));
        }
    }
    if (chosen) {   // the corner to pull
        const QPointF corner = note.rect.bottomRight();
        painter.setPen(QPen(c.accent, 1.4));
        for (const qreal reach : {5.0, 9.0}) painter.drawLine(corner - QPointF(reach, 3), corner - QPointF(3, reach));
    }
    painter.restore();
}

void paint_notes(QPainter& painter, const QRectF& dirty_scene, const PaintJob& job, DrawCount& count) {
    if (job.scene.notes.empty()) return;
    painter.save();
    painter.translate(-job.view.offset);
    painter.scale(job.view.zoom, job.view.zoom);
    for (const NotePart& note : job.scene.notes)
        if (note.index != job.hidden_note && note.rect.adjusted(-3, -3, 3, 3).intersects(dirty_scene))
            paint_note(painter, note, job.view.detail(), note.index == job.chosen_note, job.notes, count);
    painter.restore();
}

}  // namespace weft::ui
