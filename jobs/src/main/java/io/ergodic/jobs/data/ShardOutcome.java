package io.ergodic.jobs.data;

import io.ergodic.datasets.manifest.Failure;
import io.ergodic.datasets.manifest.Shard;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.scale.Moments;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Map;

/**
 * What the task that wrote a shard tells the driver.
 *
 * @param file the name it wrote under (an attempt's own; the driver gives the final one)
 * @param moments of the train split, for the scaler
 * @param failures series that could not be made
 * @param problem a message for the user when the shard could not be made; null otherwise
 */
record ShardOutcome(
    String file,
    long rows,
    long bytes,
    String sha256,
    Map<String, Long> series,
    Map<String, Long> samples,
    Moments moments,
    ArrayList<Failure> failures,
    String problem)
    implements Serializable {

  static ShardOutcome refused(String problem) {
    return new ShardOutcome(null, 0, 0, null, Map.of(), Map.of(), null, null, problem);
  }

  Shard shard(String finalName) {
    return new Shard(finalName, rows, bytes, sha256);
  }

  SplitCount count(String split) {
    return new SplitCount(series.getOrDefault(split, 0L), samples.getOrDefault(split, 0L));
  }
}
