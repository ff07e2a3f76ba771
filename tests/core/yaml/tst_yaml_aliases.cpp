// Aliases that an edit took the anchor from: found by looking only at what the edit touched, and always as if everything had been looked at.
#include <QtTest>

#include <random>

#include "core/yaml/aliases.h"
#include "core/yaml/reader.h"
#include "core/yaml/writer.h"

using namespace weft::yaml;

namespace {

NodePtr root_of(const std::string& text) {
    const auto stream = read_yaml(text);
    return stream ? stream->documents[0].root : nullptr;
}

const std::string text = "one: &x {image: alpine, args: [a, b]}\ntwo: *x\nlist:\n  - &y first\n  - second\n  - *y\n  - deep: {here: &z 5}\nlast: [*z, *y]\n";

}  // namespace

class TestYamlAliases : public QObject {
    Q_OBJECT
  private slots:
    void nothingIsTouched() {
        const NodePtr root = root_of(text);
        QVERIFY(root);
        QCOMPARE(with_lost_aliases_copied(root, root), root);
        const NodePtr changed = with_path(root, "list/1", make_string("other"));
        QCOMPARE(with_lost_aliases_copied(root, changed), changed);
    }

    void aLostAnchorIsCopied() {
        const NodePtr root = root_of(text);
        const NodePtr mended = with_lost_aliases_copied(root, with_path(root, "one", nullptr));
        QVERIFY(find_entry(mended, "two")->value->kind == Kind::map);
        const NodePtr shorter = with_lost_aliases_copied(root, with_path(root, "list/0", nullptr));
        QVERIFY(find(shorter, "list")->items[1]->kind == Kind::scalar);
    }

    void theShortWayFindsWhatTheLongOneFinds() {
        std::mt19937 random(11);
        const std::vector<std::string> paths = {"one", "one/image", "one/args", "two", "list", "list/0", "list/1", "list/2", "list/3", "list/3/deep", "list/3/deep/here", "last", "last/0"};
        const NodePtr root = root_of(text);
        for (int round = 0; round < 500; ++round) {
            NodePtr now = root;
            for (int change = 1 + int(random() % 3); change > 0; --change) {
                const std::string& path = paths[random() % paths.size()];
                if (!find_path(now, path)) continue;
                const NodePtr list = find(now, "list");
                switch (random() % 4) {
                case 0: now = with_path(now, path, nullptr); break;
                case 1: now = with_path(now, path, make_string("new")); break;
                case 2: if (list && list->items.size() > 2) now = with_path(now, "list", with_inserted(without_item(list, 0), 2, list->items[0])); break;
                case 3: if (const Entry* entry = find_entry(now, "two")) now = with_path(now, "copy", entry->value); break;
                }
            }
            QCOMPARE(write_yaml(with_lost_aliases_copied(root, now)), write_yaml(with_lost_aliases_copied(now)));
        }
    }
};

QTEST_GUILESS_MAIN(TestYamlAliases)
#include "tst_yaml_aliases.moc"
