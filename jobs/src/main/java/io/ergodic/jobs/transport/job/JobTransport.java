package io.ergodic.jobs.transport.job;

import com.google.auto.service.AutoService;
import io.ergodic.jobs.transport.Transport;
import io.ergodic.jobs.transport.TransportSession;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.resource.ResourceProfile;

/** {@code jobs}: a Spark job per batch; broadcasts the input and collects the results. */
@AutoService(Transport.class)
public final class JobTransport implements Transport {
  @Override
  public String name() {
    return "jobs";
  }

  @Override
  public TransportSession open(
      JavaSparkContext spark, int size, Optional<ResourceProfile> profile) {
    return new JobSession(spark, size, profile);
  }
}
