#!/usr/bin/env bash
# setup.sh DIR: a real API server with every CRD that the shared corpus has (Argo's and Volcano's), as judge of any Kubernetes file; see tests/live/apiserver.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
corpus=${WEFT_CORPUS:-$here/../../../../shared/corpus}
ls "$corpus"/argo/crds/full/*.yaml > /dev/null 2>&1 || { echo "the CRDs are not there (looked in $corpus; WEFT_CORPUS names another folder)" >&2; exit 1; }
bash "$here/../../live/apiserver/build.sh" "$1"
mkdir -p "$1/crds"
cp "$corpus"/argo/crds/full/*.yaml "$corpus"/volcano/*.volcano.sh_*.yaml "$1/crds/"
