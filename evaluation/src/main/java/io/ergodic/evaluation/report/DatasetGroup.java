package io.ergodic.evaluation.report;

import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.statistics.Median;
import io.ergodic.evaluation.statistics.Summary;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The trials of one experiment on one dataset, by system and seed.
 *
 * @param metrics in the order they were asked for
 * @param trials floors included
 */
public record DatasetGroup(
    String experiment,
    String dataset,
    String task,
    List<String> metrics,
    List<TrialRecord> trials) {

  /** Names of the systems compared, without the floor. */
  public List<String> systems() {
    return trials.stream().filter(t -> !t.floor()).map(TrialRecord::system).distinct().toList();
  }

  public List<TrialRecord> of(String system) {
    return trials.stream().filter(t -> !t.floor() && t.system().equals(system)).toList();
  }

  /** The floors, whatever their name. */
  public List<TrialRecord> floors() {
    return trials.stream().filter(TrialRecord::floor).toList();
  }

  /**
   * Median, deviation and interval of one cell of the table. A failed trial counts as the worst in
   * every metric, a failed metric in that one.
   */
  public Summary summary(String system, String metric, Direction direction) {
    double[] values = of(system).stream().mapToDouble(trial -> trial.value(metric)).toArray();
    return Summary.of(values, 0, direction);
  }

  /** What the truth scores against itself; the median where there are several floors. */
  public OptionalDouble floor(String metric) {
    double[] values =
        floors().stream().mapToDouble(t -> t.value(metric)).filter(Double::isFinite).toArray();
    return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Median.of(values));
  }

  /** Whether the floor of a metric is a stated property of the data, not a measurement. */
  public boolean given(String metric) {
    return floors().stream()
        .flatMap(trial -> trial.score(metric).stream())
        .anyMatch(score -> score.status().equals(Score.GIVEN));
  }

  /** How bad a system's median is, for ordering: smaller is better, infinite when unknown. */
  public double cost(String system, String metric, Direction direction) {
    double median = summary(system, metric, direction).median();
    double cost =
        switch (direction) {
          case LOWER_IS_BETTER -> median;
          case HIGHER_IS_BETTER -> -median;
          case CLOSER_TO_FLOOR_IS_BETTER -> Math.abs(median - floor(metric).orElse(Double.NaN));
        };
    return Double.isNaN(cost) ? Double.POSITIVE_INFINITY : cost;
  }

  /** The system with the best median; empty when none has a finite one. */
  public Optional<String> best(String metric, Direction direction) {
    return systems().stream()
        .filter(system -> Double.isFinite(cost(system, metric, direction)))
        .min(Comparator.comparingDouble(system -> cost(system, metric, direction)));
  }

  /** Wall times of a phase over the trials of a system; NaN where none reached it. */
  public Summary seconds(String system, String phase) {
    double[] values =
        of(system).stream()
            .filter(t -> t.seconds() != null && t.seconds().get(phase) != null)
            .mapToDouble(t -> t.seconds().get(phase))
            .toArray();
    return Summary.of(values, 0, Direction.LOWER_IS_BETTER);
  }

  /** The published value of a system, if the suite has one. */
  public OptionalDouble published(String system, String metric) {
    return of(system).stream()
        .filter(t -> t.published() != null)
        .map(t -> t.published().get(metric))
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .findFirst();
  }

  /** Trials of compared systems that have a figure of this kind. */
  public List<TrialRecord> with(Class<? extends Artefact> kind) {
    return trials.stream().filter(t -> !t.floor() && !all(t, kind).isEmpty()).toList();
  }

  /** The figures of one kind of a trial. */
  public static <A extends Artefact> List<A> all(TrialRecord trial, Class<A> kind) {
    return trial.artefacts() == null
        ? List.of()
        : trial.artefacts().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
