package io.ergodic.jobs.testing;

import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.mllib.DistributedFamily;
import io.ergodic.jobs.mllib.DistributedTraining;
import io.ergodic.jobs.mllib.Fitted;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Looks for tests like a system of MLlib whose tasks meet an error, as its settings say. */
public final class StrickenForest implements DistributedFamily {
  private static final AtomicInteger MET = new AtomicInteger();

  /** Rows that have been looked at. */
  public static int met() {
    return MET.get();
  }

  /** Forgets what has been met. */
  public static void heal() {
    MET.set(0);
  }

  @Override
  public String name() {
    return "stricken-forest";
  }

  @Override
  public String title() {
    return "Stricken forest";
  }

  @Override
  public DistributedTraining create(Settings settings) {
    String error = settings.choice("error", "memory", List.of("memory", "throws", "endless"));
    int times = settings.integer("times", 1, 0, 1_000_000);
    settings.rejectUnknown();
    return (training, seed) -> {
      training.javaRDD().foreach(row -> meet(error, times));
      return new Fitted(new Guess(), 1, List.of());
    };
  }

  private static void meet(String error, int times) throws InterruptedException {
    int met = MET.incrementAndGet();
    if (error.equals("endless")) {
      Thread.sleep(300);
    } else if (met <= times) {
      if (error.equals("memory")) {
        throw new OutOfMemoryError("Java heap space");
      }
      throw new IllegalStateException("not today");
    }
  }

  /** Always the first of three classes. */
  private record Guess() implements Classifier {
    @Override
    public int classes() {
      return 3;
    }

    @Override
    public void classify(float[] inputs, int count, float[] probabilities) {
      for (int i = 0; i < count; i++) {
        probabilities[3 * i] = 1;
      }
    }
  }
}
