package io.ergodic.jobs.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.evidence.EvaluationFailedException;
import io.ergodic.evaluation.protocol.Evaluation;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.testing.Specs;
import io.ergodic.models.training.EpochLoss;
import io.ergodic.models.training.TrainingFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordBuilderTest {
  private static final TrialSpec SPEC = Specs.trial("nvar", 1);

  private final RecordBuilder builder = new RecordBuilder(SPEC);

  @Test
  void aRecordSaysWhichTrialItIsAndWhatCameOut() throws IOException {
    builder.engine("closed-form");
    assertThat(builder.timed("train", () -> "model")).isEqualTo("model");
    builder.trained(12, List.of());
    builder.evaluated(evaluation(0.5, 0.25));
    TrialRecord record = builder.succeeded();
    assertThat(record.failed()).isFalse();
    assertThat(record.reason()).isNull();
    assertThat(record.trial()).isEqualTo(SPEC.hash());
    assertThat(record.system()).isEqualTo("nvar");
    assertThat(record.scores())
        .containsExactly(Score.of("d_stsp", 1, 0.5), Score.of("d_h", 1, 0.25));
    assertThat(record.published()).containsEntry("d_stsp", 0.3);
    assertThat(record.parameters()).isEqualTo(12);
    assertThat(record.seconds()).containsOnlyKeys("train");
  }

  @Test
  void explainedFailuresAreQuotedOthersNamedWithTheirPlace() {
    assertThat(reason(new TrainingFailedException("loss became NaN"))).isEqualTo("loss became NaN");
    assertThat(reason(new EvaluationFailedException("left the box"))).isEqualTo("left the box");
    assertThat(reason(new InvalidInputException("a.b: wrong"))).isEqualTo("a.b: wrong");
    assertThat(reason(new IllegalStateException("odd")))
        .startsWith("java.lang.IllegalStateException: odd at " + getClass().getName());
    assertThat(reason(new OutOfMemoryError("Java heap space")))
        .startsWith("java.lang.OutOfMemoryError: Java heap space");
  }

  @Test
  void aFailureDropsScoresButKeepsTimesAndSize() throws IOException {
    builder.trained(12, List.of(new EpochLoss(0, 1, 2)));
    builder.evaluated(evaluation(0.5, 0.25));
    assertThatThrownBy(
            () ->
                builder.timed(
                    "evaluate",
                    () -> {
                      throw new IOException("gone");
                    }))
        .isInstanceOf(IOException.class);
    TrialRecord record = builder.failed(new IllegalStateException("gone"));
    assertThat(record.failed()).isTrue();
    assertThat(record.error()).isFalse();
    assertThat(record.scores()).isEmpty();
    assertThat(record.metrics()).containsExactly("d_stsp", "d_h");
    assertThat(record.parameters()).isEqualTo(12);
    assertThat(record.seconds()).containsOnlyKeys("evaluate");
  }

  @Test
  void errorsOfTheMachineAreNoFailures() {
    for (Throwable error :
        List.of(
            new IOException("no space left"),
            new UncheckedIOException(new IOException("gone")),
            new OutOfMemoryError("Java heap space"),
            new UnsatisfiedLinkError("no jnitorch in java.library.path"),
            new IllegalStateException(new IOException("gone")),
            new RuntimeException("CUDA out of memory. Tried to allocate 2 GiB"),
            new RuntimeException("CUDA error: an illegal memory access was encountered"),
            new InternalError("a fault occurred in an unsafe memory access operation"))) {
      TrialRecord record = builder.failed(error);
      assertThat(record.status()).as("" + error).isEqualTo(TrialRecord.ERROR);
      assertThat(record.failed()).isFalse();
      assertThat(record.unfinished()).isTrue();
    }
    for (Throwable failure :
        List.of(
            new StackOverflowError(),
            new ArithmeticException("/ by zero"),
            new RuntimeException("CUDA error: device-side assert triggered"),
            new RuntimeException("mat1 and mat2 shapes cannot be multiplied (16x785 and 784x64)"),
            new InvalidInputException("lookback: does not fit"))) {
      assertThat(builder.failed(failure).status()).as("" + failure).isEqualTo(TrialRecord.FAILED);
    }
  }

  /** Of what has been scored before, only what was asked for now has an error. */
  @Test
  void anErrorAmongMoreMetricsLeavesTheOthers() {
    TrialRecord before = Specs.record("nvar", 1, 0.5, 0.25);
    RecordBuilder more = new RecordBuilder(SPEC.asking(List.of("pe_1")));
    more.continues(before);
    TrialRecord record = more.failed(new IOException("gone"));
    assertThat(record.status()).isEqualTo(TrialRecord.OK);
    assertThat(record.value("d_stsp")).isEqualTo(0.5);
    assertThat(record.error("pe_1")).isTrue();
    assertThat(record.unfinished()).isTrue();
    assertThat(record.errorReason()).isEqualTo("gone");
    TrialRecord asked = record.as("e", "d", "s", 1, List.of("pe_1"), Map.of());
    assertThat(asked.error()).isTrue();
    assertThat(asked.reason()).isEqualTo("pe_1: gone");
  }

  @Test
  void aTrialFailsWhenAllItsMetricsDidButAFloorNeverDoes() {
    builder.evaluated(evaluation(0.5, Double.NaN));
    assertThat(builder.succeeded().failed()).isFalse();
    assertThat(builder.succeeded().value("d_stsp")).isEqualTo(0.5);
    assertThat(builder.succeeded().score("d_h").orElseThrow().reason())
        .isEqualTo("the value is NaN");
    builder.evaluated(evaluation(Double.NaN, Double.NaN));
    assertThat(builder.succeeded().failed()).isTrue();
    assertThat(builder.succeeded().reason()).isEqualTo("d_stsp: the value is NaN");
    RecordBuilder floor = new RecordBuilder(Specs.trial(TrialRecord.FLOOR, 1));
    floor.evaluated(evaluation(Double.NaN, Double.NaN));
    assertThat(floor.succeeded().failed()).isFalse();
    assertThat(floor.succeeded().floor()).isTrue();
  }

  @Test
  void longCurvesAreThinnedFromFirstToLastEpoch() {
    builder.trained(1, curve(400));
    assertThat(builder.succeeded().curve()).hasNumberOfRows(400);
    builder.trained(1, curve(2000));
    double[][] thin = builder.succeeded().curve();
    assertThat(thin.length).isLessThanOrEqualTo(401);
    assertThat(thin[0]).containsExactly(1, 0, -0.0);
    assertThat(thin[1][0] - thin[0][0]).isEqualTo(5);
    assertThat(thin[thin.length - 1]).containsExactly(2000, 1999, -1999);
  }

  private static List<EpochLoss> curve(int epochs) {
    return IntStream.range(0, epochs).mapToObj(e -> new EpochLoss(e, e, -(double) e)).toList();
  }

  private static Evaluation evaluation(double divergence, double distance) {
    List<Score> scores = List.of(Score.of("d_stsp", 1, divergence), Score.of("d_h", 1, distance));
    return new Evaluation(scores, List.of(), List.of());
  }

  private String reason(Throwable failure) {
    return builder.failed(failure).reason();
  }
}
