#include "ui/canvas/scene_text.h"

#include <QFileInfo>
#include <QStringList>

#include "ui/base/state_glyph.h"
#include "ui/bridge/text.h"
#include "ui/canvas/canvas.h"

namespace weft::ui {
namespace {


QString joined(const QStringList& parts) { return parts.join(QStringLiteral(" · ")); }

// The first line of a script that does something: no shebang, comment, import or option.
QString telling_line(const QString& source) {
    for (const QString& raw : source.split(u'\n')) {
        const QString line = raw.trimmed();
        if (line.isEmpty() || line.startsWith(u'#') || line.startsWith("import ") || line.startsWith("from ") || line.startsWith("set -")) continue;
        return line.left(60);
    }
    return {};
}

QString command_line(const Definition& definition) {
    QStringList words;
    const bool shell = definition.shell && definition.command.size() >= 3;
    if (shell) return telling_line(qs(definition.command[2].text));
    for (const Scalar& word : definition.command) words << qs(word.text);
    for (const Scalar& word : definition.args) words << qs(word.text);
    return words.join(u' ').left(60);
}

QString image_of(const Flow& flow, const Task& task, const Definition& definition) {
    for (const Environment* layer : {&task.environment, &definition.environment, &flow.environment}) {
        if (layer->image && !layer->image->empty()) return qs(*layer->image);
    }
    return {};
}

QString body_text(const Body& body) {
    const int tasks = int(body.tasks.size()), handlers = int(body.handlers.size());
    QStringList parts{tasks == 1 ? Canvas::tr("1 task") : Canvas::tr("%1 tasks").arg(tasks)};
    if (handlers > 0) parts << (handlers == 1 ? Canvas::tr("1 exit handler") : Canvas::tr("%1 exit handlers").arg(handlers));
    return joined(parts);
}

QString definition_text(const Flow& flow, const Task& task, const Definition& definition) {
    switch (definition.kind) {
        case DefinitionKind::container: {
            const QString image = image_of(flow, task, definition);
            return image.isEmpty() ? command_line(definition) : image;
        }
        case DefinitionKind::script: {
            QString runner = definition.command.empty() ? QStringLiteral("sh") : QFileInfo(qs(definition.command.front().text)).fileName();
            const QString line = telling_line(qs(definition.source));
            return line.isEmpty() ? runner : joined({runner, line});
        }
        case DefinitionKind::flow: return definition.body ? body_text(*definition.body) : QString();
        case DefinitionKind::none: return Canvas::tr("nothing to run yet");
        default: return qs(definition.detail);
    }
}

// "train" of "prepare/train[3]"
QString last_name(const std::string& path) {
    const auto slash = path.rfind('/');
    return qs(slash == std::string::npos ? path : path.substr(slash + 1));
}

QString skipped_line(const run::TaskState& state) {
    if (!state.because.empty()) return Canvas::tr("Not run: %1 failed").arg(last_name(state.because));
    if (state.reason == "condition") return Canvas::tr("Not run: condition not met");
    if (state.reason.empty() || state.reason == "upstream") return word_of(state.stage);
    return Canvas::tr("Not run: %1").arg(qs(state.reason));
}

QString where_text(const std::string& target) {
    return target.empty() || target == "local" ? Canvas::tr("this computer") : qs(target);
}

QString as_sentence(QString text) {
    if (text.isEmpty()) return text;
    text[0] = text[0].toUpper();
    const bool wide = text.back().unicode() >= 0x2E80;   // Chinese has a full stop of its own
    if (!QStringLiteral(".!?。！？").contains(text.back())) text += wide ? QStringLiteral("。") : QStringLiteral(".");
    return text;
}

}  // namespace

QString subtitle_of(const Flow& flow, const Task& task, const Definition* definition) {
    if (task.muted) return Canvas::tr("muted: will not run");
    if (!definition) return Canvas::tr("“%1” is not defined").arg(qs(task.definition));
    const QString text = definition_text(flow, task, *definition);
    if (task.definition.empty() || task.definition == task.name) return text;
    return text.isEmpty() ? qs(task.definition) : joined({qs(task.definition), text});
}

QString trigger_word(Trigger trigger) {
    switch (trigger) {
        case Trigger::always: return Canvas::tr("always");
        case Trigger::on_success: return Canvas::tr("on success");
        case Trigger::on_failure: return Canvas::tr("on failure");
    }
    return {};
}

QString short_duration(qint64 ms) {
    if (ms < 0) return {};
    if (ms < 9950) return Canvas::tr("%1 s").arg(ms / 1000.0, 0, 'f', 1);
    const qint64 s = (ms + 500) / 1000;
    if (s < 60) return Canvas::tr("%1 s").arg(s);
    if (s < 3600) return Canvas::tr("%1 min %2 s").arg(s / 60).arg(s % 60);
    return Canvas::tr("%1 h %2 min").arg(s / 3600).arg(s % 3600 / 60);
}

QString state_line(const run::TaskState& state, qint64 now_ms) {
    using run::Stage;
    if (state.stage == Stage::none) return {};
    if (state.stage == Stage::skipped) return skipped_line(state);
    QStringList parts;
    const bool bad = state.stage == Stage::failed || state.stage == Stage::errored;
    const std::string reason = !state.reason.empty() || state.attempts.empty() ? state.reason : state.attempts.back().reason;
    if (bad && !reason.empty()) parts << qs(reason);
    else if (state.started_ms > 0 && state.ended_ms >= state.started_ms) parts << short_duration(state.ended_ms - state.started_ms);
    else if (state.stage == Stage::running && state.started_ms > 0 && now_ms > state.started_ms) parts << short_duration((now_ms - state.started_ms) / 1000 * 1000);
    if (state.stage == Stage::retrying && state.retry_at_ms > now_ms) parts << Canvas::tr("in %1").arg(short_duration((state.retry_at_ms - now_ms + 999) / 1000 * 1000));
    if (state.attempts.size() > 1) parts << Canvas::tr("%1 attempts").arg(state.attempts.size());
    if (state.forced) parts << Canvas::tr("set by hand");
    if (!state.recovered_by.empty()) parts << Canvas::tr("recovered by %1").arg(last_name(state.recovered_by));
    return parts.isEmpty() ? word_of(state.stage) : word_of(state.stage) + QStringLiteral("  ") + joined(parts);
}

QString loop_text(const Loop& loop) {
    switch (loop.over) {
        case Loop::Over::items:
            return loop.items.size() == 1 ? Canvas::tr("× 1 item") : Canvas::tr("× %1 items").arg(loop.items.size());
        case Loop::Over::param: return Canvas::tr("× each of %1").arg(qs(loop.param));
        case Loop::Over::sequence:
            if (!loop.count.text.empty()) return Canvas::tr("× %1").arg(qs(loop.count.text));
            return Canvas::tr("× %1 to %2").arg(qs(loop.start.text), qs(loop.end.text));
    }
    return {};
}

QString when_text(const std::string& when) { return Canvas::tr("when %1").arg(qs(when).simplified()); }

QString wire_text(const Edge& edge) {
    static const std::pair<const char*, const char*> known[] = {
        {"failed", QT_TRANSLATE_NOOP("weft::ui::Canvas", "failed")}, {"completed", QT_TRANSLATE_NOOP("weft::ui::Canvas", "completed")},
        {"succeeded", QT_TRANSLATE_NOOP("weft::ui::Canvas", "succeeded")}, {"skipped", QT_TRANSLATE_NOOP("weft::ui::Canvas", "skipped")},
        {"errored", QT_TRANSLATE_NOOP("weft::ui::Canvas", "error")}, {"any succeeded", QT_TRANSLATE_NOOP("weft::ui::Canvas", "any succeeded")},
        {"all failed", QT_TRANSLATE_NOOP("weft::ui::Canvas", "all failed")}};
    for (const auto& [word, shown] : known) {
        if (edge.label == word) return Canvas::tr(shown);
    }
    return qs(edge.label);
}

QString environment_text(const Environment& e) {
    QStringList parts;
    if (e.image) parts << qs(*e.image);
    if (e.cpu) parts << qs(e.cpu->text);
    if (e.memory) parts << qs(e.memory->text);
    if (e.gpu) parts << Canvas::tr("%1 GPU").arg(qs(e.gpu->text));
    if (e.service_account) parts << Canvas::tr("sa %1").arg(qs(*e.service_account));
    if (!e.env.empty()) parts << (e.env.size() == 1 ? Canvas::tr("1 env var") : Canvas::tr("%1 env vars").arg(e.env.size()));
    return parts.isEmpty() ? QString() : Canvas::tr("environment: %1").arg(joined(parts));
}

BannerText banner_text(const run::RunState& run, const run::Verdict& verdict, qint64 number) {
    using run::Outcome;
    const QString where = where_text(run.target), why = translated(verdict.sentence);
    BannerText out;
    const auto with_why = [&](const QString& plain, const QString& reason) { return why.isEmpty() ? plain.arg(number).arg(where) : reason.arg(QString::number(number), where, why); };
    switch (verdict.outcome) {
        case Outcome::pending: out.sentence = Canvas::tr("Run %1 is about to start on %2.").arg(number).arg(where); break;
        case Outcome::running: {
            int done = 0, total = 0;
            for (const auto& [path, state] : run.tasks) {
                if (state.group) continue;
                ++total;
                done += run::terminal(state.stage) ? 1 : 0;
            }
            out.sentence = Canvas::tr("Run %1 is running on %2.").arg(number).arg(where);
            if (total > 0) out.beside = as_sentence(Canvas::tr("%1 of %2 done").arg(done).arg(total));
            break;
        }
        case Outcome::succeeded: out.sentence = with_why(Canvas::tr("Run %1 succeeded on %2."), Canvas::tr("Run %1 succeeded on %2: %3.")); break;
        case Outcome::failed: out.sentence = with_why(Canvas::tr("Run %1 failed on %2."), Canvas::tr("Run %1 failed on %2: %3.")); break;
        case Outcome::cancelled: out.sentence = with_why(Canvas::tr("Run %1 was cancelled on %2."), Canvas::tr("Run %1 was cancelled on %2: %3.")); break;
        case Outcome::unknown: out.sentence = with_why(Canvas::tr("Run %1 on %2: what happened is not known."), Canvas::tr("Run %1 on %2: not known, %3.")); break;
    }
    QStringList beside;
    if (!out.beside.isEmpty()) beside << out.beside;
    if (!verdict.handlers.empty()) beside << as_sentence(translated(verdict.handlers));
    for (const Message& note : verdict.notes) beside << as_sentence(translated(note));
    out.beside = beside.join(u' ');
    if (!verdict.cause.empty()) out.link = Canvas::tr("Why?");
    return out;
}

}  // namespace weft::ui
