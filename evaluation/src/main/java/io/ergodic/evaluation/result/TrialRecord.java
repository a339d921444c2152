package io.ergodic.evaluation.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.ArrayList;
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
 * @param status {@link #OK}, {@link #FAILED} or {@link #ERROR}
 * @param reason one line on why it failed or could not be run; null otherwise
 * @param scores in the order of the experiment's metrics, each with a status of its own; empty when
 *     the training did not end well
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

  /** The model's fault: it threw, diverged or ran out of its time. Counts as the worst. */
  public static final String FAILED = "failed";

  /** The machine's fault: nothing is known of the model. Never ranked, and not done. */
  public static final String ERROR = "error";

  public static final String FLOOR = "floor";

  /** Whether the training failed, or all metrics of it. */
  public boolean failed() {
    return FAILED.equals(status);
  }

  /** Whether an error of the machine took all metrics of it. */
  @JsonIgnore
  public boolean error() {
    return ERROR.equals(status);
  }

  /** Whether an error of the machine took a metric of it. */
  public boolean error(String metric) {
    return error() || score(metric).map(Score::error).orElse(false);
  }

  /** Whether something of it has not been measured, for an error of the machine. */
  @JsonIgnore
  public boolean unfinished() {
    return error() || scores.stream().anyMatch(Score::error);
  }

  public boolean floor() {
    return role == Role.FLOOR;
  }

  /** Why something of it has not been measured; null where all has. */
  public String errorReason() {
    return error()
        ? reason
        : scores.stream().filter(Score::error).map(Score::reason).findFirst().orElse(null);
  }

  /**
   * The status that scores amount to: the model's or the machine's fault where there is no value.
   *
   * @param scores of a model, not of a floor
   */
  public static String status(List<Score> scores) {
    boolean none = !scores.isEmpty() && scores.stream().allMatch(s -> s.failed() || s.error());
    return !none ? OK : scores.stream().anyMatch(Score::error) ? ERROR : FAILED;
  }

  /** The reason of such a status: that of the first score of its kind; null where all is well. */
  public static String reason(List<Score> scores, String status) {
    return status.equals(OK)
        ? null
        : scores.stream()
            .filter(score -> score.status().equals(status))
            .map(score -> score.metric() + ": " + score.reason())
            .findFirst()
            .orElse(null);
  }

  /** The same with something more to be known. */
  public TrialRecord noting(String note) {
    List<String> more = new ArrayList<>(notes);
    more.add(note);
    return new TrialRecord(
        trial,
        experiment,
        task,
        dataset,
        dataHash,
        system,
        role,
        family,
        seed,
        status,
        reason,
        scores,
        metrics,
        published,
        parameters,
        engine,
        device,
        seconds,
        curve,
        figures,
        more,
        revision,
        digest);
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
    boolean judged = status.equals(OK) && !floor();
    String now = judged ? status(kept) : status;
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
        now,
        judged ? reason(kept, now) : reason,
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

  /** The value of a metric: NaN where there is none. */
  public double value(String metric) {
    return failed() || error() ? Double.NaN : score(metric).map(Score::value).orElse(Double.NaN);
  }
}
