package io.ergodic.jobs.train;

import io.ergodic.models.training.Trainable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;

/** Remembers the first trainable that another source has made: the driver's. */
final class Watched implements TrainableSource {
  private static final long serialVersionUID = 1L;

  private final TrainableSource inner;
  transient Trainable.Stepped driver;

  Watched(TrainableSource inner) {
    this.inner = inner;
  }

  @Override
  public Trainable.Stepped create(Configuration configuration) throws IOException {
    Trainable.Stepped made = inner.create(configuration);
    synchronized (this) {
      driver = driver == null ? made : driver;
    }
    return made;
  }

  @Override
  public WorkerLearner create(Configuration configuration, Assignment assignment)
      throws IOException {
    return inner.create(configuration, assignment);
  }

  @Override
  public String describe() {
    return inner.describe();
  }
}
