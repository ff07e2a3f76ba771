// Promises of a drawing: nothing overlaps, edges point right, chains are straight, equal input gives equal output, odd input does no harm.
#include <QTest>
#include <random>

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
        for (unsigned seed = 1; seed <= 40; ++seed) QTest::addRow("seed %u", seed) << seed;
    }
    void promises() {
        QFETCH(unsigned, seed);
        const int nodes = 1 + int(seed * 7 % 120);
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
