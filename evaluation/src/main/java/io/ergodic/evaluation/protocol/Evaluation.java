package io.ergodic.evaluation.protocol;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.evaluation.evidence.EvaluationFailedException;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.figure.Figure;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.Score;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out of the evidence of one model.
 *
 * @param scores in the order the metrics were asked for, each with its status
 * @param artefacts figures
 * @param notes figures that could not be drawn, and why: one line each
 */
public record Evaluation(List<Score> scores, List<Artefact> artefacts, List<String> notes) {
  public Evaluation {
    scores = List.copyOf(scores);
    artefacts = List.copyOf(artefacts);
    notes = List.copyOf(notes);
  }

  /** Scores alone. */
  static Evaluation of(List<Score> scores) {
    return new Evaluation(scores, List.of(), List.of());
  }

  /**
   * Computes metrics, and figures if wanted, each on its own: what fails does not touch the others.
   */
  public static Evaluation of(Evidence evidence, List<Metric> metrics, boolean figures) {
    List<Score> scores = metrics.stream().map(metric -> score(metric, evidence)).toList();
    List<Artefact> artefacts = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Figure figure : figures ? Figure.of(evidence.task().name()) : List.<Figure>of()) {
      draw(figure, evidence, artefacts, notes);
    }
    return new Evaluation(scores, artefacts, notes);
  }

  /** One metric; a failure of any kind but the machine's is its status. */
  public static Score score(Metric metric, Evidence evidence) {
    try {
      return Score.of(metric.name(), metric.revision(), metric.value(evidence));
    } catch (RuntimeException failure) {
      return Score.failed(metric.name(), metric.revision(), reason(failure));
    }
  }

  static void draw(Figure figure, Evidence evidence, List<Artefact> artefacts, List<String> notes) {
    try {
      artefacts.addAll(figure.draw(evidence));
    } catch (RuntimeException failure) {
      notes.add("no figure " + figure.name() + ": " + reason(failure));
    }
  }

  /** One line: the message of what explains itself, else what was thrown and where. */
  static String reason(RuntimeException failure) {
    boolean explained =
        failure instanceof EvaluationFailedException || failure instanceof InvalidInputException;
    StackTraceElement[] trace = failure.getStackTrace();
    String text =
        explained || trace.length == 0 ? failure.getMessage() : failure + " at " + trace[0];
    return String.valueOf(text).lines().findFirst().orElse(failure.toString());
  }
}
