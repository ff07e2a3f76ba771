// Promises of a drawing: nothing overlaps, edges point right, chains are straight, equal input gives equal output, odd input does no harm.
#include <QTest>
#include <atomic>
#include <numeric>
#include <random>
#include <thread>

#include "core/layout/layout.h"

using namespace weft::layout;

namespace {

Graph graph(int nodes, std::vector<std::pair<int, int>> edges) {
    Graph g;
    g.sizes.resize(std::size_t(nodes));
    g.edges = std::move(edges);
    return g;
}

Graph random_graph(unsigned seed, int nodes, int edges) {
    std::mt19937 random(seed);
    Graph g;
    for (int i = 0; i < nodes; ++i) g.sizes.push_back({double(96 + random() % 144), double(30 + random() % 60)});
    for (int i = 0; i < edges; ++i) g.edges.emplace_back(int(random() % unsigned(nodes)), int(random() % unsigned(nodes)));
    return g;
}

bool overlapping(const Graph& g, const Drawing& d) {
    for (std::size_t a = 0; a < g.sizes.size(); ++a)
        for (std::size_t b = a + 1; b < g.sizes.size(); ++b)
            if (d.at[a].x < d.at[b].x + g.sizes[b].w && d.at[b].x < d.at[a].x + g.sizes[a].w && d.at[a].y < d.at[b].y + g.sizes[b].h && d.at[b].y < d.at[a].y + g.sizes[a].h)
                return true;
    return false;
}

}  // namespace

class LayoutTest : public QObject {
    Q_OBJECT

  private slots:
    void nothing() {
        const Drawing d = lay_out({});
        QVERIFY(d.at.empty());
        QCOMPARE(d.width, 0.0);
    }

    void a_chain_is_straight() {
        const Drawing d = lay_out(graph(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}}));
        for (int i = 0; i < 5; ++i) {
            QCOMPARE(d.at[std::size_t(i)].y, 0.0);
            QCOMPARE(d.at[std::size_t(i)].x, i * 256.0);                  // 196 wide, 60 apart
        }
        QCOMPARE(d.height, 62.0);
    }

    void a_diamond_is_symmetric() {
        const Drawing d = lay_out(graph(4, {{0, 1}, {0, 2}, {1, 3}, {2, 3}}));
        QCOMPARE(d.at[2].y - d.at[1].y, 102.0);                           // 62 high, 40 apart
        QCOMPARE(d.at[0].y, 51.0);
        QCOMPARE(d.at[3].y, 51.0);
        QCOMPARE(d.crossings, 0L);
    }

    void a_long_edge_passes_beside_the_nodes() {
        const Graph g = graph(4, {{0, 1}, {1, 2}, {2, 3}, {0, 3}});
        const Drawing d = lay_out(g);
        QCOMPARE(d.bends[3].size(), std::size_t(4));
        for (const auto& point : d.bends[3])
            for (std::size_t i = 0; i < 4; ++i)
                QVERIFY(point.x < d.at[i].x || point.x > d.at[i].x + 196 || point.y < d.at[i].y || point.y > d.at[i].y + 62);
        QCOMPARE(d.bends[3].front().y, d.bends[3].back().y);
        QVERIFY(d.bends[0].empty());
    }

    void two_crossed_rows_are_uncrossed() { QCOMPARE(lay_out(graph(4, {{0, 3}, {1, 2}})).crossings + lay_out(graph(6, {{0, 4}, {1, 3}, {0, 5}, {2, 3}, {1, 5}})).crossings, 0L); }

    void odd_input_does_no_harm() {
        const Drawing d = lay_out(graph(3, {{0, 1}, {1, 2}, {2, 0}, {0, 1}, {1, 1}, {-1, 2}, {0, 7}}));
        QCOMPARE(d.at.size(), std::size_t(3));
        QCOMPARE(d.bends.size(), std::size_t(7));
        QVERIFY(d.at[0].x < d.at[1].x && d.at[1].x < d.at[2].x);         // the edge that closes the cycle is the one ignored
    }

    void parts_do_not_touch() {
        std::vector<std::pair<int, int>> edges;
        for (int i = 0; i < 60; i += 3) edges.insert(edges.end(), {{i, i + 1}, {i, i + 2}});
        const Graph g = graph(90, edges);
        const Drawing d = lay_out(g);
        QVERIFY(!overlapping(g, d));
        QVERIFY2(d.width < 4 * d.height && d.height < 4 * d.width, "parts are packed into one long strip");
    }

    void promises_data() {
        QTest::addColumn<unsigned>("seed");
        for (unsigned seed = 1; seed <= 16; ++seed) QTest::addRow("seed %u", seed) << seed;
    }
    void promises() {
        QFETCH(unsigned, seed);
        const int nodes = 1 + int(seed * 7 % 80);
        const Graph g = random_graph(seed, nodes, nodes * 3 / 2);
        const Drawing d = lay_out(g), again = lay_out(g);
        QVERIFY(!overlapping(g, d));
        QVERIFY(d.at == again.at && d.bends == again.bends && d.crossings == again.crossings);
        double left = 1e9, top = 1e9, right = 0, bottom = 0;
        for (std::size_t i = 0; i < g.sizes.size(); ++i) {
            left = std::min(left, d.at[i].x), top = std::min(top, d.at[i].y);
            right = std::max(right, d.at[i].x + g.sizes[i].w), bottom = std::max(bottom, d.at[i].y + g.sizes[i].h);
        }
        QCOMPARE(left, 0.0);
        QVERIFY(top >= 0 && bottom <= d.height + 1 && right <= d.width + 1e-6);
    }

    void order_edges_go_forward() {
        std::mt19937 random(5);
        for (int turn = 0; turn < 4; ++turn) {
            Graph g = graph(60, {});
            for (int i = 0; i < 100; ++i) {
                const int to = 1 + int(random() % 59), from = int(random() % unsigned(to));
                g.edges.emplace_back(59 - from, 59 - to);                 // numbers fall along the edges
            }
            const Drawing d = lay_out(g);
            for (const auto& [from, to] : g.edges) QVERIFY(d.at[std::size_t(from)].x + 196 < d.at[std::size_t(to)].x);
        }
    }

    void a_tree_has_no_crossings() {
        std::mt19937 random(9);
        for (int turn = 0; turn < 6; ++turn) {
            Graph g = graph(150, {});
            std::vector<int> name(150);
            std::iota(name.begin(), name.end(), 0);
            std::shuffle(name.begin(), name.end(), random);
            for (int i = 1; i < 150; ++i) g.edges.emplace_back(name[random() % std::size_t(i)], name[std::size_t(i)]);
            QCOMPARE(lay_out(g).crossings, 0L);
        }
    }

    // Six chains beside each other with links between neighbours: no crossing is needed, and from shuffled numbers none is left.
    void a_braid_that_can_be_undone_is_undone() {
        std::mt19937 random(3);
        std::vector<int> name(180);
        std::iota(name.begin(), name.end(), 0);
        std::shuffle(name.begin(), name.end(), random);
        Graph g = graph(180, {});
        for (int i = 0; i + 6 < 180; ++i) g.edges.emplace_back(name[std::size_t(i)], name[std::size_t(i) + 6]);
        for (int i = 0; i + 6 < 180; i += 7)
            if (i % 6 != 5) g.edges.emplace_back(name[std::size_t(i)], name[std::size_t(i) + 7]);
        std::shuffle(g.edges.begin(), g.edges.end(), random);
        QCOMPARE(lay_out(g).crossings, 0L);
    }

    void edges_keep_off_the_nodes() {
        std::mt19937 random(8);
        for (int turn = 0; turn < 6; ++turn) {
            Graph g;
            for (int i = 0; i < 60; ++i) g.sizes.push_back({196, double(30 + random() % 60)});
            for (int i = 0; i < 90; ++i) {
                const int to = 1 + int(random() % 59);
                g.edges.emplace_back(int(random() % unsigned(to)), to);
            }
            const Drawing d = lay_out(g);
            for (std::size_t e = 0; e < g.edges.size(); ++e) {
                const std::size_t u = std::size_t(g.edges[e].first), v = std::size_t(g.edges[e].second);
                std::vector<weft::Point> line{{d.at[u].x + 196, d.at[u].y + g.sizes[u].h / 2}};
                line.insert(line.end(), d.bends[e].begin(), d.bends[e].end());
                line.push_back({d.at[v].x, d.at[v].y + g.sizes[v].h / 2});
                for (std::size_t i = 0; i + 1 < line.size(); ++i) {
                    QVERIFY(line[i].x <= line[i + 1].x);
                    for (int step = 1; step < 50; ++step) {
                        const double x = line[i].x + (line[i + 1].x - line[i].x) * step / 50, y = line[i].y + (line[i + 1].y - line[i].y) * step / 50;
                        for (std::size_t n = 0; n < g.sizes.size(); ++n)
                            QVERIFY(x <= d.at[n].x || x >= d.at[n].x + 196 || y <= d.at[n].y || y >= d.at[n].y + g.sizes[n].h);
                    }
                }
            }
        }
    }

    void frames_hold_their_members_and_nobody_else() {
        std::mt19937 random(4);
        for (int turn = 0; turn < 6; ++turn) {
            Graph g = random_graph(unsigned(turn) + 1, 50, 70);
            g.parent = {-1, 0, 1, -1, 3, -1, 6, 6};                       // the last two loop or hang in a loop: they count as in none
            for (int i = 0; i < 50; ++i) g.group.push_back(int(random() % 9) - 1);
            const Drawing d = lay_out(g);
            QVERIFY(!overlapping(g, d));
            QCOMPARE(d.frames.size(), g.parent.size());
            const auto within = [&](int group, int outer) {
                for (int steps = 0; group >= 0 && steps < 8; ++steps, group = group >= 6 ? -1 : g.parent[std::size_t(group)])
                    if (group == outer) return true;
                return false;
            };
            const auto inside = [](double x, double y, double w, double h, const Frame& f) { return x >= f.at.x && y >= f.at.y && x + w <= f.at.x + f.size.w && y + h <= f.at.y + f.size.h; };
            const auto apart = [](double x, double y, double w, double h, const Frame& f) { return x >= f.at.x + f.size.w || f.at.x >= x + w || y >= f.at.y + f.size.h || f.at.y >= y + h; };
            for (int f = 0; f < int(g.parent.size()); ++f) {
                const Frame& frame = d.frames[std::size_t(f)];
                for (std::size_t n = 0; n < 50; ++n) {
                    if (within(g.group[n], f)) QVERIFY(inside(d.at[n].x, d.at[n].y, g.sizes[n].w, g.sizes[n].h, frame));
                    else QVERIFY(apart(d.at[n].x, d.at[n].y, g.sizes[n].w, g.sizes[n].h, frame));
                }
                for (int other = 0; other < int(g.parent.size()); ++other) {
                    if (other == f) continue;
                    const Frame& o = d.frames[std::size_t(other)];
                    if (within(other, f)) QVERIFY(inside(o.at.x, o.at.y, o.size.w, o.size.h, frame));
                    else if (!within(f, other)) QVERIFY(apart(o.at.x, o.at.y, o.size.w, o.size.h, frame));
                }
            }
        }
    }

    void a_wide_fan_becomes_a_stack() {
        std::vector<std::pair<int, int>> edges;
        for (int i = 0; i < 1'250; ++i) edges.insert(edges.end(), {{0, 2 + 2 * i}, {2 + 2 * i, 3 + 2 * i}, {3 + 2 * i, 1}});
        edges.insert(edges.end(), {{1, 2'502}, {1, 2'503}});
        const Graph g = graph(2'504, edges);
        Options options;
        QVERIFY(lay_out(g, options).stacks.empty());
        options.fold_from = 50;
        const Drawing d = lay_out(g, options);
        QCOMPARE(d.stacks.size(), std::size_t(2));                        // the first steps of all, the second steps of all; two leaves are no fan
        QCOMPARE(d.stacks[0].size(), std::size_t(1'250));
        QVERIFY(d.height < 400);
        for (const auto& stack : d.stacks)
            for (const int each : stack) QVERIFY(d.at[std::size_t(each)] == d.at[std::size_t(stack.front())]);
        QVERIFY(d.at[0].x < d.at[2].x && d.at[2].x < d.at[3].x && d.at[3].x < d.at[1].x);
        QCOMPARE(d.bends.size(), edges.size());
    }

    void a_fan_is_folded_within_its_group_only() {
        Graph g = graph(12, {});
        for (int i = 2; i < 12; ++i) g.edges.insert(g.edges.end(), {{0, i}, {i, 1}});
        g.parent = {-1};
        g.group = {-1, -1, 0, 0, 0, 0, 0, -1, -1, -1, -1, -1};
        Options options;
        options.fold_from = 5;
        QCOMPARE(lay_out(g, options).stacks, (std::vector<std::vector<int>>{{2, 3, 4, 5, 6}, {7, 8, 9, 10, 11}}));
        options.fold_from = 6;
        QVERIFY(lay_out(g, options).stacks.empty());
    }

    void a_cancelled_drawing_is_empty() {
        const std::atomic<bool> cancel = true;
        Options options;
        options.cancel = &cancel;
        for (int groups = 0; groups < 2; ++groups) {
            Graph g = random_graph(7, 3'000, 5'000);
            if (groups) g.parent = {-1}, g.group.assign(3'000, 0);
            const Drawing d = lay_out(g, options);
            QVERIFY(d.cancelled && d.at.empty() && d.bends.empty() && d.frames.empty());
        }
        QVERIFY(!lay_out(random_graph(7, 30, 50)).cancelled);
    }

    void cancelled_on_the_way_it_ends() {
        std::atomic<bool> cancel = false;
        Options options;
        options.cancel = &cancel;
        const Graph g = random_graph(11, 4'000, 9'000);
        Drawing d;
        std::thread worker([&] { d = lay_out(g, options); });
        cancel = true;
        worker.join();
        QVERIFY(d.cancelled ? d.at.empty() : d.at.size() == 4'000);
    }

    void a_deep_and_a_wide_graph_end() {
        std::vector<std::pair<int, int>> chain, fan;
        for (int i = 0; i + 1 < 20'000; ++i) chain.emplace_back(i, i + 1);
        for (int i = 1; i < 5'000; ++i) fan.emplace_back(0, i);
        QCOMPARE(lay_out(graph(20'000, chain)).layer.back(), 19'999);
        QCOMPARE(lay_out(graph(5'000, fan)).crossings, 0L);
    }
};

QTEST_GUILESS_MAIN(LayoutTest)
#include "tst_layout.moc"
