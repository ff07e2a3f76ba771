#include "ui/canvas/canvas_scene.h"

#include <algorithm>

#include "core/model/edit_notes.h"
#include "ui/bridge/text.h"
#include "ui/canvas/scene_text.h"

namespace weft::ui {
namespace {

void add_node(CanvasScene& scene, const Flow& flow, const Task& task, const Handler* handler, const std::string& prefix, int owner) {
    const Definition* definition = definition_of(flow, task);
    NodeFace face;
    face.title = qs(task.name);
    face.kind = kind_glyph_of(task, definition);
    face.subtitle = handler ? trigger_word(handler->trigger) : subtitle_of(flow, task, definition);
    if (handler && task.muted) face.subtitle = subtitle_of(flow, task, definition);
    if (task.loop) face.loop = loop_text(*task.loop);
    if (!task.when.empty()) face.when = when_text(task.when);
    std::uint8_t flags = handler ? flag_handler : 0;
    if (task.muted) flags |= flag_muted;
    if (definition && definition->body) flags |= flag_opens;
    scene.index.emplace(task.id, scene.count());
    scene.ids.push_back(task.id);
    scene.names.push_back(prefix + task.name);
    scene.owners.push_back(owner);
    scene.flags.push_back(flags);
    scene.faces.push_back(std::move(face));
}

void add_body(CanvasScene& scene, const Flow& flow, const Body& body, const std::string& prefix, int owner) {
    for (const TaskPtr& task : body.tasks) {
        if (task) add_node(scene, flow, *task, nullptr, prefix, owner);
    }
    for (const Handler& handler : body.handlers) {
        if (handler.task) add_node(scene, flow, *handler.task, &handler, prefix, owner);
    }
}

// The bodies that are drawn: the scope's, then those of unfolded tasks, the outer ones first.
std::vector<const Body*> add_nodes(CanvasScene& scene, const Flow& flow, const Body& body, const layout::FlowPicture& picture) {
    const std::size_t count = std::max(picture.tasks.size(), body.tasks.size() + body.handlers.size());
    scene.ids.reserve(count);
    scene.names.reserve(count);
    scene.owners.reserve(count);
    scene.flags.reserve(count);
    scene.faces.reserve(count);
    scene.index.reserve(count);
    std::vector<const Body*> bodies{&body};
    add_body(scene, flow, body, {}, -1);
    for (const layout::Unfolded& open : picture.unfolded) {
        const int node = scene.find(open.task);
        const Task* task = node < 0 ? nullptr : find_task(flow, open.task);
        const Definition* definition = task ? definition_of(flow, *task) : nullptr;
        if (!definition || !definition->body) continue;
        scene.flags[std::size_t(node)] |= flag_open;
        scene.open.push_back({node, open.lane_top, open.lane_bottom});
        bodies.push_back(definition->body.get());
        add_body(scene, flow, *definition->body, scene.names[std::size_t(node)] + "/", node);
    }
    scene.glyphs.assign(std::size_t(scene.count()), Glyph::none);
    return bodies;
}

void place_nodes(CanvasScene& scene, const layout::FlowPicture& picture) {
    scene.rects.assign(std::size_t(scene.count()), QRectF(layout::frame_left, layout::frame_top, layout::node_width, layout::node_height));
    for (const layout::Placed& placed : picture.tasks) {
        if (const int node = scene.find(placed.id); node >= 0) scene.rects[std::size_t(node)] = QRectF(placed.x, placed.y, placed.w, placed.h);
    }
    scene.frame.rect = QRectF(0, 0, std::max(picture.width, 420.0), std::max(picture.height, 200.0));
    scene.frame.lane_top = picture.lane_top;
    scene.frame.lane_bottom = picture.lane_bottom;
}

// An order edge and the data edges between the same two tasks are one wire.
void add_wires(CanvasScene& scene, const Flow& flow, const std::vector<const Body*>& bodies, const layout::FlowPicture& picture) {
    std::unordered_map<std::uint64_t, int> known;
    std::vector<Edge> edges = edges_of(flow, *bodies.front());
    for (std::size_t i = 1; i < bodies.size(); ++i) {
        const std::vector<Edge> inner = edges_of(flow, *bodies[i]);
        edges.insert(edges.end(), inner.begin(), inner.end());
    }
    for (const Edge& edge : edges) {
        const int from = scene.find(edge.from), to = scene.find(edge.to);
        if (from < 0 || to < 0) continue;
        const auto [entry, fresh] = known.emplace(std::uint64_t(from) << 32 | std::uint64_t(to), int(scene.wires.size()));
        if (fresh) {
            scene.wires.push_back(Wire{from, to});
        }
        Wire& wire = scene.wires[std::size_t(entry->second)];
        if (edge.kind == EdgeKind::order) {
            wire.order = true;
            wire.results = edge.results;
            wire.condition = wire_text(edge);
        } else {
            wire.data = true;
            if (!wire.carries.isEmpty()) wire.carries += QStringLiteral(", ");
            wire.carries += wire_text(edge);
        }
    }
    for (const layout::Bent& bent : picture.bends) {
        const int from = scene.find(bent.from), to = scene.find(bent.to);
        const auto entry = from < 0 || to < 0 ? known.end() : known.find(std::uint64_t(from) << 32 | std::uint64_t(to));
        if (entry == known.end()) continue;
        Wire& wire = scene.wires[std::size_t(entry->second)];
        for (const Point& point : bent.through) wire.bends.emplace_back(point.x, point.y);
        wire.bent_from = scene.rects[std::size_t(from)].topLeft();
        wire.bent_to = scene.rects[std::size_t(to)].topLeft();
    }
    scene.wires_of.assign(std::size_t(scene.count()), {});
    for (int i = 0; i < int(scene.wires.size()); ++i) {
        scene.wires_of[std::size_t(scene.wires[std::size_t(i)].from)].push_back(i);
        scene.wires_of[std::size_t(scene.wires[std::size_t(i)].to)].push_back(i);
    }
}

void name_frame(CanvasScene& scene, const SceneSource& source) {
    const Flow& flow = *source.flow;
    const Environment* environment = &flow.environment;
    scene.frame.name = qs(flow.name);
    scene.frame.inner = !(source.scope == BodyRef{});
    if (source.scope.task != 0) {
        const Task* task = find_task(flow, source.scope.task);
        scene.frame.name = task ? qs(task->name) : QString();
        environment = task && task->own ? &task->own->environment : environment;
    } else if (!source.scope.definition.empty()) {
        const Definition* definition = find_definition(flow, source.scope.definition);
        scene.frame.name = qs(source.scope.definition);
        environment = definition ? &definition->environment : environment;
    }
    scene.frame.environment = environment_text(*environment);
}

void add_notes(CanvasScene& scene, const SceneSource& source) {
    const std::vector<Note>& notes = source.flow->notes;
    if (notes.empty()) return;
    std::vector<std::pair<std::string, QPointF>> homes{{edit::home_of(*source.flow, source.scope), QPointF()}};
    for (const OpenPart& open : scene.open) {
        const Task* task = find_task(*source.flow, scene.ids[std::size_t(open.node)]);
        const BodyRef inside = task && !task->definition.empty() ? BodyRef{task->definition, 0} : BodyRef{{}, scene.ids[std::size_t(open.node)]};
        homes.emplace_back(edit::home_of(*source.flow, inside), scene.rects[std::size_t(open.node)].topLeft());
    }
    for (std::size_t i = 0; i < notes.size(); ++i)
        for (const auto& [home, origin] : homes)
            if (const Note& note = notes[i]; note.in == home)
                scene.notes.push_back({int(i), QRectF(origin.x() + note.at.x, origin.y() + note.at.y, note.w, note.h), qs(note.text), qs(note.colour), origin});
}

// --- the run ---

// A loop's copies are "fan[0]", "fan[1]" …: the node shows how far they are together.
bool fold_copies(const run::RunState& run, const std::string& path, run::TaskState* out, QString* progress) {
    using run::Stage;
    int total = 0, done = 0;
    run::TaskState sum;
    const std::string head = path + "[";
    for (auto at = run.tasks.lower_bound(head); at != run.tasks.end() && at->first.compare(0, head.size(), head) == 0; ++at) {
        if (at->first.find('/', head.size()) != std::string::npos) continue;
        const run::TaskState& copy = at->second;
        ++total;
        done += run::terminal(copy.stage) ? 1 : 0;
        const bool worse = copy.stage >= Stage::failed && copy.stage <= Stage::lost;
        if (worse && sum.stage < Stage::failed) sum.reason = copy.reason;
        if (sum.started_ms == 0 || (copy.started_ms > 0 && copy.started_ms < sum.started_ms)) sum.started_ms = copy.started_ms;
        sum.ended_ms = std::max(sum.ended_ms, copy.ended_ms);
        sum.stage = std::max(sum.stage, copy.stage);
    }
    if (total == 0) return false;
    if (done < total) {
        sum.stage = Stage::running;
        sum.ended_ms = 0;
        *progress = QStringLiteral("%1/%2").arg(done).arg(total);
    }
    *out = sum;
    return true;
}

Glyph state_of(const run::RunState& run, const std::string& path, qint64 now_ms, QString* line) {
    const auto found = run.tasks.find(path);
    run::TaskState folded;
    QString progress;
    const run::TaskState* state = found != run.tasks.end() ? &found->second : nullptr;
    if ((!state || state->group) && fold_copies(run, path, &folded, &progress)) {
        if (!state || state->stage == run::Stage::none || !run::terminal(state->stage)) state = &folded;
    }
    if (!state) return Glyph::none;
    *line = state_line(*state, now_ms);
    if (!progress.isEmpty()) *line += (line->contains(u"  ") ? QStringLiteral(" · ") : QStringLiteral("  ")) + progress;
    return glyph_of(state->stage);
}

}  // namespace

int CanvasScene::find(TaskId id) const {
    const auto found = index.find(id);
    return found == index.end() ? -1 : found->second;
}

int CanvasScene::open_at(QPointF at) const {
    int best = -1;
    for (const OpenPart& part : open)
        if (rects[std::size_t(part.node)].contains(at)) best = part.node;   // the inner ones come later
    return best;
}

QLineF CanvasScene::ends(int wire) const {
    const Wire& w = wires[std::size_t(wire)];
    const QRectF &from = rects[std::size_t(w.from)], &to = rects[std::size_t(w.to)];
    // The curve ends at the rim of a port; a handler has none.
    const qreal gap_from = has(w.from, flag_handler) ? 0 : port_radius, gap_to = has(w.to, flag_handler) ? 1 : port_radius + 1;
    return {from.right() + gap_from, from.center().y(), to.left() - gap_to, to.center().y()};
}

WireCurve CanvasScene::curve(int wire) const {
    const QLineF line = ends(wire);
    const Wire& w = wires[std::size_t(wire)];
    const bool bent = !w.bends.empty() && rects[std::size_t(w.from)].topLeft() == w.bent_from && rects[std::size_t(w.to)].topLeft() == w.bent_to;
    return bent ? wire_curve(line.p1(), line.p2(), w.bends) : wire_curve(line.p1(), line.p2());
}

QRectF CanvasScene::bounds() const {
    QRectF all = frame.rect;
    for (const NotePart& note : notes) all |= note.rect;
    for (const QRectF& rect : rects) all |= rect;
    return all;
}

void CanvasScene::rebuild_grids() {
    const QRectF area = bounds().adjusted(-400, -400, 400, 400);
    nodes_at.reset(area, ids.size());
    for (int i = 0; i < count(); ++i) nodes_at.add(i, rects[std::size_t(i)].adjusted(-8, -12, 8, 8));
    wires_at.reset(area, wires.size());
    for (int i = 0; i < int(wires.size()); ++i) wires_at.add(i, wire_bounds(curve(i)));
}

CanvasScene build_scene(const SceneSource& source) {
    CanvasScene scene;
    if (!source.flow) return scene;
    const Body* body = body_at(*source.flow, source.scope);
    if (!body) return scene;
    scene.prefix = scope_prefix(*source.flow, source.scope);
    const std::vector<const Body*> bodies = add_nodes(scene, *source.flow, *body, source.picture);
    place_nodes(scene, source.picture);
    add_wires(scene, *source.flow, bodies, source.picture);
    name_frame(scene, source);
    add_notes(scene, source);
    scene.rebuild_grids();
    return scene;
}

std::string scope_prefix(const Flow& flow, const BodyRef& scope) {
    if (scope == BodyRef{}) return {};
    if (scope.task != 0) return path_of(flow, scope.task) + "/";
    const Body* body = body_at(flow, scope);
    const TaskPtr first = !body ? nullptr : !body->tasks.empty() ? body->tasks.front() : !body->handlers.empty() ? body->handlers.front().task : nullptr;
    if (!first) return {};
    std::string path = path_of(flow, first->id);  // through the first task that uses the definition
    path.resize(path.size() - std::min(path.size(), first->name.size()));
    return path;
}

std::vector<int> show_run(CanvasScene& scene, const run::RunState* run, const run::Verdict& verdict, qint64 number, qint64 now_ms) {
    std::vector<int> changed;
    const bool had = scene.with_states;
    scene.with_states = run != nullptr;
    scene.moving = false;
    for (int i = 0; i < scene.count(); ++i) {
        QString line;
        const Glyph glyph = run ? state_of(*run, scene.prefix + scene.names[std::size_t(i)], now_ms, &line) : Glyph::none;
        scene.moving |= glyph == Glyph::running;
        NodeFace& face = scene.faces[std::size_t(i)];
        if (had == scene.with_states && scene.glyphs[std::size_t(i)] == glyph && face.state == line) continue;
        scene.glyphs[std::size_t(i)] = glyph;
        face.state = line;
        changed.push_back(i);
    }
    scene.banner = {};
    if (run && verdict.outcome != run::Outcome::pending) {
        const BannerText text = banner_text(*run, verdict, number);
        scene.banner = {glyph_of(verdict.outcome), text.sentence, text.beside, text.link};
        scene.moving |= verdict.outcome == run::Outcome::running;
    }
    return changed;
}

std::vector<int> show_findings(CanvasScene& scene, const std::vector<lint::Finding>& findings) {
    std::vector<std::uint8_t> wanted(scene.flags.size(), 0);
    std::vector<QString> sentences(scene.flags.size());
    for (const lint::Finding& finding : findings) {
        const int node = finding.task ? scene.find(finding.task) : -1;
        const bool error = finding.severity == lint::Severity::error;
        if (node < 0 || (!error && finding.severity != lint::Severity::warning)) continue;
        std::uint8_t& flag = wanted[std::size_t(node)];
        if (flag & flag_error || (flag && !error)) continue;  // the first of the worst speaks
        flag = error ? flag_error : flag_warning;
        sentences[std::size_t(node)] = translated(finding.what);
    }
    std::vector<int> changed;
    for (int i = 0; i < scene.count(); ++i) {
        std::uint8_t& flags = scene.flags[std::size_t(i)];
        const std::uint8_t fresh = std::uint8_t((flags & ~(flag_error | flag_warning)) | wanted[std::size_t(i)]);
        scene.faces[std::size_t(i)].badge = sentences[std::size_t(i)];
        if (fresh == flags) continue;
        flags = fresh;
        changed.push_back(i);
    }
    return changed;
}

std::vector<int> show_selection(CanvasScene& scene, const std::vector<TaskId>& selection) {
    std::vector<std::uint8_t> wanted(scene.flags.size(), 0);
    for (const TaskId id : selection) {
        if (const int node = scene.find(id); node >= 0) wanted[std::size_t(node)] = flag_selected;
    }
    std::vector<int> changed;
    for (int i = 0; i < scene.count(); ++i) {
        std::uint8_t& flags = scene.flags[std::size_t(i)];
        if ((flags & flag_selected) == wanted[std::size_t(i)]) continue;
        flags = std::uint8_t((flags & ~flag_selected) | wanted[std::size_t(i)]);
        changed.push_back(i);
    }
    return changed;
}

}  // namespace weft::ui
