#include "ui/shell/will_run.h"

#include <QCoreApplication>

#include "core/targets/local/reproduce.h"
#include "core/targets/local/sandbox.h"
#include "ui/bridge/text.h"

namespace weft::ui {

namespace {

QString what(const Definition& definition) {
    if (definition.kind == DefinitionKind::script) return qs(definition.source).trimmed();
    if (definition.shell && definition.command.size() == 3) return qs(definition.command[2].text).trimmed();
    QStringList words;
    for (const std::vector<Scalar>* argv : {&definition.command, &definition.args})
        for (const Scalar& word : *argv) words << qs(word.text);
    return words.join(u' ');
}

}  // namespace

std::vector<WillRun> will_run(const Flow& flow) {
    std::vector<WillRun> lines;
    for_each_task(flow, [&](const std::string& path, const Task& task, const Handler*) {
        const Definition* definition = definition_of(flow, task);
        if (!definition || definition->kind == DefinitionKind::flow) return;
        if (const QString text = what(*definition); !text.isEmpty()) lines.push_back({qs(path), text});
    });
    for (const local::NotReproduced& one : local::not_reproduced(flow, local::sandbox_works()))
        lines.push_back({qs(one.path), QCoreApplication::translate("WillRun", "is not reproduced here: %1").arg(translated(one.what))});
    return lines;
}

QString not_reproduced_here(const Flow& flow) {
    QStringList parts;
    for (const local::NotReproduced& one : local::not_reproduced(flow, local::sandbox_works()))
        if (!one.path.empty() || one.blocks) parts << qs(local::describe(one));
    return parts.isEmpty() ? QString() : QCoreApplication::translate("WillRun", "Not reproduced on this computer: %1").arg(parts.join(QStringLiteral("; ")));
}

}  // namespace weft::ui
