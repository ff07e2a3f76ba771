#!/usr/bin/env bash
# setup.sh DIR: a real API server with Volcano's CRDs and Volcano's own admission webhooks as the judge; see tests/live/apiserver.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
crds=${WEFT_VOLCANO_CRDS:-$here/../../../../shared/corpus/volcano}
ls "$crds"/flow.volcano.sh_*.yaml > /dev/null 2>&1 || { echo "Volcano's CRDs are not there (looked in $crds; WEFT_VOLCANO_CRDS names another folder)" >&2; exit 1; }
bash "$here/../../live/apiserver/build.sh" "$1"
mkdir -p "$1/crds"
cp "$crds"/*.volcano.sh_*.yaml "$1/crds/"
