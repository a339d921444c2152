#!/usr/bin/env bash
# Checks on a machine with a GPU what no machine without one can, in under five minutes: which device
# is chosen, by number, by UUID and as a slice (MIG), with and without CUDA_VISIBLE_DEVICES; training
# steps of convolutional networks and transformers on the processor and the GPU in float32 and
# bfloat16, the distance of their losses, examples a second, and that no parameter is copied to the
# heap between steps; trials and averaging by one worker and by two on a GPU that Spark assigns; two
# executors that are given the same one.
#
#   conf/clusters/gpu-check.sh [FOLDER]     results go to FOLDER (out/gpu-check)
#
# Exit status: 0 all as it should be, 3 no GPU found, 4 losses too far apart or parameters copied,
# 5 a trial failed or was not on the GPU, 6 a wrong device was chosen, 7 two executors shared one.
set -u

ROOT=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
OUT=${1:-out/gpu-check}
THREADS=${THREADS:-4}
mkdir -p "$OUT"

fail() { # status, what is wrong
  printf 'gpu-check: %s\n' "$2" >&2
  exit "$1"
}

bench() { # arguments of bench devices
  OMP_NUM_THREADS=$THREADS OPENBLAS_NUM_THREADS=$THREADS "$ROOT/ergodic" bench devices \
    --threads "$THREADS" "$@" 2>> "$OUT/bench.err"
}

# The device that a process chooses: its label, and why it is no GPU.
chosen() { # address
  bench --systems cnn --side 28 --batch 8 --seconds 0.01 --gpu "$1" | tee -a "$OUT/choice.txt" \
    | sed -n 's/^gpu-found *\(.*[^ ]\)  *[01]\.000 1$/\1/p'
}

expect() { # what, address, a pattern of what is to be chosen
  local label
  label=$(chosen "$2")
  printf '%-44s %s\n' "$1" "$label"
  case $label in $3) ;; *) fail 6 "$1: chose '$label', not $3" ;; esac
}

BEGIN=$SECONDS
nvidia-smi -L > "$OUT/gpus.txt" 2>&1 || fail 3 'no GPU: nvidia-smi finds none'
cat "$OUT/gpus.txt"
UUID=$(sed -n 's/^GPU 0:.*UUID: \(GPU-[^)]*\)).*/\1/p' "$OUT/gpus.txt")
SLICE=$(sed -n 's/.*UUID: \(MIG-[^)]*\)).*/\1/p' "$OUT/gpus.txt" | head -n 1)
unset CUDA_VISIBLE_DEVICES

echo '== which device is chosen'
if [ -n "$SLICE" ]; then
  expect 'a slice by its name' "$SLICE" cuda:0
  CUDA_VISIBLE_DEVICES=$SLICE expect 'a slice that alone is visible' "$SLICE" cuda:0
else
  printf '%-44s %s\n' 'a slice (MIG)' 'not tried: this GPU has none'
  expect 'by number' 0 cuda:0
  expect 'by UUID' "$UUID" cuda:0
  CUDA_VISIBLE_DEVICES=0 expect 'by number, visible by number' 0 cuda:0
  CUDA_VISIBLE_DEVICES=$UUID expect 'by UUID, visible by UUID' "$UUID" cuda:0
fi
CUDA_VISIBLE_DEVICES='' expect 'none is visible' 0 'cpu (GPU 0 not used: libtorch finds no CUDA)'
expect 'one that is not there' 9999 'cpu (GPU 9999 not used: libtorch *)'
ADDRESS=${SLICE:-0}

echo '== training steps on the processor and the GPU'
bench --systems resnet-18,cnn,vit,patchtst --batch 64 --seconds 2 --gpu "$ADDRESS" | tee "$OUT/bench.txt"
grep -q '^gpu-found .* 1.000' "$OUT/bench.txt" || fail 3 'no GPU that libtorch could use'
awk '/^loss-apart/ && / float32/ && $(NF-1) > 0.01 { bad = 1 }
     /^loss-apart/ && / bfloat16/ && $(NF-1) > 0.05 { bad = 1 } END { exit bad }' "$OUT/bench.txt" \
  || fail 4 'losses on the GPU are too far from those on the processor'
awk '/^parameters-copied/ && $(NF-1) > 0 { bad = 1 } END { exit bad }' "$OUT/bench.txt" \
  || fail 4 'parameters were copied to the heap between steps'

run() { # folder, master, script that names the GPUs, more
  local folder=$1 master=$2 script=$3
  shift 3
  "$ROOT/ergodic" run "$ROOT/conf/clusters/gpu-check.conf" --out "$OUT/$folder" --data "$OUT/data" \
    --master "$master" --cluster gpu --conf spark.worker.resource.gpu.amount=1 \
    --conf spark.executor.cores=4 --conf spark.task.cpus=2 --conf spark.task.resource.gpu.amount=0.5 \
    --conf "spark.worker.resource.gpu.discoveryScript=$script" "$@" 2>&1 | grep -v WARN
  [ -r "$OUT/$folder/results.csv" ] || fail 5 "the suite left no results in $OUT/$folder"
}

echo '== trials, and averaging by one worker and by two, on the GPU that Spark assigns'
run suite 'local-cluster[1,4,8192]' "$ROOT/conf/clusters/gpus.sh"
awk -F, 'NR > 1 && $3 != "" && ($6 != "ok" || $0 !~ /,cuda:[0-9]+,/) { bad = 1; print } END { exit bad }' \
  "$OUT/suite/results.csv" || fail 5 'a trial failed or was not on the GPU'

echo '== two executors that are given the same GPU'
printf '#!/bin/sh\necho "{\\"name\\": \\"gpu\\", \\"addresses\\": [\\"%s\\"]}"\n' "$ADDRESS" > "$OUT/same.sh"
chmod +x "$OUT/same.sh"
run shared 'local-cluster[2,2,4096]' "$(cd "$OUT" && pwd)/same.sh" \
  --conf spark.executor.cores=2 --conf spark.task.resource.gpu.amount=1 --executor-memory 3g \
  --set 'experiments.images.systems=[two-workers]'
cat "$OUT"/shared/averaging/*/rounds-*.jsonl | grep -o '"device" *: *"[^"]*"' | sort | uniq -c | tee "$OUT/shared.txt"
grep -q 'cuda:0' "$OUT/shared.txt" || fail 7 'neither executor computed on the GPU'
grep -q 'not used: process' "$OUT/shared.txt" || fail 7 'both executors computed on one GPU'
echo "all as it should be, after $((SECONDS - BEGIN)) s"
