// Completion offers what is in scope, in the words of the open file, and nothing that lint would object to once it is taken.
#include <QDirIterator>
#include <set>

#include "core/model/edit.h"
#include "core/model/graph.h"
#include "core/targets/completion.h"
#include "core/targets/lint_document.h"
#include "core/targets/source_place.h"
#include "tests/core/lint/lint_case.h"

using namespace weft;
using namespace weft::test;

namespace {

QString joined(const std::vector<std::string>& all) {
    QStringList out;
    for (const std::string& one : all) out << QString::fromStdString(one);
    return out.join('/');
}

// Findings by rule and subject, without the places, which move.
std::multiset<std::string> said(const Document& document) {
    std::multiset<std::string> all;
    for (const lint::Finding& finding : lint_document(document)) all.insert(finding.rule + ' ' + english(finding.what));
    return all;
}

QStringList new_findings(const std::multiset<std::string>& before, const std::multiset<std::string>& after) {
    QStringList fresh;
    for (const std::string& one : after)
        if (after.count(one) > before.count(one)) fresh << QString::fromStdString(one);
    return fresh;
}

// A text of the task that holds `text`: its condition, or the end of what it runs. None where the task has no such text.
std::optional<Flow> with_text(const Flow& flow, TaskId id, TextPlace place, const std::string& text) {
    const Task* task = find_task(flow, id);
    if (place == TextPlace::use) {
        Task wanted = *task;
        wanted.when = "'" + text + "' != 'Failed'";
        const Result<Flow> made = edit::change_task(flow, id, wanted);
        return made ? std::optional<Flow>(*made) : std::nullopt;
    }
    const Definition* definition = definition_of(flow, *task);
    if (!definition) return std::nullopt;
    Definition wanted = *definition;
    if (!wanted.args.empty()) wanted.args.back().text += " " + text;
    else if (!wanted.source.empty()) wanted.source += "\n# " + text + "\n";
    else if (!wanted.command.empty()) wanted.command.back().text += " " + text;
    else return std::nullopt;
    const Result<Flow> made = edit::change_definition(flow, id, edit::Scope::all, wanted);
    return made ? std::optional<Flow>(*made) : std::nullopt;
}

std::string offered(const Offer& offer) {
    std::string out;
    for (const Completion& one : filtered(offer)) out += (out.empty() ? "" : " ") + one.shown;
    return out;
}

// "…¦…": the text without the mark, and where it stood.
std::pair<std::string, std::size_t> at_mark(QString text) {
    const std::string all = text.toStdString();
    const std::size_t at = all.find("¦");
    return {all.substr(0, at) + all.substr(at + std::string("¦").size()), at};
}

}  // namespace

class tst_completion : public QObject {
    Q_OBJECT
  private slots:
    void files_data() {
        QTest::addColumn<QString>("path");
        int n = 0;
        for (const QString& root : {QString(WEFT_SOURCE) + "/resources/examples", QString(WEFT_SHARED) + "/corpus/argo/examples"}) {
            QDirIterator walk(root, {"*.yaml"}, QDir::Files, QDirIterator::Subdirectories);
            QStringList all;
            while (walk.hasNext()) all << walk.next();
            all.sort();
            for (const QString& path : all)
                if (root.contains("resources") || n++ % 4 == 0) QTest::newRow(qPrintable(QFileInfo(path).fileName())) << path;
        }
    }
    void what_is_taken_lints_as_before() {
        QFETCH(QString, path);
        const Result<DocumentPtr> document = open_text(read_text(path), path.toStdString());
        if (!document) QSKIP("no flow in this file");
        std::vector<TaskId> ids;
        for_each_task(*(*document)->flow, [&](const std::string&, const Task& task, const Handler*) { ids.push_back(task.id); });
        if (ids.size() > 12) ids.resize(12);
        int taken = 0;
        for (const TaskId id : ids)
            for (const TextPlace place : {TextPlace::use, TextPlace::work}) {
                const std::vector<Completion> offers = references_at(*(*document)->flow, id, place, Spelling::model);
                const auto plain = offers.empty() ? std::nullopt : with_text(*(*document)->flow, id, place, "x");
                const Result<Edited> ground = plain ? commit(*document, *plain) : fail(Message{"no text", {}});
                if (!ground) continue;
                const std::multiset<std::string> before = said(*ground->document);
                for (const Completion& offer : offers) {
                    const auto with = with_text(*(*document)->flow, id, place, offer.text);
                    const Result<Edited> edited = commit(*document, *with);
                    QVERIFY2(edited, qPrintable(QString::fromStdString(offer.text + ": " + (edited ? "" : english(edited.error().message)))));
                    const QStringList fresh = new_findings(before, said(*edited->document));
                    QVERIFY2(fresh.isEmpty(), qPrintable(QString::fromStdString(offer.text) + " in " + QString::fromStdString(path_of(*(*document)->flow, id)) + ": " + fresh.join("; ")));
                    ++taken;
                }
            }
        if (!taken) QSKIP("nothing to refer to");
    }
    void what_is_taken_lints_as_before_data() { files_data(); }

    // What people have written themselves is offered at the same place.
    void what_stands_there_is_offered() {
        QFETCH(QString, path);
        const Result<DocumentPtr> document = open_text(read_text(path), path.toStdString());
        if (!document) QSKIP("no flow in this file");
        const Flow& flow = *(*document)->flow;
        std::set<std::string> bad;
        for (const lint::Finding& finding : lint_document(**document)) bad.insert(finding.subject);
        int seen = 0;
        QStringList missing;
        for_each_task(flow, [&](const std::string& at, const Task& task, const Handler* handler) {
            if (handler || !task.own) return;   // a shared definition's own words are looked at with the file's text below
            for (const FieldReference& found : references_of(flow, task)) {
                if (found.reference.kind != Reference::Kind::output || !found.reference.simple || found.reference.artifact || bad.count(found.reference.tag)) continue;
                const bool use = found.field.starts_with("params.") || found.field == "when" || found.field == "loop";
                const auto offers = references_at(flow, task.id, use ? TextPlace::use : TextPlace::work, Spelling::model);
                ++seen;
                if (std::none_of(offers.begin(), offers.end(), [&](const Completion& one) { return one.owner == found.reference.task && one.text.find(found.reference.name) != one.text.npos; }))
                    missing << QString::fromStdString(at + ' ' + found.field + ' ' + found.reference.tag);
            }
        });
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join("; ")));
        if (!seen) QSKIP("no references between tasks");
    }
    void what_stands_there_is_offered_data() { files_data(); }

    void places_in_yaml() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto [all, at] = at_mark(text);
        const YamlPlace place = yaml_place(all, at);
        static const char* parts[] = {"nothing", "key", "value", "block"};
        QString got = QString("%1 %2 '%3'").arg(parts[int(place.part)], joined(place.path), QString::fromStdString(all.substr(place.from, at - place.from)));
        if (place.quote) got += QString(" quoted");
        QCOMPARE(got, expected);
    }
    void places_in_yaml_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("first key") << "na¦" << "key  'na'";
        QTest::newRow("empty text") << "¦" << "key  ''";
        QTest::newRow("value") << "name: x\nkind: Wo¦" << "value kind 'Wo'";
        QTest::newRow("nested key") << "spec:\n  templates:\n    - name: a\n      con¦" << "key spec/templates/[] 'con'";
        QTest::newRow("dashes under their key") << "spec:\n  templates:\n  - name: a\n    con¦\n" << "key spec/templates/[] 'con'";
        QTest::newRow("behind a dash") << "tasks:\n  - na¦" << "value tasks/[] 'na'";
        QTest::newRow("value in an item") << "tasks:\n  - name: x\n    needs: [a, b¦" << "value tasks/[]/needs/[] 'b'";
        QTest::newRow("map on a line") << "tasks:\n  - params: {A: {pa¦" << "key tasks/[]/params/A 'pa'";
        QTest::newRow("value in a map on a line") << "tasks:\n  - params: {A: {param: e¦}}" << "value tasks/[]/params/A/param 'e'";
        QTest::newRow("quoted") << "tasks:\n  - when: \"{{pa¦\"" << "value tasks/[]/when '{{pa' quoted";
        QTest::newRow("block") << "tasks:\n  - command: |\n      echo {{pa¦\n    name: x" << "block tasks/[]/command 'echo {{pa'";
        QTest::newRow("block, after an empty line") << "tasks:\n  - command: |\n      echo\n\n      a¦" << "block tasks/[]/command 'a'";
        QTest::newRow("behind a block") << "tasks:\n  - command: |\n      echo\n    ne¦" << "key tasks/[] 'ne'";
        QTest::newRow("comment") << "a: 1\n# x¦" << "nothing  ''";
        QTest::newRow("second document") << "a:\n  b: 1\n---\nc¦" << "key  'c'";
        QTest::newRow("list of lists") << "steps:\n  - - name: a\n      te¦" << "key steps/[]/[] 'te'";
        QTest::newRow("windows") << "spec:\r\n  entrypoint: m¦\r\n" << "value spec/entrypoint 'm'";
    }

    void words_of_a_text() {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        const auto [all, at] = at_mark(text);
        const QString file = QString(WEFT_TEST_DATA) + "/completion/" + (text.contains("spec:") ? "dag.yaml" : "three.weft.yaml");
        const Result<DocumentPtr> document = open_text(read_text(file), file.toStdString());
        QVERIFY2(document, qPrintable(file));
        TaskId last = 0;
        for_each_task(*(*document)->flow, [&](const std::string&, const Task& task, const Handler*) { if (task.name == "last") last = task.id; });
        const Offer offer = complete_source(**document, all, at, {last, TextPlace::use}, false);
        QCOMPARE(QString::fromStdString(offered(offer)), expected);
    }
    void words_of_a_text_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        QTest::newRow("native key") << "tasks:\n  - name: last\n    tim¦" << "timeout";
        QTest::newRow("a key that stands there is not said twice") << "tasks:\n  - name: last\n    timeout: 1m\n    tim¦" << "";
        QTest::newRow("one work for a task") << "tasks:\n  - name: last\n    command: x\n    scr¦" << "description";
        QTest::newRow("a handler's word") << "handlers:\n  - name: last\n    runs: on¦" << "on-success on-failure";
        QTest::newRow("truth") << "tasks:\n  - name: last\n    muted: t¦" << "true";
        QTest::newRow("task to wait for") << "tasks:\n  - name: last\n    needs: [¦" << "first";
        QTest::newRow("what to run") << "tasks:\n  - name: last\n    use: ¦" << "say";
        QTest::newRow("parameter") << "tasks:\n  - name: last\n    params: {A: {param: ¦" << "city";
        QTest::newRow("output") << "tasks:\n  - name: last\n    params: {A: {output: ¦" << "first.path middle.size";
        QTest::newRow("tag") << "tasks:\n  - name: last\n    when: \"{{¦" << "params.city tasks.first.outputs.path tasks.middle.outputs.size";
        QTest::newRow("tag, filtered") << "tasks:\n  - name: last\n    when: \"{{Siz¦" << "tasks.middle.outputs.size";
        QTest::newRow("closed") << "tasks:\n  - name: last\n    when: \"{{params.city}}¦" << "";
        QTest::newRow("argo key") << "spec:\n  templates:\n    - name: a\n      cont¦" << "container containerSet initContainers securityContext";
        QTest::newRow("argo word") << "spec:\n  templates:\n    - container: {imagePullPolicy: If¦" << "IfNotPresent";
        QTest::newRow("argo template") << "spec:\n  entrypoint: ¦" << "main say";
        QTest::newRow("argo tag") << "spec:\n  templates:\n    - dag:\n        tasks:\n          - name: last\n            when: \"{{ta¦" << "tasks.first.outputs.parameters.path tasks.first.outputs.result";
    }

    void a_tag_that_begins_a_value_is_quoted() {
        const QString file = QString(WEFT_TEST_DATA) + "/completion/three.weft.yaml";
        const Result<DocumentPtr> document = open_text(read_text(file), file.toStdString());
        const TaskId last = (*document)->flow->main.tasks.back()->id;
        for (const auto& [text, first] : {std::pair<QString, std::string>{"tasks:\n  - when: {{ci¦", "\"{{params.city}}\""}, {"tasks:\n  - when: \"{{ci¦\"", "{{params.city}}"}, {"tasks:\n  - when: a{{ci¦", "{{params.city}}"}}) {
            const auto [all, at] = at_mark(text);
            const std::vector<Completion> offers = filtered(complete_source(**document, all, at, {last, TextPlace::use}, false));
            QCOMPARE(offers.size(), std::size_t(1));
            QCOMPARE(offers.front().text, first);
        }
    }

    void an_offer_replaces_the_closing_marks_that_stand_there() {
        const QString file = QString(WEFT_TEST_DATA) + "/completion/three.weft.yaml";
        const Result<DocumentPtr> document = open_text(read_text(file), file.toStdString());
        const TaskId last = (*document)->flow->main.tasks.back()->id;
        const std::string text = "echo {{params.ci}} and more}}";
        const Offer offer = complete_text(*(*document)->flow, last, TextPlace::work, text, 14);
        QCOMPARE(text.substr(offer.from, offer.to - offer.from), std::string("{{params.ci}}"));
        const std::string open = "echo {{par and more";
        QCOMPARE(complete_text(*(*document)->flow, last, TextPlace::work, open, 10).to, std::size_t(10));
    }
};

QTEST_GUILESS_MAIN(tst_completion)
#include "tst_completion.moc"
