#!/usr/bin/env bash
# Tells Spark the GPUs of a machine in the form that resource discovery scripts have to print:
# {"name": "gpu", "addresses": ["0", "1"]}.
set -eu
addresses=$(nvidia-smi --query-gpu=index --format=csv,noheader | sed 's/.*/"&"/' | paste -s -d , -)
printf '{"name": "gpu", "addresses": [%s]}\n' "$addresses"
