// node layout.cjs FOLDER dagre|elkjs GRAPH.json: lays one bench graph out, top to bottom, and prints {"ms","nodes":[[x,y]...],"lines":[[[x,y]...]...]} with centres.
const fs = require("fs"), path = require("path");
const { createRequire } = require("module");
const [, , folder, tool, file] = process.argv;
const load = createRequire(path.resolve(folder, "package.json"));
const graph = JSON.parse(fs.readFileSync(file, "utf8"));

function dagre() {
  const dagre = load("@dagrejs/dagre");
  const g = new dagre.graphlib.Graph({ multigraph: true });
  g.setGraph({ rankdir: "TB", nodesep: 40, ranksep: 60, edgesep: 10 });
  g.setDefaultEdgeLabel(() => ({}));
  graph.w.forEach((width, i) => g.setNode(String(i), { width, height: graph.h }));
  graph.edges.forEach(([u, v], i) => g.setEdge(String(u), String(v), {}, String(i)));
  const begin = performance.now();
  dagre.layout(g);
  const ms = performance.now() - begin;
  const nodes = graph.w.map((_, i) => [g.node(String(i)).x, g.node(String(i)).y]);
  const lines = graph.edges.map(([u, v], i) => g.edge(String(u), String(v), String(i)).points.map((p) => [p.x, p.y]));
  return { ms, nodes, lines };
}

async function elkjs() {
  const Elk = load("elkjs/lib/elk.bundled.js");
  const root = {
    id: "root",
    layoutOptions: {
      "elk.algorithm": "layered", "elk.direction": "DOWN", "elk.spacing.nodeNode": "40", "elk.layered.spacing.nodeNodeBetweenLayers": "60", "elk.edgeRouting": "POLYLINE",
    },
    children: graph.w.map((width, i) => ({ id: "n" + i, width, height: graph.h })),
    edges: graph.edges.map(([u, v], i) => ({ id: "e" + i, sources: ["n" + u], targets: ["n" + v] })),
  };
  const elk = new Elk();
  const begin = performance.now();
  const out = await elk.layout(root);
  const ms = performance.now() - begin;
  const nodes = out.children.map((n) => [n.x + n.width / 2, n.y + n.height / 2]);
  const lines = out.edges.map((e) => {
    const s = e.sections[0];
    return [s.startPoint, ...(s.bendPoints || []), s.endPoint].map((p) => [p.x, p.y]);
  });
  return { ms, nodes, lines };
}

Promise.resolve(tool === "dagre" ? dagre() : elkjs()).then((out) => process.stdout.write(JSON.stringify(out)));
