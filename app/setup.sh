#!/usr/bin/env bash
# Installs what is missing from Debian 12's packages. Sourced by app/run.sh and tests/run.sh; does nothing, quickly, when all is there.
# WEFT_PACKAGES may hold more names, for the tests.

weft_packages=(g++ cmake ninja-build pkg-config ca-certificates
    qt6-base-dev qt6-svg-dev libgl1-mesa-dev qt6-l10n-tools qt6-tools-dev qt6-tools-dev-tools
    libyaml-cpp-dev nlohmann-json3-dev libexpected-dev libfmt-dev libsqlite3-dev libcurl4-openssl-dev zlib1g-dev
    bubblewrap fonts-inter)

weft_missing() {
    local package
    for package in "$@"; do
        [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || printf '%s\n' "$package"
    done
}

weft_setup() {
    local missing as_root=()
    missing=$(weft_missing "${weft_packages[@]}" "$@")
    [ -n "$missing" ] || return 0
    if ! command -v apt-get >/dev/null; then
        echo "These packages are needed (Debian names): $missing" >&2
        return 1
    fi
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "Please install as root: apt-get install" $missing >&2; return 1; }
        as_root=(sudo)
    fi
    echo "Installing from Debian:" $missing
    "${as_root[@]}" apt-get update -qq
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
}
