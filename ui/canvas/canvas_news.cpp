// From the document's news to a scene.
#include <QDateTime>
#include <algorithm>
#include <unordered_set>
#include <utility>

#include "ui/base/theme.h"
#include "ui/bridge/background.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas_accessible.h"
#include "ui/canvas/canvas_private.h"
#include "ui/document/note_choice.h"

namespace weft::ui {
namespace {

constexpr std::size_t small_body = 100;   // up to here a layout takes less than a frame
constexpr int refresh_ms = 40;            // a run's events come in bursts

// The way down to a scope. A task's own body hangs below the body that the task stands in; a shared definition below where it was opened from,
// or below main when the way there is not known (a click in the outline, a finding).
std::vector<BodyRef> trail_to(const Flow& flow, const BodyRef& scope, const std::vector<BodyRef>& before) {
    std::vector<BodyRef> trail{scope};
    while (!(trail.front() == BodyRef{}) && trail.size() < 32) {
        const BodyRef lowest = trail.front();
        if (lowest.task != 0) {
            trail.insert(trail.begin(), body_of(flow, lowest.task));
            continue;
        }
        const Body* opener = before.empty() ? nullptr : body_at(flow, before.back());
        const bool used = opener && std::any_of(opener->tasks.begin(), opener->tasks.end(), [&](const TaskPtr& task) { return task && task->definition == lowest.definition; });
        if (used) trail.insert(trail.begin(), before.begin(), before.end());
        else trail.insert(trail.begin(), BodyRef{});
    }
    return trail;
}

std::size_t size_of(const Body& body) { return body.tasks.size() + body.handlers.size(); }

}  // namespace

void Canvas::Private::listen() {
    const auto on = [this](auto signal, auto slot) { QObject::connect(&document, signal, &q, slot); };
    on(&FlowDocument::changed, [this](const FlowChange& change) { on_changed(change); });
    on(&FlowDocument::parse_state_changed, [this] { cancel_gesture(); q.viewport()->update(); });
    on(&FlowDocument::selection_changed, [this] { selection_changed(); });
    on(&FlowDocument::scope_changed, [this] { scope_changed(); });
    on(&FlowDocument::run_changed, [this] { run_changed(); });
    on(&FlowDocument::findings_changed, [this] {
        for (const int node : show_findings(scene, document.findings())) update_node(node);
    });
    QObject::connect(&Theme::instance(), &Theme::changed, &q, [this] {
        texts.reset(std::size_t(scene.count()));
        note_cache.reset();
        still = {};
        q.viewport()->update();
    });
    QObject::connect(&NoteChoice::of(document), &NoteChoice::changed, &q, [this] { note_changed(); });
    refresh.setSingleShot(true);
    QObject::connect(&refresh, &QTimer::timeout, &q, [this] { show_states(); });
    QObject::connect(&turning, &QTimer::timeout, &q, [this] { tick(); });
    resting.setSingleShot(true);
    QObject::connect(&resting, &QTimer::timeout, &q, [this] { end_draft(); });
}

void Canvas::Private::on_changed(const FlowChange& change) {
    if (!(document.scope() == shown_scope)) return scope_changed();
    if (!change.added.empty() || !change.removed.empty() || change.edges || change.placements) lay_out();
    rebuild();
}

// The picture before the edit, with the old places of tasks that have come back and find them free.
layout::FlowPicture Canvas::Private::where_things_stand(const Body& body) {
    layout::FlowPicture before = picture;
    std::unordered_set<TaskId> known;
    for (const layout::Placed& placed : picture.tasks) {
        stood[placed.id] = placed;
        known.insert(placed.id);
    }
    const auto rect = [](const layout::Placed& placed) { return QRectF(placed.x, placed.y, placed.w, placed.h); };
    for (const TaskPtr& task : body.tasks) {
        const auto old = task && !known.count(task->id) ? stood.find(task->id) : stood.end();
        if (old == stood.end()) continue;
        const bool free = std::none_of(before.tasks.begin(), before.tasks.end(), [&](const layout::Placed& other) { return rect(other).intersects(rect(old->second).adjusted(-8, -8, 8, 8)); });
        if (free) before.tasks.push_back(old->second);
    }
    return before;
}

void Canvas::Private::lay_out() {
    const FlowPtr flow = document.flow();
    const BodyRef scope = document.scope();
    const Body* body = flow ? body_at(*flow, scope) : nullptr;
    if (!body) return;
    const int turn = ++layout_turn;
    const bool same_place = shown_scope == scope && !picture.tasks.empty() && !std::exchange(anew, false);
    const auto work = [flow, scope, before = same_place ? where_things_stand(*body) : layout::FlowPicture(), same_place] {
        const Body* here = body_at(*flow, scope);
        return here ? layout::layout_flow(*flow, *here, scope_prefix(*flow, scope), same_place ? &before : nullptr) : layout::FlowPicture();
    };
    layout_pending = size_of(*body) > small_body;
    if (!layout_pending) {
        picture = work();
        return;
    }
    in_background(&q, work, [this, turn](layout::FlowPicture fresh) {
        if (turn != layout_turn) return;
        layout_pending = false;
        picture = std::move(fresh);
        rebuild();
        fit_when_built();
    });
}

// Of a large body on another thread: what stands is drawn until it is there.
void Canvas::Private::rebuild() {
    const FlowPtr flow = document.flow();
    const Body* body = flow ? body_at(*flow, document.scope()) : nullptr;
    const int turn = ++scene_turn;
    scene_pending = body && size_of(*body) > small_body;
    if (!scene_pending) {
        install(build_scene({flow, document.scope(), picture}));
        return;
    }
    cancel_gesture();
    shown_scope = document.scope();
    in_background(&q, [source = SceneSource{flow, document.scope(), picture}] { return build_scene(source); }, [this, turn](CanvasScene fresh) {
        if (turn != scene_turn) return let_go(std::move(fresh));
        scene_pending = false;
        install(std::move(fresh));
        for (const std::function<void()>& asked : std::exchange(when_built, {})) asked();
    });
}

void Canvas::Private::fit_when_built() {
    const auto fit = [this] { if (view_is_fit) q.fit_all(); };
    if (scene_pending) when_built.push_back(fit);
    else fit();
}

void Canvas::Private::install(CanvasScene fresh) {
    cancel_gesture();
    const bool was_empty = scene.count() == 0;
    std::swap(scene, fresh);
    if (fresh.count() > int(small_body)) let_go(std::move(fresh));
    shown_scope = document.scope();
    texts.reset(std::size_t(scene.count()));
    still = {};
    hovered_node = hovered_wire = -1;
    show_findings(scene, document.findings());
    show_selection(scene, document.selection());
    show_states();
    if (diff) diff_drawing = place_diff(scene, *diff);
    describe();
    if (was_empty && scene.count() > 0 && view_is_fit && q.isVisible()) q.fit_all();
    q.viewport()->update();
    emit q.view_changed();
}

void Canvas::Private::run_changed() {
    const qint64 rest = refresh_ms - (since_refresh.isValid() ? since_refresh.elapsed() : refresh_ms);
    if (rest <= 0) show_states();
    else if (!refresh.isActive()) refresh.start(int(rest));
}

// The verdict came, or grew by a line, and would lie on the frame's foot that stood free before: the view goes up by as much. Who looks at another part
// of a large flow keeps looking at it.
void Canvas::Private::make_room_for_banner(const QRectF& before) {
    const QRectF banner = banner_rect(), frame = view.to_view(scene.frame.rect);
    const qreal free = before.isEmpty() ? q.viewport()->height() : before.top();
    const qreal over = frame.bottom() + 12 - banner.top();
    if (banner.isEmpty() || over <= 0 || frame.bottom() > free) return;
    View up = view;
    up.offset += QPointF(0, std::ceil(over));
    set_view(up, false);
}

void Canvas::Private::show_states() {
    since_refresh.start();
    const bool had = scene.with_states;
    const QRectF banner_before = banner_rect();
    const QRect before = banner_before.toAlignedRect();
    const std::vector<int> changed = ui::show_run(scene, document.shown_run(), document.shown_verdict(), document.shown_run_number(), QDateTime::currentMSecsSinceEpoch());
    for (const int node : changed) texts.drop(node);
    say_states(q, changed);
    if (had != scene.with_states || banner_rect().height() != banner_before.height()) {
        if (!view_is_fit) make_room_for_banner(banner_before);
        if (view_is_fit && q.isVisible()) q.fit_all();   // the verdict takes room
        q.viewport()->update();
    } else {
        if (changed.size() > 64) q.viewport()->update();
        else for (const int node : changed) update_node(node);
        q.viewport()->update(before.united(banner_rect().toAlignedRect()).adjusted(-2, -2, 2, 2));
    }
    if (!changed.empty()) {
        still = {};
        emit q.view_changed();
    }
    keep_turning();
}

void Canvas::Private::selection_changed() {
    if (!document.selection().empty()) chosen_wire = {0, 0};
    if (show_selection(scene, document.selection()).empty()) return;
    still = {};
    q.viewport()->update();
    describe();
    say_focused(q);
}

void Canvas::Private::scope_changed() {
    const BodyRef scope = document.scope();
    const auto known = std::find(trail.begin(), trail.end(), scope);
    if (known != trail.end()) trail.erase(known + 1, trail.end());
    else trail = trail_to(*document.flow(), scope, trail);
    // A body that has gone away takes what was opened through it along.
    std::erase_if(trail, [this](const BodyRef& ref) { return !body_at(*document.flow(), ref); });
    QStringList names;
    for (const BodyRef& ref : trail) names << scope_name(ref);
    breadcrumb->show_trail(names);
    chosen_wire = {0, 0};
    picture = laid_out ? std::move(*laid_out) : layout::FlowPicture();
    scene = {};
    if (!laid_out) lay_out();
    laid_out.reset();
    rebuild();
    place_children();
    q.fit_all();
    if (scene_pending) fit_when_built();
}

QString Canvas::Private::scope_name(const BodyRef& scope) const {
    const Flow& flow = *document.flow();
    if (scope.task != 0) {
        const Task* task = find_task(flow, scope.task);
        return task ? qs(task->name) : QString();
    }
    if (!scope.definition.empty()) return qs(scope.definition);
    return flow.name.empty() ? document.title() : qs(flow.name);
}

bool Canvas::Private::editable() {
    if (document.can_draw()) return true;
    emit q.notice(translated(document.why_not_draw()));
    return false;
}

void Canvas::Private::describe() {
    int handlers = 0;
    for (int node = 0; node < scene.count(); ++node) handlers += scene.has(node, flag_handler) ? 1 : 0;
    const int tasks = scene.count() - handlers;
    QStringList parts{tasks == 1 ? Canvas::tr("1 task") : Canvas::tr("%1 tasks").arg(tasks)};
    parts << (handlers == 1 ? Canvas::tr("1 exit handler") : Canvas::tr("%1 exit handlers").arg(handlers));
    if (const int node = focused_node(); node >= 0) {
        const NodeFace& face = scene.faces[std::size_t(node)];
        parts << Canvas::tr("selected: %1").arg(face.state.isEmpty() ? face.title : face.title + QStringLiteral(", ") + face.state);
    }
    q.setAccessibleName(Canvas::tr("Flow %1").arg(scene.frame.name));
    q.setAccessibleDescription(parts.join(QStringLiteral(", ")));
}

}  // namespace weft::ui
