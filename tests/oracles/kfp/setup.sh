#!/usr/bin/env bash
# KFP's own Python packages as the judge of pipelines: setup.sh DIR. Needs Python 3.10 or later and a package index.
set -euo pipefail
dir=$1
python3 -c 'import sys; sys.exit(sys.version_info < (3, 10))' || { echo "KFP's packages need Python 3.10 or later" >&2; exit 1; }
[[ -x $dir/venv/bin/python ]] || python3 -m venv "$dir/venv"
"$dir/venv/bin/pip" install --quiet --disable-pip-version-check 'kfp==2.17.0' 'kfp-kubernetes==2.17.0' PyYAML
"$dir/venv/bin/python" -c 'import kfp, kfp.local; from kfp.kubernetes import kubernetes_executor_config_pb2'
