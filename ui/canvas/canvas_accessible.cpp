#include "ui/canvas/canvas_accessible.h"

#include <QAccessibleWidget>
#include <QScrollBar>
#include <algorithm>
#include <map>

#include "core/model/edit.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas_edits.h"
#include "ui/canvas/canvas_scene.h"
#include "ui/canvas/note_painter.h"
#include "ui/document/flow_document.h"
#include "ui/document/note_choice.h"

namespace weft::ui {
namespace {

enum class PartKind { input, output, edge, state, finding };

// --- what stands below a node ----------------------------------------------------------------------------------------------------------

struct Part {
    PartKind kind;
    int number = 0;      // wire of the scene, finding of the document
};

std::vector<Part> parts_of(const Canvas& canvas, TaskId id) {
    const CanvasScene& scene = canvas.scene();
    const int node = scene.find(id);
    if (node < 0) return {};
    std::vector<Part> parts;
    if (!scene.has(node, flag_handler)) parts = {{PartKind::input}, {PartKind::output}};
    for (const int wire : scene.wires_of[std::size_t(node)])
        if (scene.wires[std::size_t(wire)].to == node) parts.push_back({PartKind::edge, wire});
    if (!scene.faces[std::size_t(node)].state.isEmpty()) parts.push_back({PartKind::state});
    const std::vector<lint::Finding>& findings = canvas.document().findings();
    for (std::size_t i = 0; i < findings.size(); ++i)
        if (findings[i].task == id) parts.push_back({PartKind::finding, int(i)});
    return parts;
}

class CanvasAccess;

// A thing on the canvas that is no widget. Found again by task and place, so that it outlives the scenes.
class Thing : public QAccessibleInterface, public QAccessibleActionInterface {
  public:
    explicit Thing(CanvasAccess& canvas) : access_(canvas) {}
    QObject* object() const override { return nullptr; }
    QWindow* window() const override;
    QAccessibleInterface* childAt(int x, int y) const override;
    int childCount() const override { return 0; }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    void setText(QAccessible::Text, const QString&) override {}
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    QStringList actionNames() const override { return {}; }
    void doAction(const QString&) override {}
    QStringList keyBindingsForAction(const QString&) const override { return {}; }

  protected:
    Canvas& canvas() const;
    QRect on_screen(const QRect& viewport) const;
    CanvasAccess& access_;
};

class NodeAccess : public Thing {
  public:
    NodeAccess(CanvasAccess& canvas, TaskId id) : Thing(canvas), id_(id) {}
    bool isValid() const override { return node() >= 0; }
    QAccessibleInterface* parent() const override;
    int childCount() const override { return int(parts_of(canvas(), id_).size()); }
    QAccessibleInterface* child(int index) const override;
    int indexOfChild(const QAccessibleInterface* child) const override;
    QString text(QAccessible::Text type) const override;
    QRect rect() const override { return on_screen(canvas().node_rect(id_)); }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    QAccessible::State state() const override;
    QStringList actionNames() const override {
        QStringList names{pressAction(), setFocusAction(), showMenuAction()};
        if (node() >= 0 && canvas().scene().shape(node()).opens) names << toggleAction();
        return names;
    }
    void doAction(const QString& name) override;
    TaskId id() const { return id_; }

  private:
    int node() const { return canvas().scene().find(id_); }
    TaskId id_;
};

class PartAccess : public Thing {
  public:
    PartAccess(CanvasAccess& canvas, TaskId id, int index) : Thing(canvas), id_(id), index_(index) {}
    bool isValid() const override { return std::size_t(index_) < parts_of(canvas(), id_).size(); }
    QAccessibleInterface* parent() const override;
    QString text(QAccessible::Text type) const override;
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override { return {}; }
    QStringList actionNames() const override;
    void doAction(const QString& name) override;
    int index() const { return index_; }

  private:
    Part part() const { return isValid() ? parts_of(canvas(), id_)[std::size_t(index_)] : Part{PartKind::state}; }
    TaskId id_;
    int index_;
};

class NoteAccess : public Thing {
  public:
    NoteAccess(CanvasAccess& canvas, int place) : Thing(canvas), place_(place) {}
    bool isValid() const override { return part() != nullptr; }
    QAccessibleInterface* parent() const override;
    QString text(QAccessible::Text type) const override {
        const NotePart* note = part();
        if (!note) return {};
        if (type == QAccessible::Name) return Canvas::tr("Note: %1").arg(note_title(note->text));
        return type == QAccessible::Value || type == QAccessible::Description ? note_words(note->text) : QString();
    }
    QRect rect() const override { return part() ? on_screen(canvas().note_rect(part()->index)) : QRect(); }
    QAccessible::Role role() const override { return QAccessible::Note; }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.focusable = state.selectable = true;
        state.selected = part() && NoteChoice::of(canvas().document()).note() == part()->index;
        state.focused = state.selected && canvas().hasFocus();
        return state;
    }
    QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& name) override {
        if (!part()) return;
        canvas().setFocus(Qt::OtherFocusReason);
        if (name == pressAction()) canvas().edit_note(part()->index);
        else NoteChoice::of(canvas().document()).choose(part()->index);
    }
    int place() const { return place_; }

  private:
    const NotePart* part() const {
        const std::vector<NotePart>& notes = canvas().scene().notes;
        return place_ >= 0 && std::size_t(place_) < notes.size() ? &notes[std::size_t(place_)] : nullptr;
    }
    int place_;          // in the scene
};

class VerdictAccess : public Thing {
  public:
    using Thing::Thing;
    bool isValid() const override { return !canvas().verdict_rect().isEmpty(); }
    QAccessibleInterface* parent() const override;
    QString text(QAccessible::Text type) const override {
        const BannerPart& banner = canvas().scene().banner;
        if (type == QAccessible::Name) return Canvas::tr("Verdict");
        return type == QAccessible::Value || type == QAccessible::Description ? (banner.sentence + u' ' + banner.beside).trimmed() : QString();
    }
    QRect rect() const override { return on_screen(canvas().verdict_rect()); }
    QAccessible::Role role() const override { return QAccessible::StatusBar; }
    QAccessible::State state() const override { return {}; }
};

// --- the canvas -------------------------------------------------------------------------------------------------------------------------

class CanvasAccess : public QAccessibleWidget {
  public:
    explicit CanvasAccess(Canvas* canvas) : QAccessibleWidget(canvas, QAccessible::List) {}
    ~CanvasAccess() override {
        for (const auto& [key, id] : things_) QAccessible::deleteAccessibleInterface(id);
    }
    Canvas& canvas() const { return *static_cast<Canvas*>(widget()); }
    int nodes() const { return canvas().scene().count(); }
    bool verdict_shown() const { return !canvas().verdict_rect().isEmpty(); }
    int notes() const { return int(canvas().scene().notes.size()); }
    int own() const { return nodes() + notes() + (verdict_shown() ? 1 : 0); }
    QAccessibleInterface* note(int place) const { return thing({0, place}, [&] { return new NoteAccess(self(), place); }); }

    QAccessibleInterface* node(TaskId id) const { return thing({id, -1}, [&] { return new NodeAccess(self(), id); }); }
    QAccessibleInterface* part(TaskId id, int index) const { return thing({id, index}, [&] { return new PartAccess(self(), id, index); }); }
    QAccessibleInterface* verdict() const { return thing({0, -1}, [&] { return new VerdictAccess(self()); }); }

    int childCount() const override { return own() + QAccessibleWidget::childCount(); }
    QAccessibleInterface* child(int index) const override {
        if (index < 0) return nullptr;
        if (index < nodes()) return node(canvas().scene().ids[std::size_t(index)]);
        if (index < nodes() + notes()) return note(index - nodes());
        return index < own() ? verdict() : QAccessibleWidget::child(index - own());
    }
    int indexOfChild(const QAccessibleInterface* child) const override {
        if (const auto* one = dynamic_cast<const NodeAccess*>(child)) return canvas().scene().find(one->id());
        if (const auto* one = dynamic_cast<const NoteAccess*>(child)) return one->isValid() ? nodes() + one->place() : -1;
        if (dynamic_cast<const VerdictAccess*>(child)) return verdict_shown() ? nodes() + notes() : -1;
        const int widget = QAccessibleWidget::indexOfChild(child);
        return widget < 0 ? -1 : widget + own();
    }
    QAccessibleInterface* childAt(int x, int y) const override {
        const QPoint at = canvas().viewport()->mapFromGlobal(QPoint(x, y));
        if (const TaskId id = canvas().node_at(at)) return node(id);
        if (canvas().verdict_rect().contains(at)) return verdict();
        if (const int wanted = canvas().note_at(at); wanted >= 0)
            for (int place = 0; place < notes(); ++place)
                if (canvas().scene().notes[std::size_t(place)].index == wanted) return note(place);
        return QAccessibleWidget::childAt(x, y);
    }
    QAccessibleInterface* focusChild() const override {
        const std::vector<TaskId>& chosen = canvas().document().selection();
        if (canvas().hasFocus() && !chosen.empty() && canvas().scene().find(chosen.back()) >= 0) return node(chosen.back());
        return QAccessibleWidget::focusChild();
    }

  private:
    using Key = std::pair<TaskId, int>;
    CanvasAccess& self() const { return const_cast<CanvasAccess&>(*this); }
    template <class Make> QAccessibleInterface* thing(Key key, Make make) const {
        const auto known = things_.find(key);
        if (known != things_.end())
            if (QAccessibleInterface* there = QAccessible::accessibleInterface(known->second)) return there;
        QAccessibleInterface* made = make();
        things_[key] = QAccessible::registerAccessibleInterface(made);
        return made;
    }
    mutable std::map<Key, QAccessible::Id> things_;
};

Canvas& Thing::canvas() const { return access_.canvas(); }
QWindow* Thing::window() const { return access_.window(); }
QAccessibleInterface* Thing::childAt(int x, int y) const {
    for (int i = 0; i < childCount(); ++i)
        if (QAccessibleInterface* one = child(i); one && one->rect().contains(x, y)) return one;
    return nullptr;
}
QRect Thing::on_screen(const QRect& viewport) const { return viewport.translated(canvas().viewport()->mapToGlobal(QPoint(0, 0))); }

QAccessibleInterface* NodeAccess::parent() const { return QAccessible::queryAccessibleInterface(&canvas()); }
QAccessibleInterface* PartAccess::parent() const { return access_.node(id_); }
QAccessibleInterface* NoteAccess::parent() const { return QAccessible::queryAccessibleInterface(&canvas()); }
QAccessibleInterface* VerdictAccess::parent() const { return QAccessible::queryAccessibleInterface(&canvas()); }
QAccessibleInterface* NodeAccess::child(int index) const { return index >= 0 && index < childCount() ? access_.part(id_, index) : nullptr; }
int NodeAccess::indexOfChild(const QAccessibleInterface* child) const {
    const auto* one = dynamic_cast<const PartAccess*>(child);
    return one && one->parent() == this ? one->index() : -1;
}

QString NodeAccess::text(QAccessible::Text type) const {
    const int at = node();
    if (at < 0) return {};
    const NodeFace& face = canvas().scene().faces[std::size_t(at)];
    switch (type) {
        case QAccessible::Name: return canvas().scene().has(at, flag_handler) ? Canvas::tr("%1, exit handler").arg(face.title) : face.title;
        case QAccessible::Value: return face.state;
        case QAccessible::Description: {
            QStringList said;
            for (const QString* line : {&face.subtitle, &face.loop, &face.when, &face.state, &face.badge})
                if (!line->isEmpty()) said << *line;
            return said.join(QStringLiteral("; "));
        }
        default: return {};
    }
}

QAccessible::State NodeAccess::state() const {
    QAccessible::State state;
    const int at = node();
    if (at < 0) {
        state.invalid = true;
        return state;
    }
    const CanvasScene& scene = canvas().scene();
    const std::vector<TaskId>& chosen = canvas().document().selection();
    state.focusable = state.selectable = state.multiSelectable = true;
    state.selected = scene.has(at, flag_selected);
    state.focused = canvas().hasFocus() && !chosen.empty() && chosen.back() == id_;
    state.invalid = scene.has(at, flag_error);
    state.disabled = scene.has(at, flag_muted);
    state.expandable = scene.has(at, flag_opens);
    state.expanded = scene.has(at, flag_open);
    state.collapsed = state.expandable && !state.expanded;
    state.offscreen = !canvas().viewport()->rect().intersects(canvas().node_rect(id_));
    return state;
}

void NodeAccess::doAction(const QString& name) {
    if (node() < 0) return;
    canvas().document().select({id_});
    canvas().setFocus(Qt::OtherFocusReason);
    if (name == pressAction()) canvas().open_selection();
    else if (name == toggleAction()) canvas().toggle_unfolded();
    else if (name == showMenuAction()) emit canvas().context_menu_requested(id_, rect().center());
}

QString PartAccess::text(QAccessible::Text type) const {
    if (!isValid()) return {};
    const CanvasScene& scene = canvas().scene();
    const NodeFace& face = scene.faces[std::size_t(scene.find(id_))];
    const Part what = part();
    switch (what.kind) {
        case PartKind::input:
            if (type == QAccessible::Name) return Canvas::tr("runs after …: input of %1").arg(face.title);
            return type == QAccessible::Description ? Canvas::tr("press to let it run after the selected task") : QString();
        case PartKind::output:
            if (type == QAccessible::Name) return Canvas::tr("runs before …: output of %1").arg(face.title);
            return type == QAccessible::Description ? Canvas::tr("press to let the selected task run after it") : QString();
        case PartKind::edge: {
            if (type != QAccessible::Name) return {};
            const Wire& wire = scene.wires[std::size_t(what.number)];
            const QString& from = scene.faces[std::size_t(wire.from)].title;
            QString said = wire.condition.isEmpty() ? Canvas::tr("%2 runs after %1").arg(from, face.title) : Canvas::tr("%2 runs after %1: %3").arg(from, face.title, wire.condition);
            return wire.carries.isEmpty() ? said : said + QStringLiteral("; ") + wire.carries;
        }
        case PartKind::state: return type == QAccessible::Name ? Canvas::tr("State") : type == QAccessible::Value || type == QAccessible::Description ? face.state : QString();
        case PartKind::finding: {
            const lint::Finding& finding = canvas().document().findings()[std::size_t(what.number)];
            if (type == QAccessible::Name) return translated(finding.what);
            return type == QAccessible::Description ? translated(finding.why) : QString();
        }
    }
    return {};
}

QAccessible::Role PartAccess::role() const {
    switch (part().kind) {
        case PartKind::input:
        case PartKind::output: return QAccessible::Button;
        case PartKind::edge:
        case PartKind::state: return QAccessible::StaticText;
        case PartKind::finding: return QAccessible::AlertMessage;
    }
    return QAccessible::NoRole;
}

QRect PartAccess::rect() const {
    const Part what = part();
    if (what.kind == PartKind::input || what.kind == PartKind::output) {
        const QPoint port = canvas().port_point(id_, what.kind == PartKind::output);
        return on_screen(QRect(port - QPoint(8, 8), QSize(16, 16)));
    }
    return on_screen(canvas().node_rect(id_));
}

QStringList PartAccess::actionNames() const {
    switch (part().kind) {
        case PartKind::input:
        case PartKind::output:
        case PartKind::edge: return {pressAction()};
        case PartKind::state:
        case PartKind::finding: break;
    }
    return {};
}

// An edge that is pressed goes: there is nothing else to do with it.
void PartAccess::doAction(const QString& name) {
    if (name != pressAction() || !isValid()) return;
    FlowDocument& document = canvas().document();
    const Part what = part();
    if (what.kind == PartKind::edge) {
        const Wire wire = canvas().scene().wires[std::size_t(what.number)];
        const TaskPair pair{canvas().scene().ids[std::size_t(wire.from)], canvas().scene().ids[std::size_t(wire.to)]};
        (void)document.commit(Canvas::tr("Delete connection"), cut_edit({pair}));
        return;
    }
    const std::vector<TaskId> chosen = document.selection();
    if (chosen.empty() || (what.kind != PartKind::input && what.kind != PartKind::output)) return;
    const TaskId other = chosen.back(), from = what.kind == PartKind::input ? other : id_, to = what.kind == PartKind::input ? id_ : other;
    (void)document.commit(Canvas::tr("Connect tasks"), [from, to](const Flow& flow) { return edit::connect(flow, from, to); });
}

QAccessibleInterface* factory(const QString& name, QObject* object) {
    if (name != QLatin1String("weft::ui::Canvas")) return nullptr;
    return new CanvasAccess(static_cast<Canvas*>(object));
}

}  // namespace

void install_canvas_accessibility() {
    static const bool once = (QAccessible::installFactory(factory), true);
    Q_UNUSED(once);
}

void say_focused(Canvas& canvas) {
    if (!QAccessible::isActive()) return;
    const std::vector<TaskId>& chosen = canvas.document().selection();
    const int node = chosen.empty() ? -1 : canvas.scene().find(chosen.back());
    if (node < 0 || !canvas.hasFocus()) return;
    QAccessibleEvent event(&canvas, QAccessible::Focus);
    event.setChild(node);
    QAccessible::updateAccessibility(&event);
}

void say_note(Canvas& canvas, int note) {
    if (!QAccessible::isActive() || !canvas.hasFocus()) return;
    const std::vector<NotePart>& notes = canvas.scene().notes;
    for (std::size_t place = 0; place < notes.size(); ++place) {
        if (notes[place].index != note) continue;
        QAccessibleEvent event(&canvas, QAccessible::Focus);
        event.setChild(canvas.scene().count() + int(place));
        QAccessible::updateAccessibility(&event);
    }
}

void say_states(Canvas& canvas, const std::vector<int>& nodes) {
    if (!QAccessible::isActive()) return;
    for (const int node : nodes) {
        QAccessibleEvent event(&canvas, QAccessible::DescriptionChanged);
        event.setChild(node);
        QAccessible::updateAccessibility(&event);
    }
}

}  // namespace weft::ui
