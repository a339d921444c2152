package io.ergodic.jobs.process;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.BatchSampler;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.jobs.spark.TaskDevice;
import io.ergodic.jobs.train.Assignment;
import io.ergodic.jobs.train.TrainableSource;
import io.ergodic.models.device.Device;
import io.ergodic.models.family.Engine;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.natives.Accelerators;
import io.ergodic.models.training.Stage;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkEnv;

/**
 * A learner that takes its time over a step and notes in a shared folder on which executor and GPU
 * address it did so, from when to when.
 *
 * @param folder for the notes, a file a step
 */
record Witness(String folder) implements TrainableSource {
  private static final long STEP_MILLISECONDS = 120;

  @Override
  public Trainable.Stepped create(Configuration configuration) {
    BatchSampler batches =
        new BatchSampler() {
          @Override
          public int batchesPerEpoch() {
            return 24;
          }

          @Override
          public Batch batch(long step) {
            return Batch.of(1).put(Batch.INPUT, new float[] {step}, 1, 1);
          }
        };
    return new Trainable.Stepped(
        new Slow(folder), List.of(new Stage("training", batches, 1, Optional.empty())));
  }

  @Override
  public WorkerLearner create(Configuration configuration, Assignment assignment) {
    Device device = Accelerators.choose(Engine.LIBTORCH, assignment.address());
    return new WorkerLearner(create(configuration), device, 0, () -> {});
  }

  @Override
  public String describe() {
    return "{}";
  }

  private record Slow(String folder) implements Learner {
    @Override
    public double step(Batch batch, StepContext context) {
      long begin = System.nanoTime();
      try {
        Thread.sleep(STEP_MILLISECONDS);
        String note =
            SparkEnv.get().executorId()
                + " "
                + (TaskDevice.address().isEmpty() ? "none" : TaskDevice.address())
                + " "
                + begin
                + " "
                + System.nanoTime();
        Files.writeString(Path.of(folder, UUID.randomUUID().toString()), note);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
      return 1;
    }

    @Override
    public int parameterCount() {
      return 1;
    }

    @Override
    public void readParameters(float[] target) {
      target[0] = 0;
    }

    @Override
    public void writeParameters(float[] source) {}

    @Override
    public float[] state() {
      return new float[0];
    }

    @Override
    public double loss(Batch batch) {
      return 1;
    }

    @Override
    public Capability trained() {
      return new Capability() {};
    }

    @Override
    public void close() {}
  }
}
