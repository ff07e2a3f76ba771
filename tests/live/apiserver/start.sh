#!/usr/bin/env bash
# start.sh DIR CRDS…: builds the server into DIR when it is not there yet, starts it with these CRD folders and prints "ready URL KUBECONFIG".
# It serves until it is ended (SIGTERM) or, with WEFT_WITH_INPUT set, until its standard input ends. Certificates, logs and etcd's files go below DIR/data.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dir=$(mkdir -p "$1" && cd "$1" && pwd); shift
crds=()
for folder in "$@"; do crds+=(--crds "$(cd "$folder" && pwd)"); done
[[ -x $dir/apiserver ]] || "$here/build.sh" "$dir" >&2
exec "$dir/apiserver" serve "${crds[@]}" --data "$dir/data" ${WEFT_WITH_INPUT:+--with-input}
