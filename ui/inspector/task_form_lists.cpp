// What the task is given and gives: parameters, environment variables, outputs, and what it waits for.
#include <algorithm>

#include "ui/bridge/background.h"
#include "ui/bridge/lineage_text.h"
#include "ui/bridge/text.h"
#include "ui/bridge/text_offsets.h"
#include "ui/document/flow_document.h"
#include "ui/document/task_places.h"
#include "ui/inspector/task_form_parts.h"

namespace weft::ui {

namespace {

Value literal(const std::string& text) {
    Value value;
    value.text = text;
    return value;
}

// --- the words for a need's results ---
struct ResultWord { Results results; const char* text; };
const ResultWord result_words[] = {
    {results_default, QT_TRANSLATE_NOOP("weft::ui::TaskForm", "succeeded")},
    {on_failed | on_errored, QT_TRANSLATE_NOOP("weft::ui::TaskForm", "failed")},
    {on_failed, QT_TRANSLATE_NOOP("weft::ui::TaskForm", "failed (not by an error)")},
    {results_completed, QT_TRANSLATE_NOOP("weft::ui::TaskForm", "completed")},
    {on_skipped, QT_TRANSLATE_NOOP("weft::ui::TaskForm", "skipped")},
};

std::vector<Row> param_rows(const Task& task, const Definition* definition) {
    std::vector<Row> rows;
    for (const Binding& param : task.params) rows.push_back({qs(param.name), param.value, {}, {}});
    if (!definition) return rows;
    for (const Parameter& input : definition->inputs) {
        const QString name = qs(input.name);
        const auto known = std::find_if(rows.begin(), rows.end(), [&name](const Row& row) { return row.name == name; });
        const QString fallback = input.value ? shown_value(*input.value) : QString();
        if (known != rows.end()) known->placeholder = fallback;
        else rows.push_back({name, {}, fallback, {}});
    }
    return rows;
}

std::vector<Row> output_rows(const Definition* definition) {
    std::vector<Row> rows;
    if (!definition) return rows;
    for (const Output& output : definition->outputs) {
        Row row{qs(output.name), {}, {}, {}};
        if (output.from == OutputFrom::standard_output) row.value = literal("stdout");
        else if (output.from == OutputFrom::exit_code) row.value = literal("exit code");
        else if (output.from == OutputFrom::expression) row.value = output.expression;
        else row.value = literal(output.path);
        row.placeholder = QStringLiteral("$WEFT_OUTPUTS/") + qs(output.name);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<Output> outputs_of(const std::vector<Row>& rows, const std::vector<Output>& before) {
    std::vector<Output> outputs;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const std::string name = utf8(rows[i].name);
        const auto known = std::find_if(before.begin(), before.end(), [&name](const Output& output) { return output.name == name; });
        Output output = known != before.end() ? *known : rows.size() == before.size() ? before[i] : Output{};   // same count: renamed in place
        output.name = name;
        if (output.from != OutputFrom::expression) {
            const std::string& text = rows[i].value.text;
            output.from = text == "stdout" ? OutputFrom::standard_output : text == "exit code" ? OutputFrom::exit_code : OutputFrom::file;
            output.path = output.from == OutputFrom::file ? text : std::string();
        }
        outputs.push_back(std::move(output));
    }
    return outputs;
}

std::vector<Row> need_rows(const Task& task) {
    std::vector<Row> rows;
    for (const Need& need : task.needs) {
        QString word;
        for (const ResultWord& one : result_words)
            if (one.results == need.results && word.isEmpty()) word = TaskForm::tr(one.text);
        rows.push_back({qs(need.task), literal(utf8(word.isEmpty() ? TaskForm::tr("other") : word)), {}, {}});
    }
    return rows;
}

std::vector<Need> needs_of(const std::vector<Row>& rows, const std::vector<Need>& before) {
    std::vector<Need> needs;
    for (const Row& row : rows) {
        const std::string name = utf8(row.name);
        const auto known = std::find_if(before.begin(), before.end(), [&name](const Need& need) { return need.task == name; });
        Need need = known != before.end() ? *known : Need{name};
        for (const ResultWord& one : result_words)
            if (utf8(TaskForm::tr(one.text)) == row.value.text) {
                need.results = one.results;
                break;
            }
        needs.push_back(std::move(need));
    }
    return needs;
}

std::vector<Binding> bindings_of(const std::vector<Row>& rows, bool keep_empty) {
    std::vector<Binding> bindings;
    for (const Row& row : rows)
        if (!row.name.isEmpty() && (keep_empty || row.value != Value{})) bindings.push_back({utf8(row.name), row.value});
    return bindings;
}

void mark(std::vector<Row>& rows, const std::string& family, const std::vector<Said>& findings) {
    for (const Said& said : findings) {
        if (said.field.rfind(family + ".", 0) != 0) continue;
        for (Row& row : rows) {
            const std::string own = join_path(family, utf8(row.name));
            if (said.field == own || said.field.rfind(own + ".", 0) == 0) row.problem = said.what;
        }
    }
}

}  // namespace

std::vector<Said> said_about(const FlowDocument& document, TaskId id) {
    std::vector<Said> said;
    // Asked several times about one task of one text; finding its places walks through the flow. The window's thread only.
    static std::weak_ptr<const Document> known_document;
    static TaskId known_task = 0;
    static TaskPlaces places;
    if (known_task != id || known_document.lock() != document.document()) {
        places = places_of_task(*document.document(), id);
        known_document = document.document();
        known_task = id;
    }
    for (const lint::Finding& finding : document.findings()) {
        if (finding.severity != lint::Severity::error && finding.severity != lint::Severity::warning) continue;
        if (std::string field = field_of_finding(places, finding); !field.empty()) said.push_back({std::move(field), translated(finding.what)});
    }
    return said;
}

std::vector<Binding> own_variables(const Flow& flow, const Task& task) {
    const bool at_use = !stands_in_definition(flow, task) || !task.environment.env.empty();
    return at_use ? task.environment.env : definition_of(flow, task)->environment.env;
}

// Where a reference may stand a list says what is in scope there.
void TaskForm::connect_completion() {
    const auto ask = [this](TextPlace place) -> CompletionPopup::Ask {
        return [this, place](const QString& text, int cursor, bool) {
            const Task* task = d->edit.task();
            if (!task) return Offer{};
            const std::string all = utf8(text);
            return in_units(complete_text(*d->edit.document()->flow(), task->id, place, all, byte_of_utf16(all, cursor)), all);
        };
    };
    for (Field* field : {d->script, d->command, d->args, d->image}) field->set_completion(ask(TextPlace::work));
    d->when->set_completion(ask(TextPlace::use));
    d->params->set_completion(ask(TextPlace::use));
    d->env->set_completion(ask(TextPlace::work));
}

namespace {

// Every step between the task and another, with its words: finding the other's name walks through the flow, so that this belongs to the thread that asks.
template <class Link> std::vector<Link> links_of_task(const Flow& flow, TaskId id) {
    std::vector<Link> links;
    for (const ValueStep& step : steps_of_task(flow, id)) {
        const bool up = step.to.task == id;
        const ValuePlace& there = up ? step.from : step.to;
        if (there.task == id) continue;   // what a task hands itself is read in its own fields
        links.push_back({up ? step.to : step.from, {up ? source_text(flow, there) : sink_text(flow, there), there.task}});
    }
    return links;
}

}  // namespace

void TaskForm::ask_links() {
    const FlowPtr flow = d->edit.document()->flow();
    const TaskId id = d->edit.id();
    if (d->links_flow == flow && d->links_task == id) return;   // asked for twice with every change: once for the flow, once for the findings
    if (d->links_task != id) d->links.clear();                  // of the same task they stay until the new ones are there
    d->links_flow = flow;
    d->links_task = id;
    using Links = std::vector<Parts::Link>;
    if (traced_at_once(*flow)) {
        d->links = links_of_task<Parts::Link>(*flow, id);
        return;
    }
    in_background(this, [flow, id] { return links_of_task<Parts::Link>(*flow, id); }, [this, flow, id](Links links) {
        if (d->links_flow != flow || d->links_task != id || !d->edit.task() || d->edit.id() != id) return;   // something else is shown meanwhile
        d->links = std::move(links);
        d->filling = true;
        fill_lists();
        d->filling = false;
    });
}

// Beside each parameter, variable and output: where its value comes from and where it goes.
void TaskForm::fill_links(std::vector<Row>& rows, ValuePlace::Kind kind) {
    for (const Parts::Link& one : d->links)
        for (Row& row : rows)
            if (one.here.kind == kind && row.name == qs(one.here.name)) row.links.push_back(one.link);
}

void TaskForm::connect_links() {
    using Kind = ValuePlace::Kind;
    for (const auto& [rows, kind] : {std::pair<Rows*, Kind>{d->params, Kind::input}, {d->env, Kind::variable}, {d->outputs, Kind::output}}) {
        connect(rows, &Rows::linked, this, [this](TaskId task) {
            FlowDocument* document = d->edit.document();
            if (task) document->open_scope(body_of(*document->flow(), task));
            document->select(task ? std::vector<TaskId>{task} : std::vector<TaskId>());
        });
        connect(rows, &Rows::traced, this, [this, kind = kind](const QString& name) { emit lineage_asked({ValuePlace{kind, d->edit.id(), utf8(name)}}); });
    }
}

void TaskForm::connect_lists() {
    connect(d->params, &Rows::edited, this, [this](const std::vector<Row>& rows) {
        const Definition* definition = d->edit.definition();
        std::vector<Binding> params = bindings_of(rows, false);
        for (const Row& row : rows) {   // a new parameter without a value yet: keep it, the name is what was typed
            const bool input = definition && std::any_of(definition->inputs.begin(), definition->inputs.end(), [&row](const Parameter& p) { return qs(p.name) == row.name; });
            if (row.value == Value{} && !input && !row.name.isEmpty()) params.push_back({utf8(row.name), {}});
        }
        d->edit.use(tr("Change the parameters"), [&params](Task& wanted) { wanted.params = params; });
        refresh();
    });
    connect(d->env, &Rows::edited, this, [this](const std::vector<Row>& rows) {
        const std::vector<Binding> env = bindings_of(rows, true);
        d->edit.environment(tr("Change the environment variables"), [](const Environment& use) { return !use.env.empty(); },
                            [&env](Environment& environment) { environment.env = env; });
        refresh();
    });
    connect(d->outputs, &Rows::edited, this, [this](const std::vector<Row>& rows) {
        d->edit.definition(tr("Change the outputs"), [&rows](Definition& wanted) { wanted.outputs = outputs_of(rows, wanted.outputs); });
        refresh();
    });
    connect(d->needs, &Rows::edited, this, [this](const std::vector<Row>& rows) {
        d->edit.use(tr("Change what it waits for"), [&rows](Task& wanted) { wanted.needs = needs_of(rows, wanted.needs); });
        refresh();
    });
    connect(d->when, &Field::edited, this, [this](const QString& text) {
        d->edit.use(tr("Change the condition"), [&text](Task& wanted) { wanted.when = utf8(text); });
        refresh();
    });
}

void TaskForm::fill_lists() {
    const FlowDocument& document = *d->edit.document();
    const Flow& flow = *document.flow();
    const Task& task = *d->edit.task();
    const Definition* definition = d->edit.definition();
    if (d->choices_flow != document.flow() || d->choices_task != task.id) {   // filled again for findings and links: what is in scope is the same
        d->choices = value_choices(flow, task.id);
        d->choices_flow = document.flow();
        d->choices_task = task.id;
    }
    const std::vector<ValueChoice>& choices = d->choices;
    const std::vector<Said> said = said_about(document, task.id);

    ask_links();

    const Definition* elsewhere = d->from_folder();
    std::vector<Row> params = param_rows(task, elsewhere ? elsewhere : definition);
    mark(params, "params", said);
    fill_links(params, ValuePlace::Kind::input);
    d->params->show_rows(std::move(params), choices);

    std::vector<Row> env;
    for (const Binding& variable : own_variables(flow, task)) env.push_back({qs(variable.name), variable.value, {}, {}});
    mark(env, "env", said);
    fill_links(env, ValuePlace::Kind::variable);
    d->env->show_rows(std::move(env), choices);

    std::vector<Row> outputs = output_rows(definition);
    mark(outputs, "outputs", said);
    fill_links(outputs, ValuePlace::Kind::output);
    d->outputs->show_rows(std::move(outputs), {{QStringLiteral("stdout"), literal("stdout")}, {QStringLiteral("exit code"), literal("exit code")}});

    std::vector<ValueChoice> results;
    for (const ResultWord& word : result_words) results.push_back({tr(word.text), literal(utf8(tr(word.text)))});
    std::vector<Row> needs = need_rows(task);
    mark(needs, "needs", said);
    d->needs->show_rows(std::move(needs), results);
    const bool handler = d->edit.handler();
    d->needs->setVisible(!handler && task.depends.empty());
    d->needs_title->setVisible(!handler && task.depends.empty());
    d->when->show_text(qs(task.when), tr("always"));
}

}  // namespace weft::ui
