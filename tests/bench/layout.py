#!/usr/bin/env python3
"""tests/bench/layout.py [--short] [--weft PATH] [--peers FOLDER] [--limit SECONDS] [--only WORD] GRAPHS
Lays every graph of the folder GRAPHS out with `weft layout`, Graphviz dot and, where FOLDER has them in node_modules, @dagrejs/dagre and elkjs, all in
this run, and prints one table. A graph is {"n","m","h","w":[...],"edges":[[u,v],...]}. Crossings are counted here, from what was drawn, the same way for
all: the order of the edges at every layer, inversions from one layer to the next. --short: graphs of up to 1,000 nodes, weft and dot only."""
import argparse, bisect, glob, json, math, os, re, subprocess, tempfile, time

HERE = os.path.dirname(os.path.abspath(__file__))


def weft(graph, path, options):
    out = os.path.join(options.temp, "weft.lay")
    ran(options, [options.weft, "layout", path, "-o", out])
    numbers = iter(open(out).read().split())
    ms, _ = float(next(numbers)), next(numbers)
    nodes = [(float(next(numbers)), float(next(numbers))) for _ in range(graph["n"])]
    lines = [[(float(next(numbers)), float(next(numbers))) for _ in range(int(next(numbers)))] for _ in range(graph["m"])]
    return ms, nodes, lines


def dot(graph, path, options):
    text = "digraph g {\nnodesep=0.5556; ranksep=0.8333; node [shape=box fixedsize=true height=%.4f label=\"\"]; edge [arrowhead=none];\n" % (graph["h"] / 72)
    text += "".join("%d [width=%.4f]\n" % (i, w / 72) for i, w in enumerate(graph["w"])) + "".join("%d->%d\n" % tuple(e) for e in graph["edges"]) + "}\n"
    begin = time.monotonic()
    out = ran(options, ["dot", "-Tplain"], text)
    ms = (time.monotonic() - begin) * 1000
    nodes, lines, index = [None] * graph["n"], [[] for _ in graph["edges"]], {tuple(e): i for i, e in enumerate(graph["edges"])}
    for line in out.splitlines():
        word = line.split()
        if word[0] == "node":
            nodes[int(word[1])] = (float(word[2]) * 72, -float(word[3]) * 72)
        elif word[0] == "edge":
            at = [(float(word[i]) * 72, -float(word[i + 1]) * 72) for i in range(4, 4 + 2 * int(word[3]), 2)]
            lines[index[int(word[1]), int(word[2])]] = sampled(at)
    return ms, nodes, lines


def sampled(control):  # a chain of cubic curves as a polyline
    out = [control[0]]
    for i in range(0, len(control) - 3, 3):
        a, b, c, d = control[i:i + 4]
        for step in range(1, 9):
            t = step / 8
            out.append(tuple((1 - t) ** 3 * a[k] + 3 * (1 - t) ** 2 * t * b[k] + 3 * (1 - t) * t * t * c[k] + t ** 3 * d[k] for k in (0, 1)))
    return out


def by_node(name):
    def run(graph, path, options):
        out = json.loads(ran(options, ["node", "--stack-size=60000", os.path.join(HERE, "peers/layout.cjs"), options.peers, name, path]))
        return out["ms"], [tuple(p) for p in out["nodes"]], [[tuple(p) for p in line] for line in out["lines"]]
    return run


def ran(options, command, text=None):
    return subprocess.run(command, input=text, capture_output=True, text=True, timeout=options.limit, check=True).stdout


def inversions(pairs):
    ends = sorted({end for _, end in pairs})
    tree, count = [0] * (len(ends) + 1), 0
    for seen, (_, end) in enumerate(sorted(pairs)):
        place = bisect.bisect_left(ends, end) + 1
        i, not_more = place, 0
        while i:
            not_more, i = not_more + tree[i], i & (i - 1)
        count += seen - not_more
        while place <= len(ends):
            tree[place] += 1
            place += place & -place
    return count


def judge(graph, nodes, lines):
    """crossings, edge length, bends, node overlaps"""
    heights = []
    for _, y in sorted(nodes, key=lambda p: p[1]):
        if not heights or y - heights[-1] > 1:
            heights.append(y)
    layer = [bisect.bisect_left(heights, y - 1) for _, y in nodes]
    gaps, length, bends = [[] for _ in heights], 0, 0
    for (u, v), line in zip(graph["edges"], lines):
        if layer[u] == layer[v]:
            continue
        if layer[u] > layer[v]:
            u, v, line = v, u, line[::-1]
        line = [nodes[u]] + [p for p in line if nodes[u][1] < p[1] < nodes[v][1]] + [nodes[v]]
        steps = [(b[0] - a[0], b[1] - a[1]) for a, b in zip(line, line[1:])]
        sizes = [math.hypot(*s) for s in steps]
        length += sum(sizes)
        bends += sum(1 for a, b, p, q in zip(steps, steps[1:], sizes, sizes[1:]) if p and q and abs(a[0] * b[1] - a[1] * b[0]) / (p * q) > 0.02)
        at, before = 1, line[0][0]
        for k in range(layer[u] + 1, layer[v] + 1):
            while at + 1 < len(line) and line[at][1] < heights[k]:
                at += 1
            a, b = line[at - 1], line[at]
            x = line[-1][0] if k == layer[v] else b[0] if a[1] == b[1] else a[0] + (b[0] - a[0]) * (heights[k] - a[1]) / (b[1] - a[1])
            gaps[k].append((before, x))
            before = x
    rows = [[] for _ in heights]
    for i, (x, _) in enumerate(nodes):
        rows[layer[i]].append((x - graph["w"][i] / 2, x + graph["w"][i] / 2))
    overlaps = sum(a[1] > b[0] + 0.5 for row in map(sorted, rows) for a, b in zip(row, row[1:]))
    return sum(map(inversions, gaps)), length, bends, overlaps


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("graphs")
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--weft", default=os.path.join(HERE, "../../build/bin/weft"))
    parser.add_argument("--peers", default="")
    parser.add_argument("--limit", type=float, default=120)
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    tools = {"weft": weft, "dot": dot}
    if not options.short:
        tools.update({name: by_node(name) for name in ("dagre", "elkjs") if os.path.isdir(os.path.join(options.peers, "node_modules"))})
    print("| graph | tool | ms | crossings | edge length | bends | overlaps |\n|---|---|---|---|---|---|---|")
    size = lambda path: int(re.findall(r"(\d+)\.json$", path)[0])
    paths = [p for p in glob.glob(os.path.join(options.graphs, "*_*.json")) if options.only in p and (not options.short or size(p) <= 1000)]
    with tempfile.TemporaryDirectory() as options.temp:
        for path in sorted(paths, key=lambda p: (os.path.basename(p).split("_")[0], size(p))):
            graph = json.load(open(path))
            if not isinstance(graph.get("w"), list):
                continue  # a graph for the canvas, with places already
            for name, tool in tools.items():
                label = "| %s | %s |" % (os.path.basename(path)[:-5], name)
                try:
                    ms, nodes, lines = tool(graph, path, options)
                except subprocess.TimeoutExpired:
                    print(label, "no answer in %.0f s | | | | |" % options.limit, flush=True)
                    continue
                except (subprocess.CalledProcessError, FileNotFoundError) as error:
                    print(label, "failed: %s | | | | |" % type(error).__name__, flush=True)
                    continue
                print(label, "%.1f | %d | %.0f | %d | %d |" % ((ms,) + judge(graph, nodes, lines)), flush=True)


main()
