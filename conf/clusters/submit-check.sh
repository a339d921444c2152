#!/usr/bin/env bash
# Checks that the job jar runs under a Spark distribution's own spark-submit, wherever and by whoever
# it is started, and gives the values that ./ergodic gives: from a folder with a blank in its name,
# under LANG=C, without HOME and in Turkish; then with an umlaut too, which Java 17 takes under a
# locale with UTF-8 only.
#
#   conf/clusters/submit-check.sh SPARK_HOME [MASTER]     local[2] unless given
#
# SPARK_HOME may be a distribution that was unpacked, or what `pip install pyspark` has laid into
# .../site-packages/pyspark. Needs the job jar (mvn package). Takes about two minutes.
set -eu

ROOT=$(cd -P "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
HOME_OF_SPARK=${1:?use: submit-check.sh SPARK_HOME [MASTER]}
MASTER=${2:-local[2]}
SUITE=$ROOT/jobs/src/test/resources/suites/small.conf
[ -x "$HOME_OF_SPARK/bin/spark-submit" ] || { echo "$HOME_OF_SPARK/bin holds no spark-submit" >&2; exit 2; }
JAR=$(ls "$ROOT"/jobs/target/ergodic-*-job.jar) || { echo 'no job jar; build it: mvn package' >&2; exit 2; }
WORK=$(mktemp -d)
trap 'rm -rf "$WORK"' EXIT
TURKISH='-Duser.language=tr -Duser.country=TR'

# What no clock enters of results.csv.
values() { cut -d , -f 1-8 "$1/results.csv"; }

submit() { # folder, locale
  mkdir "$WORK/$1"
  cp "$SUITE" "$WORK/$1/suite.conf"
  cp "$JAR" "$WORK/$1/job.jar"
  (
    cd "$WORK/$1"
    env -u HOME -u HADOOP_CONF_DIR LANG=C LC_ALL="$2" SPARK_HOME="$HOME_OF_SPARK" SPARK_LOCAL_IP=127.0.0.1 \
      OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 JAVA_TOOL_OPTIONS="$TURKISH" \
      "$HOME_OF_SPARK/bin/spark-submit" --master "$MASTER" --conf spark.driver.host=127.0.0.1 \
      --properties-file "$ROOT/conf/spark-defaults.conf" "$WORK/$1/job.jar" \
      run suite.conf --out out --data data > submit.log 2>&1
  ) || { tail -n 20 "$WORK/$1/submit.log" >&2; echo "failed in '$1' under LC_ALL=$2" >&2; exit 1; }
  values "$WORK/$1/out" | cmp - "$WORK/expected" || { echo "other values in '$1' under LC_ALL=$2" >&2; exit 1; }
  echo "the same values in '$1' under LC_ALL=$2"
}

(cd "$WORK" && "$ROOT/ergodic" run "$SUITE" --out usual --data usual-data --master 'local[1]' > usual.log 2>&1) \
  || { tail -n 20 "$WORK/usual.log" >&2; exit 1; }
values "$WORK/usual" > "$WORK/expected"
"$HOME_OF_SPARK/bin/spark-submit" --version 2>&1 | grep -o 'version [0-9.]*' | head -n 1
submit 'a blank' C
submit "a blank and an $(printf '\303\274')mlaut" C.UTF-8
