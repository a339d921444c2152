package io.ergodic.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.jobs.train.checkpoint.Checkpoints;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.training.EpochLoss;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.TrainingFailedException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segments that are merged each in its own way, and trainings of several stages. */
class SegmentsAndStagesTest {
  @TempDir static Path folder;

  private static SparkSession session;
  private static TrainingFixture fixture;

  @TempDir Path checkpoints;

  @BeforeAll
  static void start() {
    session = AveragingTrainerTest.session("local[2]");
    fixture =
        new TrainingFixture(JavaSparkContext.fromSparkContext(session.sparkContext()), folder);
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  /**
   * Two workers of two steps: values 1, 2 and 3, 4 in the first round, 5, 6 and 7, 8 in the second.
   */
  @Test
  void eachSegmentIsMergedAsItDeclares() throws IOException {
    TrainingFixture.Bits found =
        fixture.averaged(new Segmented(false), "workers = 2, localSteps = 2");
    List<Float> values = found.parameters();
    assertThat(values.get(0)).as("mean of 3 and 7, then of 11 and 15 more").isEqualTo(18);
    assertThat(values.get(1)).as("sum of all steps").isEqualTo(8);
    assertThat(values.get(2)).as("equal").isEqualTo(5);
    assertThat(values.get(3)).as("the first worker's own").isEqualTo(14);
    assertThat(values.subList(4, 8)).as("rows of both workers").containsExactly(14f, 14f, 22f, 22f);
    assertThat(values.get(8)).as("as new").isEqualTo(9);
    // What workers keep, after each step: 1, 3 and 3, 7, then 8, 14 and 14, 22.
    assertThat(found.curve())
        .extracting(point -> ((EpochLoss) point).training())
        .containsExactly(3.5, 14.5);
  }

  @Test
  void oneWorkerKeepsEverythingButWhatStartsAnew() throws IOException {
    assertThat(fixture.averaged(new Segmented(true), "workers = 1, localSteps = 2").parameters())
        .containsExactly(36f, 8f, 41f, 36f, 36f, 36f, 36f, 36f, 9f);
  }

  @Test
  void whatHasToBeEqualAndIsNotEndsTheTraining() {
    assertThatThrownBy(() -> fixture.averaged(new Segmented(true), "workers = 2, localSteps = 2"))
        .isInstanceOf(TrainingFailedException.class)
        .hasMessage(
            "averaging: codes has to be equal on all workers, but has 8.0 on worker 0 and 12.0 on"
                + " worker 1");
  }

  @Test
  void whatWorkersKeepOutlivesTheDriver() throws IOException {
    String settings = "workers = 2, localSteps = 1, checkpoint { rounds = 1, keep = 1 }";
    assertThat(interrupted(new Segmented(false), settings, 2))
        .isEqualTo(fixture.averaged(new Segmented(false), settings));
  }

  /** The running statistics of batch norm, and the moving average of weights and statistics. */
  @Test
  void buffersAreTheMeanOfThoseOfTheWorkers() throws IOException {
    FamilySource source = fixture.cnn("cnn", ", ema { decay = 0.5 }");
    float[] one = worker(source, 0, 6);
    float[] two = worker(source, 6, 12);
    List<Float> found = fixture.averaged(source, "workers = 2, localSteps = 6").parameters();
    assertThat(found).hasSize(one.length);
    for (int i = 0; i < one.length; i++) {
      assertThat(found.get(i)).isCloseTo((one[i] + two[i]) / 2, within(1e-6f));
    }
  }

  private static float[] worker(FamilySource source, int from, int to) throws IOException {
    Trainable.Stepped stepped = source.create(new Configuration());
    try (Learner learner = stepped.learner()) {
      int perEpoch = stepped.stage().batches().batchesPerEpoch();
      for (int step = from; step < to; step++) {
        long draws = RandomStreams.derive(TrainingFixture.SEED, "step", step);
        learner.step(
            stepped.stage().batches().batch(step), new StepContext(step, step / perEpoch, draws));
      }
      float[] parameters = new float[learner.parameterCount()];
      learner.readParameters(parameters);
      return parameters;
    }
  }

  @Test
  void stagesOfOneWorkerAreThoseOfThePlainLoop() throws IOException {
    Staged source = new Staged(fixture.dlinear());
    int perEpoch =
        fixture.dlinear().create(new Configuration()).stage().batches().batchesPerEpoch();
    TrainingFixture.Bits plain = fixture.plain(source);
    assertThat(plain.curve()).hasSize(6);
    assertThat(validation(plain, 2)).isGreaterThan(validation(plain, 0));
    String settings = "workers = 1, localSteps = " + perEpoch;
    assertThat(fixture.averaged(source, settings)).isEqualTo(plain);
    Staged drawing = new Staged(fixture.plrnn(", noise = 0.05"));
    assertThat(fixture.averaged(drawing, "workers = 1, localSteps = 5"))
        .isEqualTo(fixture.plain(drawing));
  }

  private static double validation(TrainingFixture.Bits bits, int epoch) {
    return ((EpochLoss) bits.curve().get(epoch)).validation();
  }

  @Test
  void stagesOfSeveralWorkersAreResumedInAnyOfThem() throws IOException {
    Staged source = new Staged(fixture.plrnn(""));
    String settings =
        "workers = 2, localSteps = 4, optimiserState = local, checkpoint { rounds = 1, keep = 1 }";
    List<Long> steps = new ArrayList<>();
    TrainingFixture.Bits unbroken =
        fixture.averaged(source, settings, Optional.empty(), List.of(r -> steps.add(r.step())));
    assertThat(steps).containsExactly(8L, 16L, 24L, 32L, 40L, 48L);
    for (int killed : List.of(2, 4)) {
      assertThat(interrupted(source, settings, killed)).isEqualTo(unbroken);
    }
  }

  private TrainingFixture.Bits interrupted(TrainableSource source, String settings, int round)
      throws IOException {
    Path own = checkpoints.resolve("killed-" + round);
    assertThatThrownBy(
            () ->
                fixture.averaged(
                    source,
                    settings,
                    store(own),
                    List.of(
                        record -> {
                          if (record.round() == round) {
                            throw new IOException("killed");
                          }
                        })))
        .hasMessage("killed");
    return fixture.averaged(source, settings, store(own), List.of());
  }

  private static Optional<Checkpoints> store(Path folder) throws IOException {
    return Optional.of(
        new Checkpoints(new org.apache.hadoop.fs.Path(folder.toUri()), 1, new Configuration()));
  }
}
