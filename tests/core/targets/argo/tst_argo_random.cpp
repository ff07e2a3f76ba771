// Random drawing on real files: a gesture is written and read back equal, or refused with a reason of its own. The seed is fixed; WEFT_SEED tries another.
#include <QtTest>

#include <map>

#include "tests/core/targets/argo/corpus.h"
#include "tests/core/targets/argo/document.h"
#include "tests/core/targets/drawer.h"

using namespace weft;
using argo_test::Doc;
using test::Drawer;

class TestArgoRandom : public QObject {
    Q_OBJECT
  private slots:
    void drawing() {
        std::vector<std::string> texts;
        for (const auto& file : argo_test::corpus(WEFT_SHARED))
            if (std::string text = argo_test::slurp(file); text.size() < 6000 && file.string().find("malformed") == std::string::npos) texts.push_back(std::move(text));
        if (texts.empty()) QSKIP("the shared corpus is not there");
        const unsigned seed = qEnvironmentVariableIsSet("WEFT_SEED") ? unsigned(qEnvironmentVariableIntValue("WEFT_SEED")) : 7u;
        Drawer drawer{std::mt19937(seed)};
        int done = 0, refused = 0, wrong = 0;
        std::map<std::string, int> reasons;
        const int rounds = qEnvironmentVariableIsSet("WEFT_THOROUGH") ? 3000 : 250;
        for (int round = 0; round < rounds; ++round) {
            Result<Doc> doc = argo_test::open(texts[std::size_t(drawer.below(texts.size()))]);
            if (!doc) continue;
            for (int step = 0; step < 8; ++step) {
                std::string gesture;
                const Result<Flow> drawn = drawer.gesture(doc->flow, gesture);
                if (!drawn) continue;
                std::vector<yaml::TextEdit> edits;
                Result<Doc> next = argo_test::commit(*doc, *drawn, &edits);
                if (!next) {
                    const std::string reason = english(next.error().message);
                    const bool odd = gesture == "remove" && reason.find("group by group") != std::string::npos;  // nothing was drawn between steps
                    const bool generic = odd || reason.starts_with("this change cannot be written without") || reason.starts_with("the file cannot hold this change") || !edits.empty();
                    if (generic && ++wrong <= 12) qWarning("%s: %s\n%s", gesture.c_str(), reason.c_str(), yaml::apply(doc->text, edits).c_str());
                    ++reasons[(generic ? "WRONG " : "") + gesture + ": " + reason.substr(0, 70)];
                    ++refused;
                    continue;
                }
                QVERIFY(yaml::apply(next->text, yaml::inverse(edits)) == doc->text);
                doc = std::move(next);
                ++done;
            }
        }
        for (const auto& [reason, n] : reasons) qInfo("%4d %s", n, reason.c_str());
        qInfo("%d gestures written, %d refused with a reason", done, refused);
        QCOMPARE(wrong, 0);
        QVERIFY(done > rounds * 2);
    }
};

QTEST_GUILESS_MAIN(TestArgoRandom)
#include "tst_argo_random.moc"
