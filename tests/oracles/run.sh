#!/usr/bin/env bash
# The engines' own code as judges: installs them below build/oracles (or WEFT_ORACLES) and runs the tests that ask them.
#   tests/oracles/run.sh                all
#   tests/oracles/run.sh argo kfp       these
#   tests/oracles/run.sh --install …    install only
# A judge that cannot be installed here (no network, Go or Python too old) is named, and its tests skip.
# WEFT_ORACLE_MINUTES bounds the installing of all together: what has not come by then is left out.
set -euo pipefail
cd "$(dirname "$0")/../.."

install_only=
[[ ${1:-} == --install ]] && { install_only=1; shift; }
root=${WEFT_ORACLES:-$PWD/build/oracles}
engines=("$@")
[[ ${#engines[@]} -gt 0 ]] || engines=(elyra kfp metaflow dolphinscheduler volcano flyte apiserver argo)   # the quick ones first

missing=()
for engine in "${engines[@]}"; do
    setup=tests/oracles/$engine/setup.sh
    [[ -f $setup ]] || { echo "there is no judge called $engine" >&2; exit 2; }
    mkdir -p "$root/$engine"
    stamp=$(find tests/oracles/"$engine" -type f ! -path '*/__pycache__/*' -print0 | sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1)
    if [[ $(cat "$root/$engine/ready" 2>/dev/null) == "$stamp" ]]; then continue; fi
    rm -f "$root/$engine/ready"
    echo "== $engine"
    left=$(( ${WEFT_ORACLE_MINUTES:-120} * 60 - SECONDS ))
    if (( left > 0 )) && timeout "$left" bash "$setup" "$root/$engine"; then echo "$stamp" > "$root/$engine/ready"; else missing+=("$engine"); fi
done
[[ ${#missing[@]} -eq 0 ]] || echo "not installed here: ${missing[*]}; their tests skip" >&2
[[ -z $install_only ]] || exit 0
WEFT_ORACLES=$root ctest --test-dir build -R oracle --output-on-failure -j2
