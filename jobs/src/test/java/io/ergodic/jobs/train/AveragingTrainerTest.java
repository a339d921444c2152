package io.ergodic.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.BatchSampler;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.data.PartCache;
import io.ergodic.jobs.train.checkpoint.Checkpoints;
import io.ergodic.models.learner.StepContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AveragingTrainerTest {
  @TempDir static Path folder;

  private static SparkSession session;
  private static TrainingFixture fixture;

  @TempDir Path checkpoints;

  @BeforeAll
  static void start() {
    // Three attempts a task: a local master alone gives every task one.
    session = session("local[2,3]");
    fixture =
        new TrainingFixture(JavaSparkContext.fromSparkContext(session.sparkContext()), folder);
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  static SparkSession session(String master) {
    return SparkSession.builder()
        .master(master)
        .appName("test")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate();
  }

  @ParameterizedTest
  @CsvSource({"1,average", "5,average", "5,local", "8,average", "1000,local"})
  void oneWorkerIsThePlainLoopOnFusedKernels(int localSteps, String state) throws IOException {
    FamilySource source = fixture.plrnn(", noise = 0.05");
    assertThat(fixture.averaged(source, settings(1, localSteps, state)))
        .isEqualTo(fixture.plain(source));
  }

  @ParameterizedTest
  @CsvSource({"2,average", "3,average", "4,average", "3,local", "3,reset"})
  void severalWorkersGiveTheSameBitsEveryTime(int workers, String state) throws IOException {
    FamilySource source = fixture.plrnn("");
    TrainingFixture.Bits first = fixture.averaged(source, settings(workers, 3, state));
    for (int repeat = 0; repeat < 3; repeat++) {
      assertThat(fixture.averaged(source, settings(workers, 3, state))).isEqualTo(first);
    }
    assertThat(first.parameters()).isNotEqualTo(fixture.plain(source).parameters());
  }

  /** With equal shares, the mean of k steps of plain descent is the step of the k-fold batch. */
  @ParameterizedTest
  @CsvSource({"1,1e-6", "6,3e-6"})
  void oneStepOfDescentAveragedIsTheStepOfTheLargeBatch(int rounds, float rounding)
      throws IOException {
    String descent =
        ", optimiser { name = sgd, momentum = 0, learningRate = 0.05 }"
            + ", forcing { kind = constant, alpha = 0.2 }";
    FamilySource source = fixture.plrnn(descent + ", epochs = 1, batchesPerEpoch = " + 4 * rounds);
    var stepped = source.create(new Configuration());
    var learner = stepped.learner();
    int perEpoch = stepped.stage().batches().batchesPerEpoch();
    long steps = (long) stepped.stage().epochs() * perEpoch;
    for (long step = 0; step < steps; step += 4) {
      learner.step(
          together(stepped.stage().batches(), step, 4),
          new StepContext(step, (int) (step / perEpoch), 0));
    }
    float[] expected = new float[learner.parameterCount()];
    learner.readParameters(expected);
    List<Float> averaged = fixture.averaged(source, settings(4, 1, "average")).parameters();
    for (int i = 0; i < expected.length; i++) {
      assertThat(averaged.get(i)).isCloseTo(expected[i], Offset.offset(rounding));
    }
    assertThat(averaged).isNotEqualTo(fixture.plain(source).parameters());
  }

  private static Batch together(BatchSampler sampler, long first, int batches) {
    float[] values = new float[0];
    Batch last = null;
    for (long step = first; step < first + batches; step++) {
      last = sampler.batch(step);
      int from = values.length;
      values = Arrays.copyOf(values, from + last.floats(Batch.INPUT).length);
      System.arraycopy(last.floats(Batch.INPUT), 0, values, from, last.floats(Batch.INPUT).length);
    }
    return Batch.of(batches * last.count()).put(Batch.INPUT, values, last.shape(Batch.INPUT));
  }

  /** Without room in memory the parts come from the local disk in every round. */
  @Test
  void workersOnTheirOwnShardsGiveTheSameBitsFromMemoryAndFromDisk() throws IOException {
    FamilySource source = fixture.cnn("cnn");
    String own = settings(3, 2, "average") + ", data = own";
    TrainingFixture.Bits first = fixture.averaged(source, own);
    int before = PartCache.spilled();
    assertThat(fixture.averaged(source, own + ", cacheMegabytes = 0")).isEqualTo(first);
    assertThat(PartCache.spilled()).isEqualTo(before + 3);
    assertThat(fixture.averaged(source, own)).isEqualTo(first);
    assertThat(fixture.averaged(source, settings(3, 2, "average"))).isNotEqualTo(first);
  }

  @Test
  void oneWorkerOnItsOwnShardsIsThePlainLoop() throws IOException {
    FamilySource source = fixture.dlinear();
    int perEpoch = source.create(new Configuration()).stage().batches().batchesPerEpoch();
    assertThat(fixture.averaged(source, settings(1, perEpoch, "average") + ", data = own"))
        .isEqualTo(fixture.plain(source));
  }

  @Test
  void attemptsThatFailChangeNothing() throws IOException {
    FamilySource source = fixture.plrnn("");
    Stumbling stumbling = new Stumbling(source);
    assertThat(fixture.averaged(stumbling, settings(3, 4, "local") + ", outer.name = nesterov"))
        .isEqualTo(fixture.averaged(source, settings(3, 4, "local") + ", outer.name = nesterov"));
    assertThat(Stumbling.stumbles()).isGreaterThan(3);
  }

  @ParameterizedTest
  @ValueSource(strings = {"average", "local", "reset"})
  void resumingGivesTheBitsOfAnUnbrokenRun(String state) throws IOException {
    FamilySource source = fixture.dlinear();
    String settings =
        settings(2, 7, state) + ", outer.name = slow-momentum, checkpoint { rounds = 2, keep = 1 }";
    TrainingFixture.Bits unbroken = fixture.averaged(source, settings);
    for (int killedAfter : List.of(3, 5)) {
      assertThatThrownBy(
              () ->
                  fixture.averaged(
                      source,
                      settings,
                      store(),
                      List.of(
                          round -> {
                            if (round.round() == killedAfter) {
                              throw new IOException("killed");
                            }
                          })))
          .hasMessage("killed");
    }
    List<Integer> rounds = new ArrayList<>();
    assertThat(fixture.averaged(source, settings, store(), List.of(r -> rounds.add(r.round()))))
        .isEqualTo(unbroken);
    assertThat(rounds).startsWith(5).doesNotContain(4);
  }

  @Test
  void aFinishedTrainingIsNotTrainedAgain() throws IOException {
    FamilySource source = fixture.plrnn("");
    TrainingFixture.Bits first =
        fixture.averaged(source, settings(2, 4, "average"), store(), List.of());
    List<RoundRecord> rounds = new ArrayList<>();
    assertThat(fixture.averaged(source, settings(2, 4, "average"), store(), List.of(rounds::add)))
        .isEqualTo(first);
    assertThat(rounds).isEmpty();
  }

  @Test
  void theCheckpointOfAnotherTrainingIsRefusedByWhatDiffers() throws IOException {
    fixture.averaged(fixture.plrnn(""), settings(2, 4, "average"), store(), List.of());
    assertThatThrownBy(
            () ->
                fixture.averaged(
                    fixture.plrnn(", noise = 0.1"), settings(3, 4, "average"), store(), List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("averaging.workers was 2 and is 3")
        .hasMessageContaining("model.settings.noise was not set and is 0.1")
        .hasMessageNotContaining("localSteps");
  }

  @Test
  void everyRoundIsRecorded() throws IOException {
    List<RoundRecord> rounds = new ArrayList<>();
    fixture.averaged(
        fixture.plrnn(""),
        settings(2, 4, "average") + ", schedule { rounds = 2, localSteps = 1 }",
        Optional.empty(),
        List.of(rounds::add));
    // 24 steps: 2 + 2 in rounds of H = 1, two full rounds of 8, and the 4 that are left.
    assertThat(rounds).extracting(RoundRecord::step).containsExactly(2L, 4L, 12L, 20L, 24L);
    assertThat(rounds).extracting(RoundRecord::examples).containsExactly(16L, 16L, 64L, 64L, 32L);
    assertThat(rounds).allSatisfy(r -> assertThat(r.loss()).isFinite().isPositive());
    assertThat(rounds)
        .allSatisfy(
            r ->
                assertThat(List.of(r.broadcastMs(), r.computeMs(), r.reduceMs(), r.idleMs()))
                    .allMatch(ms -> ms >= 0));
    assertThat(
            new RoundLines(new org.apache.hadoop.fs.Path("x"), new Configuration())
                .line(rounds.get(0)))
        .startsWith("{\"round\":1,\"step\":2,\"steps\":24,\"localSteps\":1,\"loss\":")
        .endsWith("}\n");
  }

  private Optional<Checkpoints> store() throws IOException {
    return Optional.of(
        new Checkpoints(
            new org.apache.hadoop.fs.Path(checkpoints.toUri()), 1, new Configuration()));
  }

  private static String settings(int workers, int localSteps, String state) {
    return "workers = " + workers + ", localSteps = " + localSteps + ", optimiserState = " + state;
  }
}
