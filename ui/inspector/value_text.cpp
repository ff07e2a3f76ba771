#include "ui/inspector/value_text.h"

#include <QStringList>

#include "core/targets/completion.h"
#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

const QString arrow = QStringLiteral(" → ");
const QString further_line = QStringLiteral("│ ");
constexpr std::size_t most_choices = 400;   // nobody scrolls further; a name can be typed
constexpr QChar joint(0x1E);   // the record separator: stands for a line break inside an argument while lines are parted

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
    for (const ValueOffer& one : values_at(flow, id)) {
        if (choices.size() >= most_choices) break;
        const InScope& what = one.what;
        QString shown = shown_value(one.value);
        if (what.kind == InScope::Kind::output) shown = qs(what.task) + arrow + qs(what.name);
        if (what.kind == InScope::Kind::flow_parameter || what.kind == InScope::Kind::parameter) shown = QStringLiteral("params.") + qs(what.name);
        choices.push_back({shown, one.value});
    }
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
