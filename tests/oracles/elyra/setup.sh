#!/usr/bin/env bash
# setup.sh DIR: Elyra's own schemas and validator from npm. Needs Node 18 or newer.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
command -v node > /dev/null && command -v npm > /dev/null || { echo "Node is not installed" >&2; exit 1; }
mkdir -p "$1"
cd "$1"
[[ -f package.json ]] || npm init -y > /dev/null
npm install --no-audit --no-fund --silent ajv@6 @elyra/pipeline-schemas@3.0.106 @elyra/pipeline-services@1.13.0
cp "$here/judge.js" .
