#!/usr/bin/env bash
# Tells Spark the GPUs of a machine in the form that resource discovery scripts have to print:
# {"name": "gpu", "addresses": ["0", "1"]}. Where CUDA_VISIBLE_DEVICES is set, those that it names and
# no others; else each slice (MIG) by its UUID, and each GPU that has none by its number.
set -eu

visible() {
  local name names
  IFS=, read -r -a names <<< "$CUDA_VISIBLE_DEVICES"
  for name in ${names[@]+"${names[@]}"}; do
    name=${name// /}
    # What follows an entry that is no device is hidden, as CUDA has it.
    case $name in [0-9]*|GPU-*|MIG-*) printf '%s\n' "$name" ;; *) break ;; esac
  done
}

present() {
  nvidia-smi -L | awk '
    function whole() { if (number != "" && !slices) print number }
    /^GPU [0-9]+:/ { whole(); number = $2; sub(/:.*/, "", number); slices = 0 }
    /^ +MIG / { slices = 1; sub(/.*UUID: /, ""); sub(/\).*/, ""); print }
    END { whole() }'
}

if [ -n "${CUDA_VISIBLE_DEVICES+set}" ]; then addresses=$(visible); else addresses=$(present); fi
printf '{"name": "gpu", "addresses": [%s]}\n' "$(printf '%s' "$addresses" | sed 's/.*/"&"/' | paste -s -d , -)"
