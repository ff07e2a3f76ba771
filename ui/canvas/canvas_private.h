// The canvas's inside, shared by its files: canvas_news (document -> scene), canvas_view (pan, zoom, fit), canvas_paint, canvas_draft, canvas_mouse,
// canvas_events, canvas_keys, canvas_commands, canvas_drop.
#pragma once

#include <QElapsedTimer>
#include <QImage>
#include <QPixmap>
#include <QPointer>
#include <QTimer>
#include <QVariantAnimation>
#include <optional>

#include "ui/canvas/add_menu.h"
#include "ui/canvas/canvas.h"
#include "ui/canvas/canvas_diff.h"
#include "ui/canvas/canvas_overlays.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/gestures/gesture.h"
#include "ui/canvas/note_painter.h"
#include "ui/canvas/scene_hits.h"
#include "ui/canvas/scene_painter.h"
#include "ui/document/flow_document.h"

namespace weft::ui {

class NoteEdit;

struct Canvas::Private {
    Private(Canvas& canvas, FlowDocument& doc);

    Canvas& q;
    FlowDocument& document;
    CanvasSettings settings;

    // --- what is drawn ---
    CanvasScene scene;
    layout::FlowPicture picture;
    std::optional<layout::FlowPicture> laid_out;   // what came with the document
    BodyRef shown_scope;
    View view;
    SceneHits hits{scene, view};
    TextCache texts;
    NoteCache note_cache;
    std::shared_ptr<const CanvasDiff> diff;
    DiffDrawing diff_drawing;
    DrawCount drawn;
    DrawCount whole;                     // of the last paint of everything in sight, and how it was seen
    Detail whole_detail = Detail::near;
    View painted;                        // what the screen shows
    struct Draft { bool on = false; QImage frame; View view; } draft;   // a zoom goes on: the frame it began with, scaled
    int layout_turn = 0, scene_turn = 0;
    bool scene_pending = false;          // the scene of a large body is being built by a worker
    std::vector<std::function<void()>> when_built;   // asked for meanwhile
    bool anew = false;                   // the next layout forgets where things stood: tidy up
    std::unordered_map<TaskId, layout::Placed> stood;   // places of tasks that have been here: one that is undone back comes to where it was
    bool layout_pending = false;
    bool view_is_fit = true;             // nobody has panned or zoomed since the last fit: a resize fits again
    std::vector<BodyRef> trail{BodyRef{}};

    // --- pointer and keyboard ---
    int hovered_node = -1, hovered_wire = -1;
    TaskPair chosen_wire{0, 0};
    QPointF last_mouse;                  // viewport; where an added task goes
    bool mouse_known = false, space_down = false, keyboard = false;
    struct Press { Qt::MouseButton button = Qt::NoButton; QPointF at; Hit hit; Qt::KeyboardModifiers modifiers; bool on_link = false; bool narrow_on_release = false; int note = -1; bool note_corner = false; } press;
    std::unique_ptr<Gesture> gesture;
    bool gesture_pans = false;
    std::vector<QRectF> lifted_from;
    std::vector<std::uint8_t> lifted;
    QPixmap still;                       // everything that does not move during a gesture
    QString hint;
    bool hint_refuses = false;
    // a palette item that hovers
    QString drop_kind;
    QPointF drop_at;
    Hit drop_wire;

    // --- children and clocks ---
    ZoomBar* zoom_bar;
    Breadcrumb* breadcrumb;
    RenameField* rename;
    TaskId renamed = 0;
    AddMenu* add_menu = nullptr;
    NoteEdit* note_edit = nullptr;
    Note edited_note;                    // as it was before it is typed in
    int edited_index = -1;               // -1: a new one
    AddWish waiting_add;
    QTimer turning, refresh, resting;
    QElapsedTimer clock, since_refresh;
    QVariantAnimation glide;

    // canvas_news.cpp
    void listen();
    void on_changed(const FlowChange& change);
    void lay_out();
    layout::FlowPicture where_things_stand(const Body& body);
    void rebuild();
    void install(CanvasScene fresh);
    void fit_when_built();
    void run_changed();
    void show_states();
    void make_room_for_banner(const QRectF& before);
    void selection_changed();
    void scope_changed();
    void describe();                     // accessible texts
    QString scope_name(const BodyRef& scope) const;
    bool editable();                     // says why when not

    // canvas_view.cpp
    void set_view(const View& wanted, bool animated, bool drafted = false);
    View fitted(const QRectF& scene_rect, qreal largest) const;
    void zoom_at(QPointF anchor, qreal factor, bool drafted = false);
    void pan_by(QPoint distance);
    void place_children();
    void reveal(int node);               // scrolls just enough
    QRectF banner_rect() const;
    std::vector<QRect> overlay_rects() const;

    // canvas_paint.cpp
    PaintJob job() const;
    void paint_still();
    void paint_gesture(QPainter& painter);
    void paint_overlays(QPainter& painter);
    QRect view_rect_of(int node) const;
    void update_node(int node);
    void update_wire(int wire);
    void tick();
    void keep_turning();

    // canvas_draft.cpp
    void zoom_gesture(QPointF anchor, qreal factor);
    bool expensive() const;
    bool keep_frame();
    bool paint_draft(QPainter& painter, const QRegion& dirty);
    void end_draft();

    // canvas_mouse.cpp
    Pointer pointer(QPointF at, Qt::KeyboardModifiers modifiers) const { return {at, view.to_scene(at), modifiers}; }
    void hover(QPointF at);
    void press_left(const Pointer& at);
    void begin(std::unique_ptr<Gesture> fresh, bool pans = false);
    void begin_after_drag(const Pointer& at);
    void feed(const Pointer& at);
    void finish(const Pointer& at);
    void cancel_gesture();
    void click(const Pointer& at);
    void obey(const Outcome& outcome, QPointF at);
    void say(const QString& text, bool refuses);
    QString tip_at(QPointF at) const;

    // canvas_notes.cpp
    int chosen_note() const;
    void choose_note(int note);
    const NotePart* note_part(int note) const;
    int note_index_at(QPointF scene, bool* corner = nullptr) const;
    void note_changed();
    void type_note(int index, Note note);   // -1: a new one
    void finish_note(const QString& text);
    void change_note(const QString& label, const std::function<void(Note&)>& change, const QString& merge_key = {});
    void delete_note();
    bool note_key(int key, Qt::KeyboardModifiers modifiers);   // true: it meant a note
    void note_menu(int note, QPoint global);
    void new_note(QPointF scene);
    void end_typing();                   // fields over the canvas take what they hold

    // canvas_keys.cpp
    int focused_node() const;
    int neighbour(int node, int key) const;
    void step_to(int key);
    void extend_to(int key);
    void select_chain(int key);
    void nudge(int key, qreal distance);

    // canvas_commands.cpp
    bool commit(const QString& label, const FlowEdit& edit, const QString& merge_key = {});
    void select_only(TaskId id) { document.select(id ? std::vector<TaskId>{id} : std::vector<TaskId>()); }
    std::vector<TaskId> selected_here() const;
    void add(AddWish wish);
    void show_add_menu(AddWish wish, QPointF at);
    Point corner_for(QPointF at) const;  // of a node whose middle is there
    void finish_rename(const QString& name);
};

}  // namespace weft::ui
