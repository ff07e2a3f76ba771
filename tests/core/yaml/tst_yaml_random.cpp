// Random edit scripts. After every step: (a) the text reads as the wanted tree, (b) nothing outside the touched collection changed,
// (c) every comment survives unless its node went, (d) the inverse edits give the old bytes, (e) the unchanged tree gives no edits.
#include <QDirIterator>
#include <QtTest>

#include <algorithm>
#include <map>

#include "core/yaml/patch.h"
#include "core/yaml/reader.h"
#include "core/yaml/text.h"
#include "tests/core/yaml/random_edit.h"

using namespace weft;
using namespace weft::yaml;

namespace {

std::vector<NodePtr> roots(const Stream& stream) {
    std::vector<NodePtr> all;
    for (const Document& document : stream.documents) all.push_back(document.root);
    return all;
}

std::multimap<std::string, std::size_t> comments(const Stream& stream, std::string_view text) {
    std::multimap<std::string, std::size_t> all;
    for (const Comment& comment : stream.comments) all.emplace(std::string(text.substr(comment.span.begin, comment.span.end - comment.span.begin)), comment.span.begin);
    return all;
}

// The lines that a collection may use: its own and the comment lines around it.
Span neighbourhood(std::string_view text, const Node& node) {
    Span lines{line_begin(text, node.span.begin), next_line(text, node.span.end)};
    const auto loose = [&](std::size_t at) { return is_blank_line(text, at) || text[skip_blanks(text, line_begin(text, at))] == '#'; };
    const auto climb = [&] { while (lines.begin > 0 && line_begin(text, lines.begin - 1) < lines.begin && loose(lines.begin - 1)) lines.begin = line_begin(text, lines.begin - 1); };
    climb();
    if (lines.begin > 0) lines.begin = line_begin(text, lines.begin - 1);  // the line of the key in front
    climb();
    while (lines.end < text.size() && loose(lines.end)) lines.end = next_line(text, lines.end);
    return lines;
}

// A text of a comment that occurs less often than before, not counting those that stood in what went.
std::string lost_comment(const Stream& before, std::string_view old_text, const Stream& after, std::string_view new_text, const NodePtr& gone) {
    const auto old_comments = comments(before, old_text), new_comments = comments(after, new_text);
    const Span dead = gone ? neighbourhood(old_text, *gone) : Span{};
    std::map<std::string, std::size_t> due;
    for (const auto& [text, at] : old_comments)
        if (!dead.contains(at)) ++due[text];
    for (const auto& [text, count] : due)
        if (new_comments.count(text) < count) return text;
    return {};
}

}  // namespace

class TestYamlRandom : public QObject {
    Q_OBJECT

private:
    // Empty if all invariants hold.
    std::string step(std::string& text, random::Engine& engine, long& refused) {
        const auto before = read(text);
        if (!before) return "does not read: " + describe(before.error());
        const auto none = patch(text, *before, roots(*before));
        if (!none || !none->empty()) return "(e) edits without a change";
        const std::size_t document = random::pick(engine, before->documents.size());
        const random::Change change = random::change(before->documents[document].root, engine);
        if (change.none) return {};
        std::vector<NodePtr> wanted = roots(*before);
        wanted[document] = change.root;
        const auto edits = patch(text, *before, wanted);
        if (!edits) { ++refused; return {}; }
        const std::string result = yaml::apply(text, *edits);
        const std::string where = change.what + "\n--- before\n" + text + "--- after\n" + result;
        const auto after = read(result);
        if (!after) return "(a) " + describe(after.error()) + " " + where;
        if (!verify(result, *before, wanted)) return "(a) another value: " + where;
        const Span lines = neighbourhood(text, *change.inside);
        for (const TextEdit& edit : *edits)
            if (edit.offset < lines.begin || edit.offset + edit.removed.size() > lines.end) return "(b) touched what is outside: " + where;
        if (const std::string lost = lost_comment(*before, text, *after, result, change.gone); !lost.empty()) return "(c) lost " + lost + ": " + where;
        if (yaml::apply(result, inverse(*edits)) != text) return "(d) not undone: " + where;
        text = result;
        return {};
    }

public:
    static void initMain() {  // the nightly number takes longer than Qt's five minutes
        if (qEnvironmentVariableIsSet("WEFT_EDIT_SCRIPTS")) qputenv("QTEST_FUNCTION_TIMEOUT", "36000000");
    }

private slots:
    void scripts_data() {
        QTest::addColumn<QString>("file");
        QDirIterator files(QStringLiteral(WEFT_TEST_DATA "/yaml/fixtures"), QDir::Files);
        while (files.hasNext()) {
            const QString file = files.next();
            QTest::newRow(qPrintable(files.fileName())) << file;
        }
        QDirIterator real(QStringLiteral(WEFT_SHARED "/corpus/argo/examples"), {QStringLiteral("*.yaml")}, QDir::Files, QDirIterator::Subdirectories);
        QStringList all;
        while (real.hasNext()) all << real.next();
        all.sort();
        const int every = qEnvironmentVariableIsSet("WEFT_EDIT_SCRIPTS") ? 1 : 12;
        for (int i = 0; i < all.size(); i += every) QTest::newRow(qPrintable(QFileInfo(all[i]).fileName())) << all[i];
    }

    void scripts() {
        QFETCH(QString, file);
        QFile source(file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const std::string original = source.readAll().toStdString();
        const int count = qEnvironmentVariableIsSet("WEFT_EDIT_SCRIPTS") ? qEnvironmentVariableIntValue("WEFT_EDIT_SCRIPTS") : 12;
        long refused = 0, steps = 0;
        for (int seed = 0; seed < count; ++seed) {
            random::Engine engine{unsigned(seed)};
            std::string text = original;
            for (int i = 0; i < 6; ++i, ++steps) {
                const std::string problem = step(text, engine, refused);
                if (!problem.empty()) std::fprintf(stderr, "seed %d step %d: %s\n", seed, i, problem.c_str());  // Qt cuts long messages
                QVERIFY2(problem.empty(), qPrintable(QStringLiteral("seed %1 step %2: %3").arg(seed).arg(i).arg(QString::fromStdString(problem))));
            }
        }
        const long allowed = file.endsWith(QLatin1String("anchors.yaml")) ? steps / 5 : steps / 50;  // an anchor in use cannot go
        QVERIFY2(refused <= allowed, qPrintable(QStringLiteral("%1 of %2 edits were refused").arg(refused).arg(steps)));
    }
};

QTEST_GUILESS_MAIN(TestYamlRandom)
#include "tst_yaml_random.moc"
