#!/usr/bin/env bash
# build.sh DIR: builds the API server and judge into DIR/apiserver. Needs Go 1.25 or newer, the module proxy and etcd (installed here when we are root).
# About three minutes on two cores, once.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
command -v go > /dev/null || { echo "Go is not installed" >&2; exit 1; }
if ! command -v etcd > /dev/null; then
    [[ $(id -u) == 0 ]] && command -v apt-get > /dev/null || { echo "etcd is not installed (Debian: etcd-server)" >&2; exit 1; }
    DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends etcd-server > /dev/null || { echo "etcd-server cannot be installed" >&2; exit 1; }
    # only the program is wanted, not the service
    command -v systemctl > /dev/null && systemctl disable --now etcd > /dev/null 2>&1 || true
fi
dir=$(mkdir -p "$1" && cd "$1" && pwd)
cd "$here"
go build -p 2 -o "$dir/apiserver" .
