// A text that another program changed as edits: they lead from the one to the other, back again, and are as few and small as what was changed.
#include <QTest>
#include <random>

#include "core/yaml/patch.h"
#include "ui/document/text_difference.h"

using namespace weft;
using namespace weft::ui;

class TextDifference : public QObject {
    Q_OBJECT

    static std::string lines(int count) {
        std::string text;
        for (int i = 0; i < count; ++i) text += "  - name: step-" + std::to_string(i) + "\n    command: [make, all]\n";
        return text;
    }
    static std::size_t size_of(const EditStep& step) {
        std::size_t bytes = 0;
        for (const yaml::TextEdit& edit : step) bytes += edit.removed.size() + edit.inserted.size();
        return bytes;
    }
    static bool leads(const std::string& before, const std::string& after) {
        const EditStep step = text_difference(before, after);
        for (std::size_t i = 0; i < step.size(); ++i) {
            if (before.compare(step[i].offset, step[i].removed.size(), step[i].removed) != 0) return false;
            if (i > 0 && step[i - 1].offset + step[i - 1].removed.size() > step[i].offset) return false;
        }
        return yaml::apply(before, step) == after && yaml::apply(after, yaml::inverse(step)) == before;
    }

  private slots:
    void far_apart_changes_are_edits_of_their_own() {
        const std::string before = lines(2000);
        std::string after = before;
        after.replace(after.find("step-500\n"), 8, "renamed");
        after.erase(after.find("    command", after.find("step-1000\n")), 25);
        after += "# changed outside\n";
        const EditStep step = text_difference(before, after);
        QCOMPARE(step.size(), std::size_t(3));
        QVERIFY2(size_of(step) < 100, std::to_string(size_of(step)).c_str());
        QVERIFY(leads(before, after));
        QVERIFY(text_difference(before, before).empty());
    }

    void another_text_is_one_edit() {
        std::string other;
        for (int i = 0; i < 900; ++i) other += "line " + std::to_string(i * 7) + "\n";
        QCOMPARE(text_difference(lines(900), other).size(), std::size_t(1));
        QVERIFY(leads(lines(900), other));
    }

    void no_edit_begins_or_ends_inside_a_character() {
        for (const auto& [before, after] : {std::pair<std::string, std::string>{"a: ä\nb\n", "a: ö\nb\n"}, {"x: \xE6\xAD\xA6\n", "x: \xE7\xAD\xA6\n"}, {"k: \xE6\xAD\xA6", "k: \xE6\xAD\xA7"}, {"\xC3\xA4", ""}, {"", "\xC3\xA4"}}) {
            QVERIFY(leads(before, after));
            for (const yaml::TextEdit& edit : text_difference(before, after))
                for (const std::string* text : {&edit.removed, &edit.inserted})
                    QVERIFY(QString::fromStdString(*text).toStdString() == *text);
        }
    }

    void of_any_two_texts() {
        std::mt19937 random(11);
        const std::vector<std::string> words = {"a\n", "b\n", "a: ä\n", "", "\r\n", "\n", "tail", "武\n"};
        const auto text = [&] {
            std::string out;
            for (int i = int(random() % 14); i > 0; --i) out += words[random() % words.size()];
            return out;
        };
        for (int i = 0; i < 20'000; ++i) {
            const std::string before = text(), after = text();
            if (!leads(before, after)) QFAIL((before + "\n--- to ---\n" + after).c_str());
        }
    }
};

QTEST_MAIN(TextDifference)
#include "tst_text_difference.moc"
