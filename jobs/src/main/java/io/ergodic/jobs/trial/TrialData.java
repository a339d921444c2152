package io.ergodic.jobs.trial;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.jobs.data.DatasetCache;
import io.ergodic.jobs.suite.TrialSpec;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** The dataset of a trial. */
final class TrialData {
  private TrialData() {}

  /**
   * Reads it.
   *
   * @throws IOException whatever the trouble is: that data is gone, damaged or out of reach is
   *     never the fault of a model
   */
  static Dataset of(TrialSpec spec, Configuration configuration) throws IOException {
    try {
      return DatasetCache.get(spec.dataFolder(), configuration);
    } catch (RuntimeException unreadable) {
      throw new IOException(unreadable.getMessage(), unreadable);
    }
  }
}
