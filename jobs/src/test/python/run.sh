#!/usr/bin/env bash
# Tests ergodic_ml.py with pyspark 3.5.7 on two cores of this machine.
#
#   python3 -m venv VENV && VENV/bin/pip install pyspark==3.5.7 numpy
#   ./ergodic systems > /dev/null            # builds jars/ where they are missing
#   PYTHON=VENV/bin/python jobs/src/test/python/run.sh
#
# CLASSPATH_OF_ERGODIC names other classes than those in jars/ (a class path, ':' between).
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../../../.." && pwd)
python=${PYTHON:-python3}
export PYSPARK_PYTHON=$python PYSPARK_DRIVER_PYTHON=$python SPARK_LOCAL_IP=127.0.0.1
export PYTHONPATH=$root/jobs/src/main/python
spark=$("$python" -c 'import pyspark, os; print(os.path.dirname(pyspark.__file__))')
classes=${CLASSPATH_OF_ERGODIC:-$root/jars/*}
exec "$spark/bin/spark-submit" --master 'local[2]' \
  --properties-file "$root/conf/spark-defaults.conf" \
  --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1 \
  --conf spark.sql.shuffle.partitions=2 \
  --driver-class-path "$classes" --py-files "$root/jobs/src/main/python/ergodic_ml.py" \
  "$here/test_ergodic_ml.py"
