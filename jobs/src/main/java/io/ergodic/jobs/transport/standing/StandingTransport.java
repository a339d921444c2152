package io.ergodic.jobs.transport.standing;

import com.google.auto.service.AutoService;
import io.ergodic.jobs.transport.Transport;
import io.ergodic.jobs.transport.TransportSession;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.resource.ResourceProfile;

/** {@code standing}: a pool of standing tasks, and blocks in the executors' stores. */
@AutoService(Transport.class)
public final class StandingTransport implements Transport {
  /** The name in suites. */
  public static final String NAME = "standing";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public TransportSession open(
      JavaSparkContext spark, int size, Optional<ResourceProfile> profile) {
    return new TaskPool(spark, size, profile);
  }
}
