#!/usr/bin/env bash
# tests/bench/run.sh [--short] [NAME…]: builds what is needed and writes build/bench.jsonl, one figure a line:
# {"bench","case","metric","value","unit","floor" or "peer","ratio","bar"}. Figures, not verdicts: a slow machine fails nothing here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source app/setup.sh
weft_setup
[ -f build/build.ninja ] || cmake --preset release >/dev/null
cmake --build build --target weft weftwork weft_bench weft_bench_window weft_bench_gui -- -j"$(nproc)" >/dev/null
# The programs that are measured beside ours: what is not there is skipped, and said.
peers=$PWD/build/bench_peers; mkdir -p "$peers"
cp tests/bench/peers/npmyaml.mjs "$peers"
command -v go >/dev/null && (cd tests/bench/peers && go build -o "$peers/goyaml" .) || echo "without yaml.v3: it needs Go" >&2
[ -d "$peers/node_modules/yaml" ] || { command -v npm >/dev/null && npm install --silent --prefix "$peers" yaml@2 >/dev/null; } || echo "without npm yaml: it needs npm" >&2
export WEFT_BENCH_PEERS=$peers
QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}" build/bin/weft_bench "$@" | tee build/bench.jsonl
if [[ $# -eq 0 || " $* " == *" gui "* ]]; then QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}" build/bin/weft_bench_gui | tee -a build/bench.jsonl; fi
# The canvas on a placed scene, at 100 and 200 %, and the bare widget on the same.
scene=${WEFT_BENCH_GRAPHS:-../shared/bench/graphs}/render_10000.json
if [[ -f $scene && ( $# -eq 0 || " $* " == *" canvas "* ) ]]; then
    cmake --build build --target weft_bench_canvas -- -j"$(nproc)" >/dev/null
    floor=; cmake --build build --target weft_bench_canvas_floor -- -j"$(nproc)" >/dev/null 2>&1 && floor=build/bin/weft_bench_canvas_floor
    for scale in 1 2; do
        QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=$scale build/bin/weft_bench_canvas "$scene" | tee -a build/bench.jsonl
        [[ -z $floor ]] || QT_QPA_PLATFORM=offscreen QT_SCALE_FACTOR=$scale "$floor" "$scene" fast 2>/dev/null | tee -a build/bench.jsonl
    done
fi
# The layout's graphs, when they lie beside the repository: crossings, length and time beside Graphviz dot (and dagre and elkjs when not --short).
graphs=${WEFT_BENCH_GRAPHS:-../shared/bench/graphs}
if [[ -d $graphs && ( $# -eq 0 || " $* " == *" layout "* || $* == --short ) ]]; then
    [[ " $* " == *" --short "* || -d $peers/node_modules/elkjs ]] || npm install --silent --prefix "$peers" @dagrejs/dagre elkjs >/dev/null || echo "without dagre and elkjs: they need npm" >&2
    tests/bench/layout.py $([[ " $* " == *" --short "* ]] && echo --short) --weft build/bin/weft --peers "$peers" "$graphs" | tee build/bench-layout.md || echo "the layout's figures are not complete" >&2
fi
