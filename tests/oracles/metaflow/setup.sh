#!/usr/bin/env bash
# Metaflow in a virtual environment: setup.sh DIR. Needs Python 3.8 or newer with venv, and its package index.
set -euo pipefail
dir=$1
[[ -x $dir/venv/bin/python ]] || python3 -m venv "$dir/venv"
# Named one by one: left to itself the resolver walks through hundreds of versions of botocore.
"$dir/venv/bin/pip" install -q --no-deps "metaflow>=2.19.38,<2.20"
"$dir/venv/bin/pip" install -q --no-deps requests urllib3 idna certifi charset-normalizer six "python-dateutil<3" jmespath PyYAML
"$dir/venv/bin/pip" install -q --no-deps boto3 botocore s3transfer
"$dir/venv/bin/pip" install -q "kubernetes<34"
"$dir/venv/bin/python" -c 'import boto3, kubernetes, metaflow, requests'
