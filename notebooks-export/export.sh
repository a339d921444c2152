#!/usr/bin/env bash
# Makes the notebooks of this folder anew: runs each suite, or what is missing of it, then exports.
#   notebooks-export/export.sh [SUITE...]
# Real files lie where the suites look for them: data/gtf, data/mnist, data/ETT-small, data/ucr.
set -eu
cd "$(dirname "${BASH_SOURCE[0]}")/.."
[ $# -gt 0 ] || set -- quickstart lorenz63-gtf etth1 mnist operators

for suite in "$@"; do
  ./ergodic run "conf/suites/$suite.conf" --out "out/$suite"
  ./ergodic export "out/$suite" --to="notebooks-export/$suite.ipynb"
done
