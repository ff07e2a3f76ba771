// Notes: Markdown as Qt reads it, without HTML, without pictures, and nothing is ever loaded.
#pragma once

#include <QPainter>
#include <QTextDocument>
#include <map>
#include <memory>

#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/view.h"

namespace weft::ui {

struct PaintJob;
struct DrawCount;

inline constexpr qreal note_margin = 10, note_corner = 14;   // scene units: words to rim; where a corner can be grasped

// Laid out `width` wide in scene units. A picture stands as its description in brackets.
std::unique_ptr<QTextDocument> note_document(const QString& markdown, qreal width);
QString note_words(const QString& markdown);      // without marks
QString note_title(const QString& markdown);      // its first line that says something

// What has been laid out once. Belongs to one scene.
class NoteCache {
  public:
    QTextDocument& of(const NotePart& note);
    void reset() { known_.clear(); }
  private:
    struct Entry { QString text; qreal width = 0; std::unique_ptr<QTextDocument> laid_out; };
    std::map<int, Entry> known_;
};

// In scene units. What does not fit ends in "…".
void paint_note(QPainter& painter, const NotePart& note, Detail detail, bool chosen, NoteCache* cache, DrawCount& count);
void paint_notes(QPainter& painter, const QRectF& dirty_scene, const PaintJob& job, DrawCount& count);

}  // namespace weft::ui
