// Random edit scripts on every format that can be drawn into: own fixtures and the shared corpus, each also in harder dress (scripts/dress.h). After every
// gesture the text read again equals the flow, every edit stands where the trees differ, comments stay; at the end undo gives every byte back and redo leads
// there again. WEFT_EDIT_SCRIPTS=n scripts a seed over all formats (10000 nightly), WEFT_EDIT_SEEDS=n seeds from WEFT_SEED on, WEFT_EDIT_FORMAT=id one format,
// WEFT_EDIT_SCRIPT=k script k alone, with its texts.
#include <QtTest>

#include <map>
#include <numeric>

#include "core/targets/document_compare.h"
#include "tests/core/targets/scripts/dress.h"
#include "tests/core/targets/scripts/files.h"
#include "tests/core/targets/scripts/gestures.h"
#include "tests/core/targets/scripts/touched.h"

using namespace weft;
using test::Dress;
using test::EditFile;

namespace {

int setting(const char* name, int usual) { return qEnvironmentVariableIsSet(name) ? qEnvironmentVariableIntValue(name) : usual; }

// Of a hundred scripts. Every reading of a FlowSpec starts a Python.
int share_of(const std::string& format) {
    static const std::map<std::string, int> shares{{"argo", 24}, {"kfp", 16}, {"native", 12}, {"flyte", 12}, {"volcano", 10}, {"dolphinscheduler", 8}, {"pydolphinscheduler", 8}, {"elyra", 8}};
    const auto found = shares.find(format);
    return found == shares.end() ? 2 : found->second;
}

// Reasons that are no refusal but a failure of the writer.
bool is_failure(const std::string& reason) {
    for (const char* head : {"this change cannot be written without", "the file cannot hold this change", "the change was not written as drawn", "the last change is taken back"})
        if (reason.find(head) != std::string::npos) return true;
    return reason.empty();
}

struct Tally {
    int scripts = 0, written = 0, idle = 0, refused = 0, wrong = 0;
    std::map<std::string, int> gestures, reasons;
};

struct Step {
    std::string before;
    std::vector<yaml::TextEdit> edits;
};

// Parsed once for many scripts.
class Bases {
  public:
    explicit Bases(const std::vector<EditFile>& files) : files_(files) {}

    Result<DocumentPtr> open(std::size_t file, Dress dress, std::size_t index) {
        if (bases_.size() > 400) bases_.clear();
        const auto key = std::make_tuple(file, int(dress), index);
        if (const auto found = bases_.find(key); found != bases_.end()) return found->second;
        const EditFile& source = files_[file];
        const std::string text = test::dressed(source.text, dress, test::dialect_of(source.path));
        Result<DocumentPtr> document = open_text(text, source.path, index);
        if (document && !test::is_sound(**document)) document = fail(Message("opens with faults in another dress"));
        if (document && (*document)->format != source.format) document = fail(Message("taken for another format in another dress"));
        bases_.emplace(key, document);
        return document;
    }

  private:
    const std::vector<EditFile>& files_;
    std::map<std::tuple<std::size_t, int, std::size_t>, Result<DocumentPtr>> bases_;
};

class Script {
  public:
    Script(Bases& bases, const std::vector<EditFile>& files, std::size_t file, unsigned seed, std::string title, Tally& tally)
        : bases_(bases), source_(files[file]), file_(file), drawer_(seed), title_(std::move(title)), tally_(tally), loud_(qEnvironmentVariableIsSet("WEFT_EDIT_SCRIPT")) {}

    void run() {
        index_ = std::size_t(drawer_.below(source_.flows));
        dress_ = Dress(drawer_.below(std::size_t(Dress::count)));
        const bool lazily = drawer_.below(4) == 0;   // as the window draws: read again at the end
        const Result<DocumentPtr> base = bases_.open(file_, dress_, index_);
        ++tally_.scripts;
        if (!base) return wrong("opening", describe(base.error()));
        if (loud_) qInfo("%s #%zu dress %d\n%s", source_.path.c_str(), index_, int(dress_), (*base)->text.c_str());
        DocumentPtr document = *base;
        const int most = source_.text.size() > 200'000 ? 1 : 1 + drawer_.below(6);
        for (int step = 0; step < most; ++step) {
            const Result<DocumentPtr> next = one(document, lazily);
            if (!next) return;
            document = *next;
        }
        finish(*base, document);
    }

  private:
    void wrong(const std::string& gesture, const std::string& what) {
        if (++tally_.wrong <= 40) qWarning("%s %s #%zu dress %d, %s: %s", title_.c_str(), source_.path.c_str(), index_, int(dress_), gesture.c_str(), what.c_str());
    }

    // The document after one gesture, or the same; an Error ends the script.
    Result<DocumentPtr> one(const DocumentPtr& document, bool lazily) {
        std::string gesture;
        const Result<Flow> drawn = drawer_.any_gesture(*document->flow, gesture);
        if (!drawn) return document;
        if (loud_) qInfo("%s …", gesture.c_str());
        Result<Edited> next = lazily ? draw(document, *drawn) : commit(document, *drawn);
        if (!next) {
            const std::string reason = english(next.error().message);
            if (loud_) qInfo("%s: refused: %s", gesture.c_str(), reason.c_str());
            if (is_failure(reason)) {
                wrong(gesture, reason + (loud_ ? "\n" + document->text : ""));
            } else {
                ++tally_.refused;
                ++tally_.reasons[next.error().message.text];
            }
            return document;
        }
        if (next->edits.empty()) {
            ++tally_.idle;
            return next->document;
        }
        const std::string& after = next->document->text;
        if (loud_) qInfo("%s:\n%s", gesture.c_str(), after.c_str());
        if (yaml::apply(document->text, next->edits) != after || yaml::apply(after, yaml::inverse(next->edits)) != document->text) return stop(gesture, "the edits do not lead there and back");
        if (!lazily)
            if (const std::string what = judge(*document, *next->document, next->edits, gesture); !what.empty()) return stop(gesture, what);
        ++tally_.written;
        ++tally_.gestures[gesture];
        steps_.push_back({document->text, next->edits});
        return next->document;
    }

    tl::unexpected<Error> stop(const std::string& gesture, const std::string& what) {
        wrong(gesture, what);
        return fail(Message(what));
    }

    std::string judge(const Document& before, const Document& after, const std::vector<yaml::TextEdit>& edits, const std::string& gesture) {
        if (before.format->text) return gesture.starts_with("remove") ? std::string() : lost_line(before.text, after.text);
        const yaml::Stream& old_tree = as_read(before).stream;
        const yaml::Stream& new_tree = as_read(after).stream;
        if (std::string what = test::lost_comment(before.text, old_tree, after.text, new_tree); !what.empty()) return "lost the comment " + what;
        if (std::string what = test::outside(before.text, old_tree, new_tree, edits); !what.empty()) return "touched what did not change: " + what;
        return {};
    }

    // Python: a line of comment that is gone.
    static std::string lost_line(const std::string& before, const std::string& after) {
        std::map<QString, int> now;
        for (const QString& line : QString::fromStdString(after).split('\n')) ++now[line.trimmed()];
        for (const QString& line : QString::fromStdString(before).split('\n'))
            if (line.trimmed().startsWith('#') && now[line.trimmed()]-- <= 0) return "lost the comment " + line.trimmed().toStdString();
        return {};
    }

    void finish(const DocumentPtr& base, const DocumentPtr& last) {
        if (steps_.empty()) return;
        const Result<DocumentPtr> again = open_text(last->text, source_.path, index_);
        if (!again) return wrong("at the end", "does not open: " + describe(again.error()));
        if (const std::string what = difference(*last->flow, *(*again)->flow, last->format->abilities.placements_inside); !what.empty()) return wrong("at the end", "reads back otherwise: " + what);
        if (source_.flows > 1)
            if (const Result<DocumentPtr> beside = open_text(last->text, source_.path, (index_ + 1) % source_.flows); !beside && flows_in(**again) > (index_ + 1) % source_.flows)
                return wrong("at the end", "the flow beside does not open: " + describe(beside.error()));
        std::string text = last->text;
        for (std::size_t i = steps_.size(); i-- > 0;) {
            text = yaml::apply(text, yaml::inverse(steps_[i].edits));
            if (text != steps_[i].before) return wrong("undo", "other bytes");
        }
        if (text != base->text) return wrong("undo", "other bytes");
        for (const Step& step : steps_) text = yaml::apply(text, step.edits);
        if (text != last->text) wrong("redo", "other bytes");
    }

    Bases& bases_;
    const EditFile& source_;
    std::size_t file_;
    test::Gestures drawer_;
    std::string title_;
    Tally& tally_;
    bool loud_;
    std::size_t index_ = 0;
    Dress dress_ = Dress::none;
    std::vector<Step> steps_;
};

// Every file once, in an order of this seed's, then small ones more often.
std::size_t pick(const std::vector<EditFile>& files, const std::vector<std::size_t>& order, int script, std::mt19937& random) {
    if (std::size_t(script) < files.size()) return order[std::size_t(script)];
    for (;;) {
        const std::size_t file = random() % files.size();
        if (random() % (1 + files[file].text.size() / 4000) == 0) return file;
    }
}

}  // namespace

class TestEditScripts : public QObject {
    Q_OBJECT
  public:
    static void initMain() {   // the nightly number takes longer than Qt's five minutes
        if (qEnvironmentVariableIsSet("WEFT_EDIT_SCRIPTS")) qputenv("QTEST_FUNCTION_TIMEOUT", "36000000");
    }

  private slots:
    void initTestCase() {
        const bool thorough = qEnvironmentVariableIsSet("WEFT_EDIT_SCRIPTS");
        all_ = test::files_to_edit(test::roots_of_files({WEFT_TEST_DATA, WEFT_SOURCE "/resources/examples", WEFT_SHARED "/corpus"}), thorough ? 4'000'000 : 12'000,
                                   qEnvironmentVariable("WEFT_EDIT_FORMAT").toStdString());
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
        const std::vector<EditFile>& files = all_[format.toStdString()];
        if (files.empty()) QSKIP("no file of this format to edit: the shared corpus is not there");
        // What has been drawn over and over is corpus and fixtures together; the fixtures alone make other scripts of the same seeds.
        if (!QDir(WEFT_SHARED "/corpus").exists() && !qEnvironmentVariableIsSet("WEFT_EDIT_FILES")) QSKIP("the shared corpus is not there");
        const int scripts = std::max(1, setting("WEFT_EDIT_SCRIPTS", 500) * share_of(format.toStdString()) / 100), seeds = setting("WEFT_EDIT_SEEDS", 1), first = setting("WEFT_SEED", 1);
        const int only = setting("WEFT_EDIT_SCRIPT", -1);
        Tally tally;
        Bases bases(files);
        QElapsedTimer clock;
        clock.start();
        for (int seed = first; seed < first + seeds; ++seed) {
            std::mt19937 random{unsigned(seed)};
            std::vector<std::size_t> order(files.size());
            std::iota(order.begin(), order.end(), std::size_t(0));
            std::shuffle(order.begin(), order.end(), random);
            for (int script = 0; script < scripts; ++script) {
                const std::size_t file = pick(files, order, script, random);
                if (only >= 0 && script != only) continue;
                Script(bases, files, file, unsigned(seed) * 1'000'003u + unsigned(script), "seed " + std::to_string(seed) + " script " + std::to_string(script), tally).run();
            }
        }
        for (const auto& [reason, n] : tally.reasons) qInfo("%6d refused: %s", n, reason.c_str());
        std::string made;
        for (const auto& [gesture, n] : tally.gestures) made += (made.empty() ? "" : ", ") + gesture + " " + std::to_string(n);
        qInfo("%s: %zu files, %d seeds, %d scripts, %d gestures written (%s), %d refused with a reason, %d without a change, %lld ms", qPrintable(format), files.size(), seeds, tally.scripts,
              tally.written, made.c_str(), tally.refused, tally.idle, clock.elapsed());
        QCOMPARE(tally.wrong, 0);
        QVERIFY(tally.written > 0);
    }

  private:
    std::map<std::string, std::vector<EditFile>> all_;
};

QTEST_GUILESS_MAIN(TestEditScripts)
#include "tst_edit_scripts.moc"
