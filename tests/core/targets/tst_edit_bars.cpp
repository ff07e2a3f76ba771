// Every file of the corpus, of every format: opened and saved it keeps its bytes, and so it does when every task is renamed and renamed back; one value
// changed changes one line. WEFT_EDIT_FILES=folder:folder takes other files, WEFT_THOROUGH every flow and task of them.
#include <QtTest>

#include <map>
#include <set>

#include "core/model/edit.h"
#include "core/targets/document.h"
#include "core/targets/field_edit.h"
#include "tests/core/targets/scripts/files.h"

using namespace weft;
using test::EditFile;

namespace {

std::vector<TaskId> all_ids(const Flow& flow) {
    std::vector<TaskId> ids;
    for_each_task(flow, [&](const std::string&, const Task& task, const Handler*) { ids.push_back(task.id); });
    return ids;
}

bool is_failure(const std::string& reason) {
    for (const char* head : {"this change cannot be written without", "the file cannot hold this change", "the change was not written as drawn", "the last change is taken back"})
        if (reason.find(head) != std::string::npos) return true;
    return reason.empty();
}

// Lines of `before` that an edit touches; the same number must stand there afterwards.
int lines_touched(const std::string& before, const std::vector<yaml::TextEdit>& edits) {
    std::set<std::size_t> lines;
    for (const yaml::TextEdit& edit : edits) {
        const std::size_t first = std::size_t(std::count(before.begin(), before.begin() + std::ptrdiff_t(edit.offset), '\n'));
        const std::size_t more = std::size_t(std::max(std::count(edit.removed.begin(), edit.removed.end(), '\n'), std::count(edit.inserted.begin(), edit.inserted.end(), '\n')));
        for (std::size_t line = first; line <= first + more; ++line) lines.insert(line);
    }
    return int(lines.size());
}

struct Tally {
    int done = 0, wrong = 0;
    std::map<std::string, int> refused;
    void refuse(const std::string& file, const Error& error) {
        const std::string reason = english(error.message);
        if (is_failure(reason)) fault(file, reason);
        else ++refused[error.message.text];
    }
    void fault(const std::string& file, const std::string& what) {
        if (++wrong <= 30) qWarning("%s: %s", file.c_str(), what.c_str());
    }
    void say(const char* what) const {
        for (const auto& [reason, n] : refused) qInfo("%6d refused: %s", n, reason.c_str());
        qInfo("%d %s", done, what);
    }
};

}  // namespace

class TestEditBars : public QObject {
    Q_OBJECT
  public:
    static void initMain() {
        if (qEnvironmentVariableIsSet("WEFT_THOROUGH")) qputenv("QTEST_FUNCTION_TIMEOUT", "36000000");
    }

  private slots:
    void initTestCase() {
        files_ = test::files_to_edit(test::roots_of_files({WEFT_TEST_DATA "/metaflow", WEFT_SHARED "/corpus"}), qEnvironmentVariableIsSet("WEFT_THOROUGH") ? 4'000'000 : 60'000);
        std::erase_if(files_, [](const auto& one) { return one.first == "native"; });   // of the engines' files only; ours are in tst_native_write
        if (files_.empty()) QSKIP("no ../shared/corpus beside this clone");
    }

    void saving_keeps_the_bytes() {
        Tally tally;
        each([&](const EditFile& file, const DocumentPtr& document) {
            const Result<Edited> saved = commit(document, *document->flow);
            if (!saved || !saved->edits.empty() || saved->document->text != file.text) tally.fault(file.path, saved ? "other bytes" : describe(saved.error()));
            ++tally.done;
        });
        tally.say("flows saved");
        QCOMPARE(tally.wrong, 0);
    }

    void renaming_every_task_and_back() {
        Tally tally;
        each([&](const EditFile& file, const DocumentPtr& document) {
            for (const TaskId id : some(all_ids(*document->flow))) {
                const std::string old = find_task(*document->flow, id)->name;
                if (file.text.find(old) == std::string::npos) continue;   // several of one name: the file does not say it
                const Result<Flow> there = edit::rename_task(*document->flow, id, "weft-renamed");
                if (!there) continue;
                const Result<Edited> once = commit(document, *there);
                if (!once) {
                    tally.refuse(file.path + " " + old, once.error());
                    continue;
                }
                const Task* now = find_task(*once->document->flow, id);
                const Result<Flow> back = edit::rename_task(*once->document->flow, now ? id : 0, old);
                if (!back && find_task(once->document->flow->main, old)) {   // two tasks of one name: it can be given away, not be taken again
                    tally.refuse(file.path, back.error());
                    continue;
                }
                const Result<Edited> twice = back ? commit(once->document, *back) : Result<Edited>(tl::unexpected<Error>(back.error()));
                if (!twice) tally.fault(file.path + " " + old + ", back", describe(twice.error()));
                else if (twice->document->text != file.text) tally.fault(file.path + " " + old, "other bytes after the way back");
                ++tally.done;
            }
        });
        tally.say("tasks renamed and back");
        QCOMPARE(tally.wrong, 0);
        if (!QDir(WEFT_SHARED "/corpus").exists()) QSKIP("the shared corpus is not there");
        QVERIFY(tally.done > 0);
    }

    // Through the model, as the inspector does it, wherever the value stands on one line.
    void one_value_changes_one_line() {
        Tally tally;
        each([&](const EditFile& file, const DocumentPtr& document) {
            for (const TaskId id : some(all_ids(*document->flow))) {
                const Task& task = *find_task(*document->flow, id);
                const Definition* definition = definition_of(*document->flow, task);
                if (!definition) continue;
                Definition wanted = *definition;
                for (int field = 0; field < 6; ++field) {
                    Definition changed = wanted;
                    Environment& environment = changed.environment;
                    if (field == 0 && environment.image && environment.image->find("{{") == std::string::npos) environment.image = "other:1";
                    else if (field == 1 && environment.memory) environment.memory = Scalar{"7Gi"};
                    else if (field == 2 && environment.cpu) environment.cpu = Scalar{"7"};
                    else if (field == 3 && changed.retry && changed.retry->limit) changed.retry->limit = Scalar{"7", true};
                    else if (field == 4 && !environment.env.empty() && environment.env[0].value.source == Source::literal && environment.env[0].value.text.find('\n') == std::string::npos) environment.env[0].value.text = "weft";
                    else if (field == 5 && !changed.timeout.empty()) changed.timeout = changed.timeout.find_first_not_of("0123456789") == std::string::npos ? "420" : "7m";
                    else continue;
                    if (changed == wanted) continue;
                    const Result<Flow> drawn = edit::change_definition(*document->flow, id, edit::Scope::all, changed);
                    const Result<Edited> next = drawn ? commit(document, *drawn) : Result<Edited>(tl::unexpected<Error>(drawn.error()));
                    if (!next) {
                        tally.refuse(file.path + " " + task.name, next.error());
                        continue;
                    }
                    if (const int lines = lines_touched(file.text, next->edits); lines != 1) tally.fault(file.path + " " + task.name + " field " + std::to_string(field), std::to_string(lines) + " lines");
                    ++tally.done;
                }
            }
        });
        tally.say("values changed");
        QCOMPARE(tally.wrong, 0);
    }

  private:
    void each(const std::function<void(const EditFile&, const DocumentPtr&)>& fn) {
        const bool thorough = qEnvironmentVariableIsSet("WEFT_THOROUGH");
        int n = 0;
        for (const auto& [format, files] : files_)
            for (const EditFile& file : files)
                for (std::size_t index = 0; index < (thorough ? file.flows : 1); ++index)
                    if (!thorough && ++n % 3 != 0) continue;   // one in three
                    else if (const Result<DocumentPtr> document = open_text(file.text, file.path, index)) fn(file, *document);
    }
    // A few, unless all are asked for.
    static std::vector<TaskId> some(std::vector<TaskId> ids) {
        if (!qEnvironmentVariableIsSet("WEFT_THOROUGH") && ids.size() > 2) ids = {ids.front(), ids.back()};
        return ids;
    }

    std::map<std::string, std::vector<EditFile>> files_;
};

QTEST_GUILESS_MAIN(TestEditBars)
#include "tst_edit_bars.moc"
