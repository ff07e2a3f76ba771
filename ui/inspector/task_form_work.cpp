// What the task runs: image with its origin, command or script, where it runs.
#include "ui/bridge/text.h"
#include "ui/document/flow_document.h"
#include "ui/document/task_places.h"
#include "ui/inspector/task_form_parts.h"

namespace weft::ui {

namespace {

bool is_shell(const std::string& program) {
    const std::string name = program.substr(program.rfind('/') + 1);   // npos + 1 is 0
    return name == "sh" || name == "bash" || name == "ash" || name == "dash";
}

// sh -c TEXT, however it is spread over command and args: what a person wants to see is the text.
const Scalar* shell_text(const Definition& definition) {
    std::vector<const Scalar*> words;
    for (const std::vector<Scalar>* argv : {&definition.command, &definition.args})
        for (const Scalar& word : *argv) words.push_back(&word);
    const bool shell = words.size() == 3 && !definition.command.empty() && is_shell(words[0]->text) && words[1]->text == "-c";
    return shell ? words[2] : nullptr;
}

QString joined(const std::vector<Scalar>& argv) {
    QStringList words;
    for (const Scalar& word : argv) words << qs(word.text);
    return words.join(u' ');
}

QString where_from(const Effective* effective, bool here) {
    if (!effective || effective->origin == Origin::nothing) return translated(origin_sentence(effective ? *effective : Effective{"image", "", Origin::nothing, ""}));
    return here ? QString() : translated(origin_sentence(*effective));
}

}  // namespace

Environment own_environment(const Flow& flow, const Task& task) {
    if (!stands_in_definition(flow, task)) return task.environment;
    Environment own = definition_of(flow, task)->environment;
    for (const char* field : {"image", "cpu", "memory", "gpu", "disk", "shared_memory", "service_account"})
        if (const std::string text = environment_text(task.environment, field); !text.empty()) set_environment_text(own, field, text);
    if (!task.environment.volumes.empty()) own.volumes = task.environment.volumes;
    if (!task.environment.node_selector.empty()) own.node_selector = task.environment.node_selector;
    if (!task.environment.tolerations.empty()) own.tolerations = task.environment.tolerations;
    return own;
}

void TaskForm::connect_work() {
    const auto set_environment = [this](const std::string& field, const QString& label, const QString& value) {
        d->edit.environment(label, [&field](const Environment& environment) { return !environment_text(environment, field).empty(); },
                            [&](Environment& environment) { set_environment_text(environment, field, utf8(value.trimmed())); });
        refresh();
    };
    connect(d->image, &Field::edited, this, [this, set_environment](const QString& text) { set_environment("image", tr("Change the image"), text); });
    connect(d->resources, &ResourcesTable::edited, this,
            [this, set_environment](const QString& field, const QString& value) { set_environment(utf8(field), tr("Change the environment"), value); });
    connect(d->script, &Field::edited, this, [this](const QString& text) {
        d->edit.definition(tr("Change the script"), [&text](Definition& wanted) { wanted.source = utf8(text); });
        refresh();
    });
    connect(d->interpreter, &Field::edited, this, [this](const QString& text) {
        d->edit.definition(tr("Change the interpreter"), [&text](Definition& wanted) { wanted.command = argv_of(text.simplified().replace(u' ', u'\n'), wanted.command); });
        refresh();
    });
    connect(d->command, &Field::edited, this, [this](const QString& text) {
        d->edit.definition(tr("Change the command"), [&text](Definition& wanted) {
            if (shell_text(wanted)) (wanted.args.empty() ? wanted.command : wanted.args).back().text = utf8(text);
            else wanted.command = argv_of(text, wanted.command);
        });
        refresh();
    });
    connect(d->args, &Field::edited, this, [this](const QString& text) {
        d->edit.definition(tr("Change the arguments"), [&text](Definition& wanted) { wanted.args = argv_of(text, wanted.args); });
        refresh();
    });
}

void TaskForm::fill_work() {
    const Definition* definition = d->edit.definition();
    const DefinitionKind kind = definition ? definition->kind : DefinitionKind::none;
    const bool script = kind == DefinitionKind::script, container = kind == DefinitionKind::container || kind == DefinitionKind::none;
    const Scalar* shell = definition ? shell_text(*definition) : nullptr;
    d->image->setVisible(script || container);
    d->script->setVisible(script);
    d->interpreter->setVisible(script);
    d->command->setVisible(container);
    d->args->setVisible(container && !shell);
    d->detail->setVisible(definition && !definition->detail.empty());
    if (!definition) return;
    d->detail->show_text(qs(definition->detail));
    if (script) {
        d->script->show_text(qs(definition->source));
        d->interpreter->show_text(joined(definition->command), QStringLiteral("sh"));
    }
    if (container) {
        d->command->show_text(shell ? qs(shell->text) : argv_lines(definition->command), tr("what the image runs by itself"));
        d->command->show_note(shell ? tr("a shell text") : definition->command.empty() ? QString() : tr("one argument a line"));
        d->args->show_text(argv_lines(definition->args));
    }
}

void TaskForm::fill_environment() {
    const Task& task = *d->edit.task();
    const Flow& flow = *d->edit.document()->flow();
    const EffectiveEnvironment effective = effective_environment(flow, task, enclosing_tasks(flow, task.id));
    const Environment own = own_environment(flow, task);
    const Effective* image = effective.find("image");
    const bool here = own.image.has_value();
    d->image->show_text(qs(own.image.value_or("")), image ? qs(image->value) : QString());
    d->image->show_note(where_from(image, here));
    d->resources->show_environment(own, &effective);
    d->placement->show_environment(own);
}

void TaskForm::connect_placement() {
    connect(d->placement, &PlacementSection::refused, this, &TaskForm::refused);
    connect(d->placement, &PlacementSection::volumes_edited, this, [this](const std::vector<Volume>& volumes) {
        d->edit.environment(tr("Change the volumes"), [](const Environment& use) { return !use.volumes.empty(); }, [&volumes](Environment& environment) { environment.volumes = volumes; });
        refresh();
    });
    connect(d->placement, &PlacementSection::selector_edited, this, [this](const std::vector<Binding>& selector) {
        d->edit.environment(tr("Change the node selector"), [](const Environment& use) { return !use.node_selector.empty(); }, [&selector](Environment& environment) { environment.node_selector = selector; });
        refresh();
    });
    connect(d->placement, &PlacementSection::tolerations_edited, this, [this](const std::vector<Toleration>& tolerations) {
        d->edit.environment(tr("Change the tolerations"), [](const Environment& use) { return !use.tolerations.empty(); }, [&tolerations](Environment& environment) { environment.tolerations = tolerations; });
        refresh();
    });
}

}  // namespace weft::ui
