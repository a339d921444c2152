package io.ergodic.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.evidence.EvaluationFailedException;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.figure.Figure;
import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.testing.Datasets;
import io.ergodic.evaluation.testing.MapDynamics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class EvaluationTest {
  /** A kind of evidence that no protocol knows. */
  private record Counted(int value) {}

  private final AtomicInteger observed = new AtomicInteger();

  private Evidence evidence(boolean fails) {
    double[] line = {1, 2, 3};
    return Evidence.without(Datasets.series(1, 0, 1, Map.of(), line, line), new Reconstruction(), 7)
        .with(
            Counted.class,
            asked -> {
              observed.incrementAndGet();
              if (fails) {
                throw new EvaluationFailedException("nothing to be seen");
              }
              return new Counted(5);
            });
  }

  private record Probe(String name, ToDoubleFunction<Evidence> definition) implements Metric {
    @Override
    public String title() {
      return name;
    }

    @Override
    public String description() {
      return name;
    }

    @Override
    public String task() {
      return "reconstruction";
    }

    @Override
    public Direction direction() {
      return Direction.LOWER_IS_BETTER;
    }

    @Override
    public int revision() {
      return 2;
    }

    @Override
    public double value(Evidence evidence) {
      return definition.applyAsDouble(evidence);
    }
  }

  private static Metric seed() {
    return new Probe("seed", Evidence::seed);
  }

  private static Metric counted(String name) {
    return new Probe(name, evidence -> evidence.get(Counted.class).value());
  }

  private static List<Score> scores(Evidence evidence, Metric... metrics) {
    return Evaluation.of(evidence, List.of(metrics), false, () -> {}).scores();
  }

  @Test
  void evidenceNobodyAsksForIsNeverObserved() {
    assertThat(scores(evidence(false), seed())).containsExactly(Score.of("seed", 2, 7));
    assertThat(observed).hasValue(0);
  }

  @Test
  void evidenceIsObservedOnceForAll() {
    assertThat(scores(evidence(false), counted("a"), counted("b")))
        .containsExactly(Score.of("a", 2, 5), Score.of("b", 2, 5));
    assertThat(observed).hasValue(1);
  }

  @Test
  void evidenceThatFailsFailsThoseWhoAskedAndIsNotTriedAgain() {
    assertThat(scores(evidence(true), counted("a"), seed(), counted("b")))
        .containsExactly(
            Score.failed("a", 2, "nothing to be seen"),
            Score.of("seed", 2, 7),
            Score.failed("b", 2, "nothing to be seen"));
    assertThat(observed).hasValue(1);
  }

  @Test
  void aMetricThatThrowsOrHasNoValueFailsAlone() {
    Metric broken =
        new Probe(
            "broken",
            evidence -> {
              throw new IllegalStateException("two\nlines");
            });
    List<Score> scores =
        scores(evidence(false), broken, new Probe("infinite", e -> 1 / 0.0), seed());
    assertThat(scores).extracting(Score::status).containsExactly("failed", "failed", "ok");
    assertThat(scores.get(0).reason())
        .startsWith("java.lang.IllegalStateException: two")
        .doesNotContain("\n");
    assertThat(scores.get(1).reason()).isEqualTo("the value is Infinity");
    assertThat(scores.get(1).value()).isNaN();
  }

  @Test
  void aFigureThatFailsIsLeftOutAndSaid() {
    Figure broken =
        new Figure() {
          @Override
          public String name() {
            return "broken";
          }

          @Override
          public String task() {
            return "reconstruction";
          }

          @Override
          public List<Artefact> draw(Evidence evidence) {
            return List.of(
                new Artefact.Confusion(List.of(), new int[evidence.get(Counted.class).value()][]));
          }
        };
    List<Artefact> artefacts = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    Evaluation.draw(broken, evidence(true), () -> {}, artefacts, notes);
    assertThat(artefacts).isEmpty();
    assertThat(notes).containsExactly("no figure broken: nothing to be seen");
    Evaluation.draw(broken, evidence(false), () -> {}, artefacts, notes);
    assertThat(artefacts).hasSize(1);
  }

  /** A disk that is full says nothing of the model. */
  @Test
  void anErrorOfTheMachineIsNoFailedMetric() {
    Metric disk =
        new Probe(
            "disk",
            evidence -> {
              throw new UncheckedIOException(new IOException("No space left on device"));
            });
    assertThatThrownBy(() -> scores(evidence(false), disk))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void whatIsLeftWhenTheTimeIsOverFails() {
    AtomicInteger checks = new AtomicInteger();
    Runnable check =
        () -> {
          if (checks.incrementAndGet() > 1) {
            throw new EvaluationFailedException("time limit of 1.0 s passed");
          }
        };
    List<Score> scores =
        Evaluation.of(evidence(false), List.of(seed(), counted("later")), false, check).scores();
    assertThat(scores)
        .containsExactly(
            Score.of("seed", 2, 7), Score.failed("later", 2, "time limit of 1.0 s passed"));
    assertThat(observed).hasValue(0);
  }

  /** The scores are there: memory that a drawing takes costs the drawing. */
  @Test
  void aFigureThatTakesAllMemoryCostsItselfAlone() {
    List<String> notes = new ArrayList<>();
    Evaluation.draw(
        drawing(
            () -> {
              throw new OutOfMemoryError("Java heap space");
            }),
        evidence(false),
        () -> {},
        new ArrayList<>(),
        notes);
    assertThat(notes)
        .singleElement()
        .asString()
        .startsWith("no figure broken: java.lang.OutOfMemoryError: Java heap space");
  }

  private static Figure drawing(Runnable work) {
    return new Figure() {
      @Override
      public String name() {
        return "broken";
      }

      @Override
      public String task() {
        return "reconstruction";
      }

      @Override
      public List<Artefact> draw(Evidence evidence) {
        work.run();
        return List.of();
      }
    };
  }

  @Test
  void evidenceWithoutASourceIsTheModelTheDataOrTheTask() {
    Evidence evidence = evidence(false);
    assertThat(evidence.get(SeriesDataset.class)).isSameAs(evidence.dataset());
    assertThat(evidence.get(Task.class)).isSameAs(evidence.task());
    assertThatThrownBy(() -> evidence.get(MapDynamics.class))
        .isInstanceOf(EvaluationFailedException.class)
        .hasMessageContaining("MapDynamics");
    assertThat(evidence.asked()).contains(MapDynamics.class);
  }

  @Test
  void anotherMetricChangesNoValue() {
    Protocol protocol = Protocol.registry().get("reconstruction", "test");
    double[] orbit = new double[3000];
    double x = 0.3;
    for (int t = 0; t < orbit.length; t++) {
      orbit[t] = x;
      x = 4 * x * (1 - x);
    }
    SeriesDataset data = Datasets.series(1, 0, 1, Map.of("lyapunov", 0.69), orbit, orbit);
    List<String> all = List.of("vpt", "d_stsp_gmm", "lyapunov_max", "d_h", "pe_5", "d_stsp");
    List<Score> together =
        protocol.evaluate(MapDynamics.logistic(), data, new Reconstruction(), all, 3).scores();
    assertThat(together).noneMatch(Score::failed);
    for (int i = 0; i < all.size(); i++) {
      assertThat(
              protocol
                  .evaluate(
                      MapDynamics.logistic(), data, new Reconstruction(), List.of(all.get(i)), 3)
                  .scores())
          .containsExactly(together.get(i));
    }
  }
}
