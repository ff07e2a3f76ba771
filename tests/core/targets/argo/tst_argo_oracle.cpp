// Argo's own validator as the judge: of what we write, and of what our lint says about real files. tests/data/argo/verdicts.tsv holds its verdicts over the
// corpus, so that lint is compared with them where the judge itself is not installed.
#include <QtTest>

#include <map>
#include <set>

#include "core/targets/argo/argo.h"
#include "core/targets/document.h"
#include "core/targets/document_compare.h"
#include "core/targets/lint_document.h"
#include "core/targets/portability.h"
#include "core/yaml/reader.h"
#include "tests/core/targets/argo/corpus.h"
#include "tests/support/oracle.h"

using namespace weft;
namespace fs = std::filesystem;

namespace {

const std::string corpus_folder = std::string(WEFT_SHARED) + "/corpus/argo";

std::map<std::string, std::string> verdicts() {
    std::map<std::string, std::string> out;
    std::ifstream in(std::string(WEFT_TEST_DATA) + "/argo/verdicts.tsv");
    for (std::string line; std::getline(in, line);)
        if (const std::size_t tab = line.find('\t'); tab != std::string::npos) out[line.substr(0, tab)] = line.substr(tab + 1);
    return out;
}

std::vector<fs::path> files() {
    std::vector<fs::path> out;
    for (const fs::path& file : argo_test::files_below(corpus_folder)) out.push_back(file);
    return out;
}

std::string below_corpus(const fs::path& file) { return fs::relative(file, corpus_folder).string(); }

// Every flow of a file written afresh; nothing where it holds none.
std::vector<std::string> fresh_texts(const std::string& text, bool with_origin, std::vector<std::string>* troubles) {
    std::vector<std::string> out;
    const Result<yaml::Stream> stream = yaml::read(text);
    if (!stream || !argo_format().recognises(*stream)) return out;
    for (std::size_t i = 0; i < argo_format().flow_count(*stream); ++i) {
        Result<ReadResult> read = argo_format().read(*stream, i);
        if (!read) continue;
        if (!with_origin) read->flow.origin = nullptr;
        const Result<std::string> made = argo_format().fresh(read->flow);
        if (!made) {
            troubles->push_back("refused: " + english(made.error().message));
            continue;
        }
        const Result<yaml::Stream> again = yaml::read(*made);
        const Result<ReadResult> back = again ? argo_format().read(*again, 0) : Result<ReadResult>(tl::unexpected(again.error()));
        if (!back) troubles->push_back("does not read: " + describe(back.error()));
        else if (const std::string what = difference(read->flow, back->flow, false); with_origin && !what.empty()) troubles->push_back("differs: " + what);
        else if (with_origin && read->flow.unsupported != back->flow.unsupported) troubles->push_back("differs: unsupported");
        out.push_back(*made);
    }
    return out;
}

void put(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

class TestArgoOracle : public QObject {
    Q_OBJECT
  private slots:
    // No error on a file that Argo takes; what Argo refuses and we do not is listed with its reason.
    void lintAgreesWithArgo() {
        if (files().empty()) QSKIP("the shared corpus is not there");
        const std::map<std::string, std::string> all = verdicts();
        std::set<std::string> missed;
        int agreed = 0;
        for (const fs::path& file : files()) {
            const auto verdict = all.find(below_corpus(file));
            if (verdict == all.end()) continue;
            const FileLint lint = lint_text(argo_test::slurp(file), file.string());
            if (lint.no_flow) continue;
            std::string error;
            for (const lint::Finding& finding : lint.findings)
                if (finding.severity == lint::Severity::error) error = std::string(finding.rule) + ": " + english(finding.what);
            if (verdict->second == "ok") QVERIFY2(error.empty(), (verdict->first + ": " + error).c_str());
            else if (error.empty()) missed.insert(verdict->first);
            else ++agreed;
        }
        for (const std::string& file : missed) {
            const std::string& why = all.at(file);
            const bool elsewhere = why.find("couldn't find workflow template") != why.npos;          // found by lint of the folder
            const bool controller = why.find("failed to resolve {{workflow.labels.") != why.npos;    // set by the controller's defaults
            const bool schema = why.starts_with("schema: ");                                          // the cluster's CRD, not Argo
            const bool listed = file == "e2e/testdata/wellformed/wellformed-workflow-with-malformed-workflow-template-ref.yaml" ||
                                file == "e2e/expectedfailures/input-artifact-not-optional.yaml";
            QVERIFY2(elsewhere || controller || schema || listed, (file + ": " + why).c_str());
        }
        qInfo("%d files refused by both, %zu by Argo alone", agreed, missed.size());
    }

    void verdictsAreThoseOfTheJudge() {
        if (files().empty()) QSKIP("the shared corpus is not there");
        if (!oracle::ready("argo")) QSKIP(qPrintable(oracle::missing("argo")));
        QStringList names;
        for (const fs::path& file : files()) names.push_back(QString::fromStdString(file.string()));
        const auto said = oracle::judge("argo", names);
        for (const auto& [file, verdict] : verdicts()) {
            const QString name = QString::fromStdString((fs::path(corpus_folder) / file).string());
            if (!said.contains(name)) continue;
            QVERIFY2(said[name].isEmpty() == (verdict == "ok"), (file + ": " + said[name].toStdString()).c_str());
        }
    }

    void freshReadsBackEqual() {
        if (files().empty()) QSKIP("the shared corpus is not there");
        int flows = 0, by_model = 0, refused = 0;
        std::map<std::string, int> reasons;
        for (const fs::path& file : argo_test::corpus(WEFT_SHARED)) {
            std::vector<std::string> troubles, alone;
            const std::string text = argo_test::slurp(file);
            flows += int(fresh_texts(text, true, &troubles).size());
            QVERIFY2(troubles.empty(), (file.string() + ": " + (troubles.empty() ? "" : troubles.front())).c_str());
            by_model += int(fresh_texts(text, false, &alone).size());
            for (const std::string& trouble : alone) {
                QVERIFY2(trouble.starts_with("refused: "), (file.string() + ": " + trouble).c_str());
                ++refused;
            }
        }
        qInfo("%d flows read back equal; by the model alone %d are written and %d refused", flows, by_model, refused);
    }

    void freshIsAccepted() {
        if (files().empty()) QSKIP("the shared corpus is not there");
        if (!oracle::ready("argo")) QSKIP(qPrintable(oracle::missing("argo")));
        QTemporaryDir folder;
        QStringList names;
        std::map<QString, std::string> origin;
        const fs::path root = folder.path().toStdString();
        int model = 0;
        for (const fs::path& file : files()) {
            std::vector<std::string> troubles;
            const std::string text = argo_test::slurp(file);
            std::string whole;
            for (const std::string& one : fresh_texts(text, true, &troubles)) whole += (whole.empty() ? "" : "---\n") + one;
            if (whole.empty()) continue;
            const fs::path at = root / "fresh" / below_corpus(file);
            put(at, whole);
            names.push_back(QString::fromStdString(at.string()));
            origin[names.back()] = below_corpus(file);
            const std::vector<std::string> alone = fresh_texts(text, false, &troubles);   // by the model alone: also what other engines' flows take
            for (std::size_t i = 0; i < alone.size(); ++i) {
                const fs::path lone = root / "model" / (below_corpus(file) + "." + std::to_string(i) + ".yaml");
                put(lone, alone[i]);
                names.push_back(QString::fromStdString(lone.string()));
                origin[names.back()] = below_corpus(file) + " (model)";
                ++model;
            }
        }
        const auto said = oracle::judge("argo", names);
        const std::map<std::string, std::string> before = verdicts();
        int accepted = 0, both = 0, lone_wrong = 0;
        for (const auto& [name, file] : origin) {
            const bool lone = file.ends_with(" (model)");
            const auto was = before.find(lone ? file.substr(0, file.size() - 8) : file);
            const bool fine = was != before.end() && was->second == "ok";
            if (lone) {
                // A WorkflowTemplate may name a parameter that only its submitter declares; the Workflow that a lowering makes of it may not.
                if (file.starts_with("examples/workflow-event-binding/event-consumer-workflowtemplate.yaml")) continue;
                if (fine && !said[name].isEmpty() && ++lone_wrong <= 10) qWarning("%s: %s", file.c_str(), qPrintable(said[name]));
                continue;
            }
            accepted += said[name].isEmpty();
            both += said[name].isEmpty() == fine;
            if (fine) QVERIFY2(said[name].isEmpty(), (file + ": " + said[name].toStdString()).c_str());
        }
        const int files_written = int(origin.size()) - model;
        qInfo("%d of %d fresh files accepted, %d as the file they came from; %d flows by the model alone, %d of them refused", accepted, files_written, both, model, lone_wrong);
        QCOMPARE(lone_wrong, 0);
    }

    void exportsAreAccepted() {
        if (!oracle::ready("argo")) QSKIP(qPrintable(oracle::missing("argo")));
        QTemporaryDir folder;
        QStringList names;
        const auto add = [&](const fs::path& flow, const std::string& name) {
            const Result<DocumentPtr> document = open_text(argo_test::slurp(flow), flow.string());
            QVERIFY2(document.has_value(), flow.c_str());
            const Result<Exported> made = export_to(*(*document)->flow, argo_target(), {{}, "alpine:3.20"});
            if (!made) return;
            const fs::path at = fs::path(folder.path().toStdString()) / (name + ".yaml");
            put(at, made->files.front().text);
            names.push_back(QString::fromStdString(at.string()));
        };
        for (const auto& entry : fs::directory_iterator(std::string(WEFT_TEST_DATA) + "/argo/export")) add(entry.path() / "flow.weft.yaml", entry.path().filename().string());
        for (const auto& entry : fs::directory_iterator(std::string(WEFT_SOURCE) + "/resources/examples"))
            if (entry.path().extension() == ".yaml") add(entry.path(), entry.path().filename().string());
        const auto said = oracle::judge("argo", names);
        for (const QString& name : names) QVERIFY2(said[name].isEmpty(), (name + ": " + said[name]).toUtf8());
        qInfo("%d exports accepted", int(names.size()));
    }
};

QTEST_GUILESS_MAIN(TestArgoOracle)
#include "tst_argo_oracle.moc"
