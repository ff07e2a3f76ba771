#!/usr/bin/env bash
# Sets this machine up, builds Weftwork and starts the designer with an example that runs.
# Without a display it runs the example in the terminal and says how to see the window.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
source app/setup.sh
weft_setup

[ -f build/build.ninja ] || cmake --preset release >/dev/null
cmake --build build --target weft weftwork -- -j"$(nproc)"

if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec build/bin/weftwork "$@"
fi
echo
echo "No display here, so the example runs in this terminal. To see the window: app/run.sh on a desktop, or ssh -X, or"
echo "    apt-get install xvfb && xvfb-run build/bin/weftwork --screenshot window.png --run"
echo
exec build/bin/weft run --yes resources/examples/hello.weft.yaml
