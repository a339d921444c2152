#!/usr/bin/env bash
# Checks on a machine with a GPU what no machine without one can: training steps on the processor and
# the GPU in float32 and bfloat16 with the distance of their losses, trials and averaging by two
# workers on a GPU that Spark assigns, and what every trial says of its device. Under five minutes.
#
#   conf/clusters/gpu-check.sh [FOLDER]     results go to FOLDER (out/gpu-check)
#
# Exit status: 0 all as it should be, 3 no GPU found, 4 losses too far apart, 5 a trial failed or was
# not on the GPU.
set -u

ROOT=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
OUT=${1:-out/gpu-check}
THREADS=${THREADS:-4}
mkdir -p "$OUT"

echo '== training steps on the processor and the GPU'
OMP_NUM_THREADS=$THREADS OPENBLAS_NUM_THREADS=$THREADS "$ROOT/ergodic" bench devices \
  --systems resnet-18,vit --batch 64 --seconds 2 --threads "$THREADS" 2> "$OUT/bench.err" | tee "$OUT/bench.txt"
grep -q '^gpu-found .* 1.000' "$OUT/bench.txt" || { echo 'no GPU that libtorch could use'; exit 3; }
awk '/^loss-apart/ && /float32/ && $(NF-1) > 0.01 { bad = 1 }
     /^loss-apart/ && /bfloat16/ && $(NF-1) > 0.05 { bad = 1 } END { exit bad }' "$OUT/bench.txt" \
  || { echo 'losses on the GPU are too far from those on the processor'; exit 4; }

echo '== trials and averaging on the GPU that Spark assigns'
"$ROOT/ergodic" run "$ROOT/conf/clusters/gpu-check.conf" --out "$OUT/suite" --data "$OUT/data" \
  --master 'local-cluster[1,4,8192]' --cluster gpu --conf spark.worker.resource.gpu.amount=1 \
  --conf spark.task.cpus=2 --conf spark.task.resource.gpu.amount=0.5 \
  --conf "spark.worker.resource.gpu.discoveryScript=$ROOT/conf/clusters/gpus.sh" 2>&1 | grep -v WARN
[ -r "$OUT/suite/results.csv" ] || exit 5
awk -F, 'NR > 1 && $3 != "" && ($6 != "ok" || $0 !~ /,cuda:[0-9]+,/) { bad = 1; print } END { exit bad }' \
  "$OUT/suite/results.csv" || { echo 'a trial failed or was not on the GPU'; exit 5; }
echo 'all as it should be'
