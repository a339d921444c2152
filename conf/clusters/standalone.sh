#!/usr/bin/env bash
# A Spark standalone cluster on this machine, from jars/ alone: one master and N workers, each a
# process of its own, on loopback only.
#
#   conf/clusters/standalone.sh start [WORKERS]     2 unless given
#   conf/clusters/standalone.sh status
#   conf/clusters/standalone.sh stop
#
# ERGODIC_MASTER_PORT    port of the master, 7077
# ERGODIC_WORKER_CORES   cores a worker offers, 1
# ERGODIC_WORKER_MEMORY  memory a worker offers to executors, 3g
# ERGODIC_CLUSTER_DIR    where logs, process ids and work files lie, target/cluster-PORT
set -u

ROOT=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
PORT=${ERGODIC_MASTER_PORT:-7077}
CORES=${ERGODIC_WORKER_CORES:-1}
MEMORY=${ERGODIC_WORKER_MEMORY:-3g}
DIR=${ERGODIC_CLUSTER_DIR:-$ROOT/target/cluster-$PORT}
URL=spark://127.0.0.1:$PORT

# Spark would move on to the next free port, where nobody looks for it.
export SPARK_DAEMON_JAVA_OPTS='' SPARK_LOCAL_IP=127.0.0.1 SPARK_WORKER_DIR=$DIR/work

fail() {
  printf 'standalone.sh: %s\n' "$1" >&2
  exit 1
}

launch() { # name, class, arguments
  local name=$1
  shift
  nohup "$ROOT/ergodic" --driver-memory=512m --jvm "$@" > "$DIR/$name.log" 2>&1 < /dev/null &
  echo $! > "$DIR/$name.pid"
}

alive() { # name
  [ -r "$DIR/$1.pid" ] && kill -0 "$(cat "$DIR/$1.pid")" 2>/dev/null
}

# Waits until a log holds a line so many times.
await() { # name, log, text, count
  local tries=0
  until [ "$(grep -c "$3" "$DIR/$2.log" 2>/dev/null)" -ge "$4" ]; do
    tries=$((tries + 1))
    if ! alive "$1" || [ $tries -gt 300 ]; then
      tail -n 20 "$DIR/$1.log" >&2
      stop
      fail "$1 did not start; its log is $DIR/$1.log"
    fi
    sleep 0.2
  done
}

start() {
  local workers=${1:-2} worker
  case $workers in ''|*[!0-9]*|0) fail "the number of workers must be 1 or more, not '$workers'" ;; esac
  alive master && fail "already running at $URL ($DIR)"
  mkdir -p "$DIR" || fail "cannot write to $DIR"
  rm -f "$DIR"/*.log "$DIR"/*.pid
  "$ROOT/ergodic" --version > /dev/null 2>&1  # builds, if that is needed, once and not N times
  launch master org.apache.spark.deploy.master.Master --host 127.0.0.1 --port "$PORT" --webui-port 0
  await master master 'I have been elected leader' 1
  for worker in $(seq 1 "$workers"); do
    launch "worker-$worker" org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --webui-port 0 \
      --cores "$CORES" --memory "$MEMORY" --work-dir "$DIR/work" "$URL"
  done
  for worker in $(seq 1 "$workers"); do
    await "worker-$worker" "worker-$worker" 'Successfully registered with master' 1
  done
  printf '%s with %s workers of %s core(s) and %s; logs in %s\n' "$URL" "$workers" "$CORES" "$MEMORY" "$DIR"
}

stop() {
  local file tries
  for file in "$DIR"/worker-*.pid "$DIR"/master.pid; do
    [ -r "$file" ] || continue
    kill "$(cat "$file")" 2>/dev/null
    tries=0
    while kill -0 "$(cat "$file")" 2>/dev/null && [ $tries -lt 50 ]; do
      tries=$((tries + 1))
      sleep 0.1
    done
    kill -9 "$(cat "$file")" 2>/dev/null
    rm -f "$file"
  done
}

status() {
  local file name
  for file in "$DIR"/*.pid; do
    [ -r "$file" ] || { echo "no cluster in $DIR"; exit 1; }
    name=$(basename "$file" .pid)
    if alive "$name"; then echo "$name: running"; else echo "$name: gone"; fi
  done
}

case ${1:-} in
  start) start "${2:-2}" ;;
  stop) stop ;;
  status) status ;;
  *) fail 'use: standalone.sh start [WORKERS] | status | stop' ;;
esac
