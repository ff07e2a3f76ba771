#!/usr/bin/env bash
# Flyte's messages (flyteidl from PyPI) and Flyte's compiler (flytepropeller from the Go module proxy), below DIR. Idempotent; fails cleanly without network.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=$1
mkdir -p "$dir/go"
[[ -x $dir/venv/bin/python ]] || python3 -m venv "$dir/venv" || { echo "flyte: python3 with venv is needed" >&2; exit 1; }
"$dir/venv/bin/python" -c 'import flyteidl, yaml' 2>/dev/null ||
    "$dir/venv/bin/pip" install -q --disable-pip-version-check 'flyteidl==1.16.5' 'protobuf<6' 'pyyaml==6.0.2' || { echo "flyte: flyteidl 1.16.5 cannot be installed" >&2; exit 1; }
command -v go >/dev/null || { echo "flyte: go is needed (1.26 or newer)" >&2; exit 1; }
cp "$here/go.mod" "$here/main.go" "$dir/go/"
cd "$dir/go"
GOFLAGS=-mod=mod GOTOOLCHAIN=local go mod tidy >tidy.log 2>&1 && GOTOOLCHAIN=local go build -o flytecheck . >build.log 2>&1 ||
    { echo "flyte: the compiler of flytepropeller v1.16.8 does not build here:" >&2; tail -3 tidy.log build.log >&2 2>/dev/null; exit 1; }
