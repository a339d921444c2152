package io.ergodic.evaluation.protocol;

import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.figure.Figure;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.metric.Reading;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.MachineFailure;
import io.ergodic.evaluation.result.Reason;
import io.ergodic.evaluation.result.Score;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out of the evidence of one model.
 *
 * @param scores in the order the metrics were asked for, each with its status
 * @param artefacts figures
 * @param notes what else is to be known, one line each: figures that could not be drawn, and why;
 *     of a floor, the metrics in which it is near persistence
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
   *
   * @param check throws when the trial's time is over; called before each of them
   */
  public static Evaluation of(
      Evidence evidence, List<Metric> metrics, boolean figures, Runnable check) {
    List<Score> scores = metrics.stream().map(metric -> score(metric, evidence, check)).toList();
    List<Artefact> artefacts = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Figure figure : figures ? Figure.of(evidence.task().name()) : List.<Figure>of()) {
      draw(figure, evidence, check, artefacts, notes);
    }
    return new Evaluation(scores, artefacts, notes);
  }

  /** One metric; a failure of any kind but the machine's is its status. */
  static Score score(Metric metric, Evidence evidence, Runnable check) {
    try {
      check.run();
      Reading reading = metric.read(evidence);
      return Score.of(metric.name(), metric.revision(), reading.value()).remarked(reading.remark());
    } catch (RuntimeException failure) {
      return failed(metric, failure);
    }
  }

  /** The score of a metric that failed; throws on when it was the machine that did. */
  static Score failed(Metric metric, RuntimeException failure) {
    if (MachineFailure.is(failure)) {
      throw failure;
    }
    return Score.failed(metric.name(), metric.revision(), Reason.of(failure));
  }

  /** A figure is no measurement: whatever takes it leaves the trial as it is. */
  static void draw(
      Figure figure,
      Evidence evidence,
      Runnable check,
      List<Artefact> artefacts,
      List<String> notes) {
    try {
      check.run();
      artefacts.addAll(figure.draw(evidence));
    } catch (RuntimeException | OutOfMemoryError | LinkageError failure) {
      notes.add("no figure " + figure.name() + ": " + Reason.of(failure));
    }
  }
}
