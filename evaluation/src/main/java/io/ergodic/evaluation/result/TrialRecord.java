package io.ergodic.evaluation.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that is kept of a trial; written as one JSON file the moment the trial ends.
 *
 * @param trial content hash of everything that determines the result
 * @param experiment the experiment of the suite it belongs to
 * @param task name of the task
 * @param dataset name of the dataset in the suite
 * @param dataHash hash of the dataset
 * @param system name of the system in the suite; {@link #FLOOR} for the floor
 * @param role of the trial, which no name stands for
 * @param family the model family behind it
 * @param seed as listed in the suite
 * @param status {@link #OK} or {@link #FAILED}
 * @param reason why it failed; null otherwise
 * @param scores in the order of the experiment's metrics, each with a status of its own; empty when
 *     the training failed
 * @param metrics the metrics asked for: a failed trial counts as worst in each
 * @param published values to be compared with, by metric
 * @param parameters number of trained parameters
 * @param engine label of the compute engine
 * @param device processor or accelerator it ran on
 * @param seconds wall time by phase: {@code load}, {@code train}, {@code evaluate}
 * @param curve training curve: epoch, training loss, validation loss (NaN where there is none)
 * @param figures kinds of the figures that are kept beside the record, see {@link ArtefactSource}
 * @param notes what else is to be known: figures that could not be drawn, and why
 * @param revision of the code that ran it: a sweep may be resumed by a later build
 * @param digest of the classes that decided what was computed; empty where none was made
 */
public record TrialRecord(
    String trial,
    String experiment,
    String task,
    String dataset,
    String dataHash,
    String system,
    Role role,
    String family,
    long seed,
    String status,
    String reason,
    List<Score> scores,
    List<String> metrics,
    Map<String, Double> published,
    int parameters,
    String engine,
    String device,
    Map<String, Double> seconds,
    double[][] curve,
    List<String> figures,
    List<String> notes,
    String revision,
    String digest) {

  public TrialRecord {
    figures = figures == null ? List.of() : List.copyOf(figures);
    notes = notes == null ? List.of() : List.copyOf(notes);
  }

  public static final String OK = "ok";
  public static final String FAILED = "failed";
  public static final String FLOOR = "floor";

  /** Whether the training failed, or all metrics of it. */
  public boolean failed() {
    return FAILED.equals(status);
  }

  public boolean floor() {
    return role == Role.FLOOR;
  }

  /**
   * The same trial as an experiment names it and asks for it: a training may serve several.
   *
   * @param asked metrics, in order; of the scores these are kept
   * @param values published ones, by metric
   */
  public TrialRecord as(
      String inExperiment,
      String ofDataset,
      String ofSystem,
      long listed,
      List<String> asked,
      Map<String, Double> values) {
    List<Score> kept = asked.stream().flatMap(metric -> score(metric).stream()).toList();
    boolean none =
        !floor() && !kept.isEmpty() && kept.stream().allMatch(Score::failed) && !failed();
    return new TrialRecord(
        trial,
        inExperiment,
        task,
        ofDataset,
        dataHash,
        ofSystem,
        role,
        family,
        listed,
        none ? FAILED : status,
        none ? kept.get(0).metric() + ": " + kept.get(0).reason() : reason,
        kept,
        List.copyOf(asked),
        values,
        parameters,
        engine,
        device,
        seconds,
        curve,
        figures,
        notes,
        revision,
        digest);
  }

  /** The score of a metric; empty where there is none. */
  public Optional<Score> score(String metric) {
    return scores.stream().filter(score -> score.metric().equals(metric)).findFirst();
  }

  /** The value of a metric: NaN where the trial or the metric failed. */
  public double value(String metric) {
    return failed() ? Double.NaN : score(metric).map(Score::value).orElse(Double.NaN);
  }
}
