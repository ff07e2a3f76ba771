#!/usr/bin/env bash
# setup.sh DIR: builds Argo's own validator into DIR/judge. Needs Go 1.25 or newer and the module proxy. About six minutes on two cores, once.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
command -v go > /dev/null || { echo "Go is not installed" >&2; exit 1; }
mkdir -p "$1"
cd "$here/judge"
go build -p 2 -o "$1/judge" .
