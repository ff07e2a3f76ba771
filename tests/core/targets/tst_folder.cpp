// A folder as a unit: what its files say of each other.
#include <QtTest>

#include <filesystem>
#include <fstream>

#include "core/targets/folder.h"

using namespace weft;
namespace fs = std::filesystem;

namespace {

const std::string data = std::string(WEFT_TEST_DATA) + "/folder";
std::string file(const char* name) { return fs::path(data + "/" + name).lexically_normal().string(); }

QStringList said(const Folder& folder, const char* name, bool absent = false) {
    QStringList out;
    for (const lint::Finding& finding : lint_references(folder, file(name), absent))
        out << QString::fromStdString(std::string(lint::severity_name(finding.severity)) + " " + finding.task_name + ": " + english(finding.what));
    return out;
}

}  // namespace

class TestFolder : public QObject {
    Q_OBJECT
  private slots:
    void findsDefinitionsAndUses() {
        const Folder folder = index_folder({data});
        QCOMPARE(folder.files.size(), std::size_t(4));
        const FolderDefinition* say = definition_of(folder, "template greeting/say", file("flows/good.yaml"));
        QVERIFY(say && say->definition);
        QCOMPARE(say->file, file("shared/greeting.yaml"));
        QCOMPARE(say->where.line, 7);
        QCOMPARE(say->definition->inputs.size(), std::size_t(2));
        const FolderDefinition* clean = definition_of(folder, "cluster template tools/clean");
        QVERIFY(clean);
        QCOMPARE(clean->flow_index, std::size_t(1));
        QVERIFY(!definition_of(folder, "template tools/clean"));   // of the cluster, not of the namespace
        QCOMPARE(usages(folder, "template greeting/say").size(), std::size_t(2));
        QCOMPARE(flows_using(folder, "template greeting"), std::size_t(3));   // good, bad, whole
        QCOMPARE(flows_using(folder, "cluster template tools"), std::size_t(2));
        QCOMPARE(usages(folder, "template greeting/wave").size(), std::size_t(0));
        QCOMPARE(usages(folder, "template greeting/say").back().path, std::string("tasks.hello"));
    }

    void saysWhatIsNotThere() {
        const Folder folder = index_folder({data});
        QCOMPARE(said(folder, "flows/good.yaml"), QStringList());
        const QStringList bad = said(folder, "flows/bad.yaml");
        QCOMPARE(bad.size(), 2);
        QCOMPARE(bad[0], QStringLiteral("error nothing: the input `message` of template greeting/say is not supplied"));
        QVERIFY(bad[1].startsWith(QStringLiteral("error typo: template greeting/sya does not exist")));
        QVERIFY(bad[1].contains(QStringLiteral("`say`, `wave`")));
        QCOMPARE(said(folder, "flows/bad.yaml", true).size(), 3);   // and the one that may be on the cluster
        QCOMPARE(said(folder, "flows/whole.yaml").size(), 1);       // greeting has no entrypoint; tools has
    }

    void aReferenceKnowsWhatItRuns() {
        const Folder folder = index_folder({data});
        const Result<DocumentPtr> document = open_file(file("flows/good.yaml"));
        QVERIFY(document);
        const Flow flow = resolved(*(*document)->flow, folder, file("flows/good.yaml"));
        const Task* hello = find_task(flow.main, "hello");
        QVERIFY(hello && hello->own);
        QCOMPARE(hello->own->kind, DefinitionKind::reference);
        QCOMPARE(*hello->own->environment.image, std::string("alpine:3.20"));
        QCOMPARE(hello->own->inputs.front().name, std::string("message"));
        QCOMPARE(hello->own->outputs.front().name, std::string("said"));
        const Result<DocumentPtr> shared = open_file(file("shared/greeting.yaml"));
        QCOMPARE(reference_to((*shared)->stream, 0, *(*shared)->flow, "say"), std::string("template greeting/say"));
        QCOMPARE(reference_to((*shared)->stream, 1, *(*shared)->flow, ""), std::string("cluster template tools"));
    }

    void theNearestOfTheSameNameCounts() {
        Folder folder;
        const std::string head = "apiVersion: argoproj.io/v1alpha1\nkind: WorkflowTemplate\nmetadata: {name: t}\nspec: {templates: [{name: x, container: {image: ";
        add_to_folder(folder, "a/one.yaml", head + "'a:1', command: [a]}}]}\n");
        add_to_folder(folder, "b/two.yaml", head + "'b:1', command: [b]}}]}\n");
        QCOMPARE(definition_of(folder, "template t/x", "a/flow.yaml")->file, std::string("a/one.yaml"));
        QCOMPARE(definition_of(folder, "template t/x", "b/flow.yaml")->file, std::string("b/two.yaml"));
        QVERIFY(!definition_of(folder, "template t/x", "c/flow.yaml"));   // two, none nearer
    }

    void readsOfAnotherFilesOutputsAreChecked() {
        const std::string root = fs::path(std::string(WEFT_TEST_DATA) + "/folder_reads").lexically_normal().string();
        const Folder folder = index_folder({root});
        QStringList found;
        for (const lint::Finding& finding : lint_references(folder, root + "/flow.yaml"))
            found << QString::fromStdString(finding.task_name + " " + std::to_string(finding.where.line) + ": " + english(finding.what));
        QCOMPARE(found, (QStringList{"misspelt 21: `{{tasks.hello.outputs.parameters.sayd}}`: template greeting/say has no output sayd; it has said, result",
                                     "nothing 25: `{{tasks.quiet.outputs.parameters.said}}`: template greeting/silent has no output said; it has result"}));
    }

    // An open document counts as it stands, not as its file does.
    void anOpenDocumentStandsInForItsFile() {
        const std::string root = fs::path(std::string(WEFT_TEST_DATA) + "/folder_reads").lexically_normal().string();
        const Folder folder = index_folder({root});
        std::string text = (*open_file(root + "/flow.yaml"))->text;
        for (const auto& [from, to] : {std::pair<std::string, std::string>{"sayd", "said"}, {"{{tasks.quiet.outputs.parameters.said}}", "x"}}) text.replace(text.find(from), from.size(), to);
        const Result<DocumentPtr> mended = open_text(text, root + "/flow.yaml");
        const Folder now = with_document(folder, **mended);
        QCOMPARE(lint_references(now, **mended).size(), std::size_t(0));
        QCOMPARE(lint_references(folder, root + "/flow.yaml").size(), std::size_t(2));
        QCOMPARE(now.files.size(), folder.files.size());
        QCOMPARE(usages(now, "template greeting").size(), usages(folder, "template greeting").size());
    }

    void linksOutOfTheFolderAreNotFollowed() {
        QTemporaryDir inside, outside;
        const fs::path in = inside.path().toStdString(), out = outside.path().toStdString();
        const std::string flow = "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: f}\nspec: {entrypoint: x, templates: [{name: x, container: {image: a, command: [a]}}]}\n";
        std::ofstream(in / "a.yaml") << flow;
        std::ofstream(out / "secret.yaml") << flow;
        fs::create_symlink(out / "secret.yaml", in / "b.yaml");
        fs::create_symlink(in / "a.yaml", in / "c.yaml");
        fs::create_directory_symlink(out, in / "d");
        const Folder folder = index_folder({in.string()});
        QCOMPARE(folder.files, (std::vector<std::string>{(in / "a.yaml").string(), (in / "c.yaml").string()}));
    }

    // Limits hold, links into folders are not followed, what is no flow is passed over.
    void walksCarefully() {
        QTemporaryDir folder;
        const fs::path root = folder.path().toStdString();
        const std::string flow = "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nmetadata: {name: f}\nspec: {entrypoint: x, templates: [{name: x, container: {image: a, command: [a]}}]}\n";
        fs::create_directories(root / "deep/er");
        fs::create_directories(root / ".hidden");
        for (const char* name : {"a.yaml", "b.yml", "deep/c.yaml", "deep/er/d.json", ".hidden/e.yaml", "f.txt"}) std::ofstream(root / name) << flow;
        std::ofstream(root / "config.yaml") << "kind: ConfigMap\n";
        std::ofstream(root / "broken.yaml") << "a: [\n";
        fs::create_directory_symlink(root, root / "deep/loop");
        QCOMPARE(index_folder({root.string()}).files.size(), std::size_t(4));   // JSON is YAML too
        FolderLimits limits;
        limits.files = 2;
        const Folder few = index_folder({root.string()}, limits);
        QVERIFY(few.files.size() <= 2);
        QCOMPARE(few.passed_over.size(), std::size_t(1));
        limits = {};
        limits.file_bytes = 100;
        QCOMPARE(index_folder({root.string()}, limits).files.size(), std::size_t(0));
        limits = {};
        limits.depth = 0;
        QCOMPARE(index_folder({root.string()}, limits).files.size(), std::size_t(2));
        QCOMPARE(index_folder({(root / "a.yaml").string(), (root / "a.yaml").string(), "/no/such/place"}).files.size(), std::size_t(1));
    }

    void realFoldersHaveNoFalseFindings() {
        const std::string corpus = std::string(WEFT_SHARED) + "/corpus/argo";
        if (!fs::exists(corpus)) QSKIP("the shared corpus is not there");
        const Folder folder = index_folder({corpus});
        std::map<std::string, std::string> verdicts;
        std::ifstream in(std::string(WEFT_TEST_DATA) + "/argo/verdicts.tsv");
        for (std::string line; std::getline(in, line);) verdicts[line.substr(0, line.find('\t'))] = line.substr(line.find('\t') + 1);
        int uses = 0, answered = 0;
        for (const std::string& name : folder.files) {
            const std::string verdict = verdicts[fs::relative(name, corpus).string()];
            for (const lint::Finding& finding : lint_references(folder, name))
                QVERIFY2(verdict != "ok", (name + ": " + english(finding.what)).c_str());
            const auto found = folder.uses_in.find(name);
            if (found == folder.uses_in.end()) continue;
            for (const FolderUse& use : found->second) {
                ++uses;
                answered += definition_of(folder, use.reference, name) != nullptr;
                const bool missing = verdict.find("couldn't find workflow template") != std::string::npos;
                if (!definition_of(folder, use.reference, name) && !folder.definitions.count(use.reference)) QVERIFY2(missing, (name + ": " + use.reference + " | " + verdict).c_str());
            }
        }
        qInfo("%zu files, %d references, %d answered", folder.files.size(), uses, answered);
    }
};

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
