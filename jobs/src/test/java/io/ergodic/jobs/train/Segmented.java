package io.ergodic.jobs.train;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.BatchSampler;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Merge;
import io.ergodic.models.learner.Segment;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.training.Stage;
import io.ergodic.models.training.Trainable;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * A learner with a segment of every sort, to each of which a step adds the batch's value, which is
 * the number of the step, counted from 1. Its loss is what it keeps to itself.
 *
 * @param drifting whether what has to be equal changes as well
 */
record Segmented(boolean drifting) implements TrainableSource {
  static final List<Segment> SEGMENTS =
      List.of(
          new Segment("weight", Merge.MEAN, 1),
          new Segment("count", Merge.SUM, 1),
          new Segment("codes", Merge.EQUAL, 1),
          new Segment("own", Merge.LOCAL, 1),
          new Segment("memory", Merge.CONCATENATE, 4, 1),
          new Segment("cache", Merge.RESET, 1));

  private static final int COUNT = 9;

  @Override
  public Trainable.Stepped create(Configuration configuration) {
    BatchSampler batches =
        new BatchSampler() {
          @Override
          public int batchesPerEpoch() {
            return 4;
          }

          @Override
          public Batch batch(long step) {
            return Batch.of(1).put(Batch.INPUT, new float[] {step + 1}, 1, 1);
          }
        };
    return new Trainable.Stepped(
        new Adding(drifting), List.of(new Stage("training", batches, 2, Optional.empty())));
  }

  @Override
  public String describe() {
    return "{}";
  }

  private static final class Adding implements Learner {
    private final boolean drifting;
    private final float[] values = {0, 0, 5, 0, 0, 0, 0, 0, 9};

    Adding(boolean drifting) {
      this.drifting = drifting;
    }

    @Override
    public double step(Batch batch, StepContext context) {
      for (int i = 0; i < COUNT; i++) {
        values[i] += i == 2 && !drifting ? 0 : i == 1 ? 1 : batch.floats(Batch.INPUT)[0];
      }
      return values[3];
    }

    @Override
    public List<Segment> segments() {
      return SEGMENTS;
    }

    @Override
    public int parameterCount() {
      return COUNT;
    }

    @Override
    public int trainableCount() {
      return 1;
    }

    @Override
    public void readParameters(float[] target) {
      System.arraycopy(values, 0, target, 0, COUNT);
    }

    @Override
    public void writeParameters(float[] source) {
      System.arraycopy(source, 0, values, 0, COUNT);
    }

    @Override
    public float[] state() {
      return new float[0];
    }

    @Override
    public double loss(Batch batch) {
      return values[3];
    }

    @Override
    public Capability trained() {
      return new Capability() {};
    }

    @Override
    public void close() {}
  }
}
