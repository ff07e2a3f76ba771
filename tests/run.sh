#!/usr/bin/env bash
# Sets this machine up, builds everything and runs every test. Arguments go to ctest (tests/run.sh -R yaml).
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source app/setup.sh
weft_setup fonts-noto-cjk python3-yaml python3-jsonschema procps

[ -f build/build.ninja ] || cmake --preset release >/dev/null
cmake --build build -- -j"$(nproc)"
exec ctest --test-dir build --output-on-failure --no-tests=error -j"$(nproc)" "$@"
