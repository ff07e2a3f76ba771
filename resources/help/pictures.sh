#!/usr/bin/env bash
# Makes the pictures of README and help with the program itself: resources/help/pictures.sh [BUILD]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
build=${1:-build}
work=$(mktemp -d)
trap 'WEFT_STATE_DIR=$work/state WEFT_SOCKET=$work/rt/runner.sock "$build/bin/weft" runner stop >/dev/null 2>&1; rm -rf "$work"' EXIT
mkdir -p "$work/state" "$work/home"
mkdir -m 700 "$work/rt"
export WEFT_STATE_DIR=$work/state WEFT_SOCKET=$work/rt/runner.sock XDG_RUNTIME_DIR=$work/rt HOME=$work/home QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}

# The first steps' broken task: a variable named as an engine once named it.
sed 's/^\( *\)GREETING: /\1"dynamic.out(greet)": /' resources/examples/hello.weft.yaml > "$work/hello.weft.yaml"
printf '{"folders":["%s"],"commands":[]}\n' "$work" > "$work/state/trust.json"

shot() { "$build/bin/weftwork" --screenshot "resources/help/$1" "${@:2}" 2>/dev/null; }
shot first.png --language en --theme light
shot window.png --language en --theme light --run --select report --panel problems "$work/hello.weft.yaml"
shot dark-chinese.png --language zh_CN --theme dark --run --select report --panel yaml "$work/hello.weft.yaml"
