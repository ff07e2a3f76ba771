// What two snapshots do not share, and who is whose partner, against a plain search by id.
#include <QtTest>

#include <map>
#include <random>
#include <set>

#include "core/model/unshared.h"

using namespace weft;

namespace {

TaskPtr task(TaskId id, const std::string& name) {
    Task made;
    made.id = id;
    made.name = name;
    return std::make_shared<const Task>(std::move(made));
}

std::vector<TaskPtr> tasks(int count) {
    std::vector<TaskPtr> out;
    for (int i = 1; i <= count; ++i) out.push_back(task(TaskId(i), "t" + std::to_string(i)));
    return out;
}

}  // namespace

class TestUnshared : public QObject {
    Q_OBJECT
  private slots:
    void sameListsShareAll() {
        const std::vector<TaskPtr> list = tasks(9);
        QVERIFY(unshared(list, list).none());
        QVERIFY(unshared(tasks(0), tasks(0)).none());
    }

    void aChangeIsAsShortAsItIs() {
        const std::vector<TaskPtr> before = tasks(1000);
        std::vector<TaskPtr> after = before;
        after[500] = task(501, "other");
        after[700] = task(701, "another");
        const Unshared changed = unshared(before, after);
        QCOMPARE(changed.before, (std::vector<std::size_t>{500, 700}));
        QCOMPARE(changed.after, changed.before);
        after = before;
        after.erase(after.begin() + 10);
        after.insert(after.begin() + 900, task(2000, "new"));
        const Unshared moved = unshared(before, after);
        QCOMPARE(moved.before, (std::vector<std::size_t>{10}));
        QCOMPARE(moved.after, (std::vector<std::size_t>{900}));
    }

    void partnersAreThoseOfTheIds() {
        std::mt19937 random(7);
        for (int round = 0; round < 400; ++round) {
            const std::vector<TaskPtr> before = tasks(int(random() % 12));
            std::vector<TaskPtr> after = before;
            for (int change = int(random() % 6); change > 0; --change) {
                const std::size_t at = after.empty() ? 0 : random() % after.size();
                switch (random() % 4) {
                case 0: after.insert(after.begin() + long(at), task(TaskId(100 + change), "new")); break;
                case 1: if (!after.empty()) after.erase(after.begin() + long(at)); break;
                case 2: if (!after.empty()) after[at] = task(after[at]->id, "changed"); break;
                case 3: if (!after.empty()) std::swap(after[at], after[random() % after.size()]); break;
                }
            }
            std::map<TaskId, std::ptrdiff_t> by_id;
            for (std::size_t i = 0; i < before.size(); ++i) by_id[before[i]->id] = std::ptrdiff_t(i);
            const std::vector<std::ptrdiff_t> partners = partners_of(before, after);
            QCOMPARE(partners.size(), after.size());
            for (std::size_t k = 0; k < after.size(); ++k) {
                const auto found = by_id.find(after[k]->id);
                QCOMPARE(partners[k], found == by_id.end() ? std::ptrdiff_t(-1) : found->second);
            }
            const Unshared apart = unshared(before, after);
            QCOMPARE(before.size() - apart.before.size(), after.size() - apart.after.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestUnshared)
#include "tst_unshared.moc"
