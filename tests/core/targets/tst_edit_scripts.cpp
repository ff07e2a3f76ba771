// Random edit scripts on every format that can be drawn into: own fixtures in tests/data/edit and the shared corpus, each also in harder dress (CRLF, BOM, no
// final newline, comments between the lines). After every gesture the text read again equals the flow, untouched lines stand as they stood, and undo gives
// every byte back. WEFT_EDIT_SCRIPTS=n scripts a seed (10000 nightly), WEFT_EDIT_SEEDS=n seeds from WEFT_SEED on (20 nightly), WEFT_EDIT_FORMAT=id one format.
#include <QtTest>

#include <filesystem>
#include <map>

#include "core/io/file.h"
#include "core/model/edit.h"
#include "core/targets/document.h"
#include "core/targets/document_compare.h"
#include "core/yaml/patch.h"
#include "core/yaml/reader.h"
#include "tests/core/targets/drawer.h"

using namespace weft;
namespace fs = std::filesystem;

namespace {

struct Source_ {
    std::string file;
    std::string text;
    std::size_t flows = 1;
    bool known_limits = false;   // its folder's README names gestures that are refused without a reason of their own
};

int setting(const char* name, int usual) { return qEnvironmentVariableIsSet(name) ? qEnvironmentVariableIntValue(name) : usual; }

std::vector<fs::path> files_of(const fs::path& root) {
    std::vector<fs::path> out;
    std::error_code error;
    for (fs::recursive_directory_iterator at(root, error), end; !error && at != end; at.increment(error))
        if (at->is_regular_file(error)) out.push_back(at->path());
    std::sort(out.begin(), out.end());
    return out;
}

// By format: what opens, is small enough to be edited many times, and can be edited.
std::map<std::string, std::vector<Source_>> sources() {
    std::map<std::string, std::vector<Source_>> out;
    for (const char* root : {WEFT_TEST_DATA "/edit", WEFT_SOURCE "/resources/examples", WEFT_SHARED "/corpus"})
        for (const fs::path& path : files_of(root)) {
            const std::string extension = path.extension().string();
            if (extension != ".yaml" && extension != ".yml" && extension != ".json" && extension != ".pipeline" && extension != ".py") continue;
            std::error_code error;
            if (fs::file_size(path, error) > 12'000) continue;
            Result<std::string> text = io::read_file(path.string());
            if (!text) continue;
            const Result<DocumentPtr> document = open_text(*text, path.filename().string());
            if (!document || !(*document)->format->abilities.edit || ((*document)->format->text && !(*document)->format->text->write)) continue;
            bool broken = false;   // what its reader calls wrong is edited by hand
            for (const yaml::Issue& issue : (*document)->issues) broken = broken || issue.rule == "yaml/wrong-type" || issue.rule == "yaml/duplicate-key";
            if (broken) continue;
            Source_ source{path.string(), std::move(*text), 1};
            if ((*document)->format->flow_count && !(*document)->format->text) source.flows = std::max<std::size_t>(1, (*document)->format->flow_count((*document)->stream));
            source.known_limits = (*document)->format->id == "flyte";
            out[(*document)->format->id].push_back(std::move(source));
        }
    return out;
}

// The same file as other editors leave it.
std::string dressed(const std::string& text, int dress, bool yaml) {
    std::string out;
    switch (dress) {
        case 1:
            for (const char c : text) out += c == '\n' && !out.ends_with('\r') ? "\r\n" : std::string(1, c);
            return out;
        case 2: return text.starts_with("\xEF\xBB\xBF") ? text : "\xEF\xBB\xBF" + text;
        case 3:
            out = text;
            while (out.ends_with('\n') || out.ends_with('\r')) out.pop_back();
            return out;
        case 4: return yaml ? "# first\n" + text + (text.ends_with('\n') ? "" : "\n") + "# last\n" : text;
        default: return text;
    }
}

// Lines of the text before that none of the edits touches stand in the text after, in their order.
bool keeps_lines(const std::string& before, const std::string& after, const std::vector<yaml::TextEdit>& edits) { return yaml::apply(before, edits) == after && yaml::apply(after, yaml::inverse(edits)) == before; }

// Reasons that are no refusal but a failure of the writer.
bool is_failure(const std::string& reason) {
    for (const char* head : {"this change cannot be written without", "the file cannot hold this change", "the change was not written as drawn"})
        if (reason.find(head) != std::string::npos) return true;
    return false;
}

struct Tally {
    int scripts = 0, written = 0, refused = 0, wrong = 0, unexplained = 0;
    std::map<std::string, int> reasons;
};

void run_script(test::Drawer& drawer, const Source_& source, Tally& tally) {
    const int dress = drawer.below(5);
    const bool yaml = !source.file.ends_with(".json") && !source.file.ends_with(".pipeline") && !source.file.ends_with(".py");
    const std::size_t index = std::size_t(drawer.below(source.flows));
    const std::string start = dressed(source.text, dress, yaml);
    Result<DocumentPtr> document = open_text(start, source.file, index);
    if (!document) return;
    ++tally.scripts;
    std::vector<std::pair<std::string, std::vector<yaml::TextEdit>>> undo;
    const int steps = 1 + drawer.below(6);
    for (int step = 0; step < steps; ++step) {
        std::string gesture;
        const Result<Flow> drawn = drawer.gesture(*(*document)->flow, gesture);
        if (!drawn) continue;
        Result<Edited> next = commit(*document, *drawn);
        const auto wrong = [&](const std::string& what) {
            if (++tally.wrong <= 15) qWarning("%s #%zu dress %d, %s: %s", source.file.c_str(), index, dress, gesture.c_str(), what.c_str());
            ++tally.reasons["WRONG " + gesture + ": " + what.substr(0, 80)];
        };
        if (!next) {
            const std::string reason = english(next.error().message);
            ++tally.refused;
            if (source.known_limits && reason.find("the file cannot hold this change") != std::string::npos) ++tally.unexplained;
            else if (reason.empty() || is_failure(reason)) wrong(reason);
            else ++tally.reasons[gesture + ": " + reason.substr(0, 60)];
            continue;
        }
        if (!keeps_lines((*document)->text, next->document->text, next->edits)) {
            wrong("the edits do not lead there and back");
            return;
        }
        const Result<DocumentPtr> again = open_text(next->document->text, source.file, index);
        if (!again) {
            wrong("does not open: " + describe(again.error()));
            return;
        }
        if (const std::string what = difference(*next->document->flow, *(*again)->flow, false); !what.empty()) {
            wrong("reads back otherwise: " + what);
            return;
        }
        undo.emplace_back((*document)->text, yaml::inverse(next->edits));
        document = next->document;
        ++tally.written;
    }
    std::string text = (*document)->text;
    for (std::size_t i = undo.size(); i-- > 0;) text = yaml::apply(text, undo[i].second);
    if (text != start && ++tally.wrong <= 15) qWarning("%s: undo does not give the bytes back", source.file.c_str());
}

}  // namespace

class TestEditScripts : public QObject {
    Q_OBJECT
  private slots:
    void initTestCase() {
        all_ = sources();
        QVERIFY(!all_.empty());
    }

    void scripts_data() {
        QTest::addColumn<QString>("format");
        const QString only = qEnvironmentVariable("WEFT_EDIT_FORMAT");
        for (const Format* format : formats())
            if (format->abilities.edit && (only.isEmpty() || only == QString::fromStdString(format->id))) QTest::newRow(format->id.c_str()) << QString::fromStdString(format->id);
    }
    void scripts() {
        QFETCH(QString, format);
        const std::vector<Source_>& files = all_[format.toStdString()];
        if (files.empty()) QSKIP("no file of this format to edit: tests/data/edit has none and the shared corpus is not there");
        const int scripts = setting("WEFT_EDIT_SCRIPTS", 60), seeds = setting("WEFT_EDIT_SEEDS", 1), first = setting("WEFT_SEED", 1);
        Tally tally;
        for (int seed = first; seed < first + seeds; ++seed) {
            test::Drawer drawer{std::mt19937(unsigned(seed))};
            for (int script = 0; script < scripts; ++script) run_script(drawer, files[std::size_t(drawer.below(files.size()))], tally);
        }
        for (const auto& [reason, n] : tally.reasons)
            if (n > 3 || reason.starts_with("WRONG")) qInfo("%5d %s", n, reason.c_str());
        qInfo("%s: %zu files, %d scripts, %d gestures written, %d refused with a reason", qPrintable(format), files.size(), tally.scripts, tally.written, tally.refused);
        QCOMPARE(tally.wrong, 0);
        // Refused, nothing changed, but with the general sentence only: its README names the corners. Anywhere else that is a failure.
        QVERIFY2(tally.unexplained * 100 <= 2 * (tally.written + tally.refused), qPrintable(QString::number(tally.unexplained)));
        QVERIFY(tally.scripts > 0);
    }

  private:
    std::map<std::string, std::vector<Source_>> all_;
};

QTEST_GUILESS_MAIN(TestEditScripts)
#include "tst_edit_scripts.moc"
