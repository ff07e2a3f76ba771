#include "ui/inspector/value_text.h"

#include <QStringList>

#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

const QString arrow = QStringLiteral(" → ");
const QString further_line = QStringLiteral("│ ");
constexpr std::size_t most_choices = 400;   // nobody scrolls further; a name can be typed
constexpr QChar joint(0x1E);   // the record separator: stands for a line break inside an argument while lines are parted

Value made(Source source, std::string task, std::string name) {
    Value value;
    value.source = source;
    value.task = std::move(task);
    value.name = std::move(name);
    return value;
}

// Engine files bind by tags in text; ours by structure.
Value output_value(const Flow& flow, const std::string& task, const std::string& output) {
    if (flow.format == "native" || flow.format.empty()) return made(Source::output, task, output);
    Value value;
    value.source = Source::text;
    value.text = "{{tasks." + task + ".outputs." + (output == "result" ? "" : "parameters.") + output + "}}";
    return value;
}

Value param_value(const Flow& flow, const std::string& name, bool main) {
    if (flow.format == "native" || flow.format.empty()) return made(Source::param, {}, name);
    Value value;
    value.source = Source::text;
    value.text = (main ? "{{workflow.parameters." : "{{inputs.parameters.") + name + "}}";
    return value;
}

void add_outputs(const Flow& flow, const Task& task, TaskId reader, std::vector<ValueChoice>& choices) {
    if (task.id == reader) return;
    if (const Definition* definition = definition_of(flow, task))
        for (const Output& output : definition->outputs)
            if (!output.artifact) choices.push_back({qs(task.name) + arrow + qs(output.name), output_value(flow, task.name, output.name)});
}

}  // namespace

QString shown_value(const Value& value) {
    switch (value.source) {
        case Source::literal:
        case Source::text: return qs(value.text);
        case Source::param: return QStringLiteral("params.") + qs(value.name);
        case Source::output: return qs(value.task) + arrow + qs(value.name);
        case Source::item: return value.name.empty() ? QStringLiteral("item") : QStringLiteral("item.") + qs(value.name);
        case Source::status: return QStringLiteral("flow.status");
        case Source::secret: return QStringLiteral("secret ") + qs(value.task) + u'/' + qs(value.name);
    }
    return {};
}

Value typed_value(const QString& text, const Value& before) {
    if (text == shown_value(before)) return before;
    Value value;
    value.text = utf8(text);
    if (text.contains(QLatin1String("{{"))) {
        value.source = Source::text;
        return value;
    }
    bool number = false;
    text.toDouble(&number);
    // A number stays a number and a text stays a text: the quotes in the file do not come and go while digits are typed.
    value.plain = before.source == Source::literal && before.plain && (number || text == QLatin1String("true") || text == QLatin1String("false"));
    return value;
}

std::vector<ValueChoice> value_choices(const Flow& flow, TaskId id) {
    std::vector<ValueChoice> choices;
    const BodyRef ref = body_of(flow, id);
    const Body* body = body_at(flow, ref);
    if (!body) return choices;
    const bool main = ref == BodyRef{};
    if (main)
        for (const Parameter& parameter : flow.parameters) choices.push_back({QStringLiteral("params.") + qs(parameter.name), param_value(flow, parameter.name, true)});
    else {
        const Definition* owner = ref.task ? nullptr : find_definition(flow, ref.definition);
        if (const Task* group = ref.task ? find_task(flow, ref.task) : nullptr) owner = definition_of(flow, *group);
        if (owner)
            for (const Parameter& parameter : owner->inputs) choices.push_back({QStringLiteral("params.") + qs(parameter.name), param_value(flow, parameter.name, false)});
    }
    for (const TaskPtr& task : body->tasks)
        if (task && choices.size() < most_choices) add_outputs(flow, *task, id, choices);
    for (const Handler& handler : body->handlers)
        if (handler.task && handler.task->id == id && (flow.format == "native" || flow.format.empty()))
            choices.push_back({QStringLiteral("flow.status"), made(Source::status, {}, "flow")});
    return choices;
}

QString argv_lines(const std::vector<Scalar>& argv) {
    QStringList lines;
    for (const Scalar& argument : argv) lines << qs(argument.text).replace(QLatin1String("\n"), QLatin1String("\n") + further_line);
    return lines.join(u'\n');
}

std::vector<Scalar> argv_of(const QString& lines, const std::vector<Scalar>& before) {
    std::vector<Scalar> argv;
    if (lines.isEmpty()) return argv;
    const QStringList parts = QString(lines).replace(QLatin1String("\n") + further_line, QString(joint)).split(u'\n');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const std::string text = utf8(QString(parts[i]).replace(joint, u'\n'));
        const bool kept = std::size_t(i) < before.size() && before[std::size_t(i)].text == text;
        argv.push_back(kept ? before[std::size_t(i)] : Scalar{text, false});
    }
    return argv;
}

}  // namespace weft::ui
