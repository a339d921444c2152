package io.ergodic.evaluation.report;

import io.ergodic.datasets.scale.Median;
import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.ArtefactJson;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.statistics.Costs;
import io.ergodic.evaluation.statistics.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * The trials of one experiment on one dataset, by system and seed. What is asked of a cell is
 * computed once: reports of hundreds of systems ask for it again and again.
 */
public final class DatasetGroup {
  private final String experiment;
  private final String dataset;
  private final String task;
  private final List<String> metrics;
  private final List<TrialRecord> trials;
  private final Map<String, List<TrialRecord>> bySystem = new LinkedHashMap<>();
  private final List<TrialRecord> floors = new ArrayList<>();
  private final Map<List<Object>, Summary> summaries = new HashMap<>();
  private final Map<List<Object>, Map<String, Double>> costs = new HashMap<>();

  /**
   * @param metrics in the order they were asked for
   * @param trials floors included
   */
  DatasetGroup(
      String experiment,
      String dataset,
      String task,
      List<String> metrics,
      List<TrialRecord> trials) {
    this.experiment = experiment;
    this.dataset = dataset;
    this.task = task;
    this.metrics = List.copyOf(metrics);
    this.trials = List.copyOf(trials);
    for (TrialRecord trial : trials) {
      if (trial.floor()) {
        floors.add(trial);
      } else {
        bySystem.computeIfAbsent(trial.system(), k -> new ArrayList<>()).add(trial);
      }
    }
  }

  public String experiment() {
    return experiment;
  }

  public String dataset() {
    return dataset;
  }

  public String task() {
    return task;
  }

  public List<String> metrics() {
    return metrics;
  }

  /** Floors included. */
  public List<TrialRecord> trials() {
    return trials;
  }

  /** Names of the systems compared, without the floor. */
  public List<String> systems() {
    return List.copyOf(bySystem.keySet());
  }

  public List<TrialRecord> of(String system) {
    return bySystem.getOrDefault(system, List.of());
  }

  /** The floors, whatever their name. */
  public List<TrialRecord> floors() {
    return floors;
  }

  /** Trials of a system that have been measured by a metric, well or not. */
  private static List<TrialRecord> measured(List<TrialRecord> trials, String metric) {
    return trials.stream().filter(trial -> !trial.error(metric)).toList();
  }

  /** How many trials of a system an error of the machine kept from being measured. */
  public int errors(String system) {
    return (int) of(system).stream().filter(TrialRecord::unfinished).count();
  }

  /**
   * Median, deviation and interval of one cell of the table. A failed trial counts as the worst in
   * every metric, a failed metric in that one; what was not measured does not count.
   */
  public Summary summary(String system, String metric, Direction direction) {
    return summaries.computeIfAbsent(
        List.of(system, metric, direction),
        key -> {
          double[] values =
              measured(of(system), metric).stream().mapToDouble(t -> t.value(metric)).toArray();
          return Summary.of(values, 0, direction);
        });
  }

  /** What the truth scores against itself; the median where there are several floors. */
  public OptionalDouble floor(String metric) {
    double[] values =
        floors().stream().mapToDouble(t -> t.value(metric)).filter(Double::isFinite).toArray();
    return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(Median.of(values));
  }

  /** What is to be known of the floors, such as that one is near persistence; each once. */
  public List<String> floorNotes() {
    return floors().stream().flatMap(floor -> floor.notes().stream()).distinct().toList();
  }

  /** Whether the floor of a metric is a stated property of the data, not a measurement. */
  public boolean given(String metric) {
    return floors().stream()
        .flatMap(trial -> trial.score(metric).stream())
        .anyMatch(score -> score.status().equals(Score.GIVEN));
  }

  /**
   * How bad a system is, for ordering: the median of its trials' costs, as leaderboards count them.
   * Smaller is better, infinite when unknown.
   */
  public double cost(String system, String metric, Direction direction) {
    return costs(metric, direction).getOrDefault(system, Double.POSITIVE_INFINITY);
  }

  private Map<String, Double> costs(String metric, Direction direction) {
    return costs.computeIfAbsent(
        List.of(metric, direction),
        key -> {
          Costs each = new Costs(metric, direction, trials);
          Map<String, Double> medians = new LinkedHashMap<>();
          bySystem.forEach(
              (system, own) -> {
                double median = each.median(measured(own, metric));
                medians.put(system, Double.isNaN(median) ? Double.POSITIVE_INFINITY : median);
              });
          return medians;
        });
  }

  /** The smallest cost of a metric; empty when no system has a finite one. */
  public OptionalDouble best(String metric, Direction direction) {
    return costs(metric, direction).values().stream()
        .mapToDouble(Double::doubleValue)
        .filter(Double::isFinite)
        .min();
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
    String name = ArtefactJson.kind(kind);
    return trials.stream().filter(t -> !t.floor() && t.figures().contains(name)).toList();
  }
}
