#include "ui/canvas/kinds.h"

#include <QCoreApplication>

#include "ui/bridge/text.h"

namespace weft::ui {
namespace {

constexpr const char* context = "weft::ui::PalettePanel";

Scalar word(const char* text) { return {text, false}; }

TaskPtr step(const char* name, const char* source) {
    Definition definition;
    definition.kind = DefinitionKind::script;   // without an interpreter: sh
    definition.source = source;
    Task task;
    task.name = name;
    task.own = std::make_shared<const Definition>(std::move(definition));
    return std::make_shared<const Task>(std::move(task));
}

Definition definition_of_kind(const QString& kind) {
    Definition d;
    d.kind = DefinitionKind::script;
    d.source = "echo hello\n";
    if (kind == "container") {
        d.kind = DefinitionKind::container;
        d.source.clear();
        d.shell = true;
        d.command = {word("sh"), word("-c"), word("echo hello")};
    } else if (kind == "loop") {
        d.source = "echo {{item}}\n";
    } else if (kind == "flow") {
        d.kind = DefinitionKind::flow;
        d.source.clear();
        auto body = std::make_shared<Body>();
        body->tasks.push_back(step("first", "echo hello\n"));
        d.body = body;
    } else if (kind == "http") {
        d.kind = DefinitionKind::http;
        d.source.clear();
        d.detail = "https://example.org/";
    } else if (kind == "wait") {
        d.kind = DefinitionKind::wait;
        d.source.clear();
        d.detail = "wait 10s";
    } else if (kind == "handler") {
        d.source = "echo \"the flow has ended: {{flow.status}}\"\n";
    }
    return d;
}

}  // namespace

QString Kind::title() const { return QCoreApplication::translate(context, name); }
QString Kind::subtitle() const { return *hint ? QCoreApplication::translate(context, hint) : QString(); }

const std::vector<Kind>& kinds() {
    static const std::vector<Kind> all = {
        {"script", QT_TRANSLATE_NOOP("weft::ui::PalettePanel", "Script"), QT_TRANSLATE_NOOP("weft::ui::PalettePanel", "sh, python, any"), KindGlyph::script},
        {"container", QT_TRANSLATE_NOOP("weft::ui::PalettePanel", "Container"), QT_TRANSLATE_NOOP("weft::ui::PalettePanel", "image + command"), KindGlyph::container},
        {"condition", QT_TRANSLATE_NOOP("weft::ui::PalettePanel", "Condition"), QT_TRANSLATE_NOOP("weft::ui::PalettePanel", "runs when …"), KindGlyph::condition},
        {"loop", QT_TRANSLATE_NOOP("weft::ui::PalettePanel", "Loop"), QT_TRANSLATE_NOOP("weft::ui::PalettePanel", "list, range, param"), KindGlyph::loop},
        {"flow", QT_TRANSLATE_NOOP("weft::ui::PalettePanel", "Sub-flow"), QT_TRANSLATE_NOOP("weft::ui::PalettePanel", "nest, reuse"), KindGlyph::flow},
        {"http", QT_TRANSLATE_NOOP("weft::ui::PalettePanel", "HTTP"), "", KindGlyph::http},
        {"wait", QT_TRANSLATE_NOOP("weft::ui::PalettePanel", "Wait"), "", KindGlyph::wait},
        {"handler", QT_TRANSLATE_NOOP("weft::ui::PalettePanel", "Exit handler"), "", KindGlyph::handler}};
    return all;
}

const Kind* find_kind(const QString& id) {
    for (const Kind& kind : kinds()) {
        if (id == QLatin1String(kind.id)) return &kind;
    }
    return nullptr;
}

Task new_task(const QString& kind) {
    Task task;
    task.name = kind == "flow" ? "group" : kind == "handler" ? "on-exit" : utf8(kind);
    task.own = std::make_shared<const Definition>(definition_of_kind(kind));
    if (kind == "loop") {
        Loop loop;
        loop.items = {"a", "b", "c"};
        task.loop = loop;
    }
    if (kind == "condition") task.when = "1 == 1";
    return task;
}

}  // namespace weft::ui
