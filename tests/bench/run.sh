#!/usr/bin/env bash
# tests/bench/run.sh [--short] [NAME…]: builds what is needed and writes build/bench.jsonl, one figure a line:
# {"bench","case","metric","value","unit","floor" or "peer","ratio","bar"}. Figures, not verdicts: a slow machine fails nothing here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
source app/setup.sh
weft_setup
[ -f build/build.ninja ] || cmake --preset release >/dev/null
cmake --build build --target weft weftwork weft_bench weft_bench_window -- -j"$(nproc)" >/dev/null
QT_QPA_PLATFORM="${QT_QPA_PLATFORM:-offscreen}" build/bin/weft_bench "$@" | tee build/bench.jsonl
