package io.ergodic.jobs.transport;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.resource.ResourceProfile;

/**
 * A way to run remote tasks. ServiceLoader finds transports by name. All transports give the same
 * results, bit for bit.
 */
public interface Transport extends Named {
  /**
   * Opens a session for one training.
   *
   * @param size largest number of remote tasks that run at the same time
   * @param profile of the executors; empty for Spark's default
   */
  TransportSession open(JavaSparkContext spark, int size, Optional<ResourceProfile> profile);

  static Registry<Transport> registry() {
    return Registry.load(Transport.class, "averaging transport");
  }
}
