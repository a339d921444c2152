package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.ArtefactJson;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.statistics.ComparisonPlan;
import io.ergodic.evaluation.statistics.Costs;
import io.ergodic.evaluation.statistics.Leaderboard;
import io.ergodic.evaluation.statistics.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the sections draw on: the trials in groups, colours, the catalogue, and the figures. */
public final class Report {
  /** Trials whose figures stay in memory: a dataset's are asked for in turns. */
  private static final int KEPT = 32;

  private final ReportInput input;
  private final List<ExperimentGroup> experiments;
  private final Palette palette;
  private final MetricCatalogue catalogue;
  private final Figures figures;
  private final Map<String, Leaderboard> leaderboards = new HashMap<>();
  private final Map<String, List<Artefact>> artefacts = new RecentlyUsed<>(KEPT);

  /** For readers of its groups alone: a figure with files beside it cannot be written. */
  public Report(ReportInput input) {
    this(
        input,
        Palette.of(input.trials()),
        new Figures(
            (name, content) -> {
              throw new UnsupportedOperationException("no place for " + name);
            },
            ""));
  }

  private Report(ReportInput input, Palette palette, Figures figures) {
    this.input = input;
    this.experiments = ExperimentGroup.of(input.trials());
    this.palette = palette;
    this.catalogue = new MetricCatalogue(input.metrics());
    this.figures = figures;
  }

  /** What the page of an experiment shows, in the colours of this report. */
  Report of(ExperimentGroup experiment, ReportFiles files, String folder) {
    return new Report(input.with(experiment.trials()), palette, new Figures(files, folder));
  }

  public ReportInput input() {
    return input;
  }

  public List<ExperimentGroup> experiments() {
    return experiments;
  }

  /** The experiments that have a metric to rank their systems by. */
  List<ExperimentGroup> ranked() {
    return experiments.stream().filter(e -> !e.metrics().isEmpty()).toList();
  }

  public Palette palette() {
    return palette;
  }

  public MetricCatalogue catalogue() {
    return catalogue;
  }

  Figures figures() {
    return figures;
  }

  /** The figures of one kind of a trial. */
  public <A extends Artefact> List<A> artefacts(TrialRecord trial, Class<A> kind) {
    if (!trial.figures().contains(ArtefactJson.kind(kind))) {
      return List.of();
    }
    return artefacts.computeIfAbsent(trial.trial(), hash -> input.artefacts().of(trial)).stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }

  /** All datasets of all experiments. */
  public List<DatasetGroup> datasets() {
    return experiments.stream().flatMap(e -> e.datasets().stream()).toList();
  }

  /** Those with a figure of this kind. */
  List<DatasetGroup> with(Class<? extends Artefact> kind) {
    return datasets().stream().filter(group -> !group.with(kind).isEmpty()).toList();
  }

  /** The systems of an experiment ranked by a metric. */
  public Leaderboard leaderboard(ExperimentGroup experiment, String metric) {
    return leaderboards.computeIfAbsent(
        experiment.name() + "\n" + metric,
        key ->
            Leaderboard.of(
                metric,
                catalogue.direction(metric),
                experiment.trials(),
                plan(experiment).control()));
  }

  /** The systems of a group of the experiment's plan, ranked among themselves. */
  Leaderboard leaderboard(ExperimentGroup experiment, String metric, List<String> group) {
    Set<String> members = Set.copyOf(group);
    List<TrialRecord> trials =
        experiment.trials().stream()
            .filter(t -> t.floor() || members.contains(t.system()))
            .toList();
    return Leaderboard.of(metric, catalogue.direction(metric), trials);
  }

  /** How the systems of an experiment are compared. */
  ComparisonPlan plan(ExperimentGroup experiment) {
    return input.comparisons().getOrDefault(experiment.name(), ComparisonPlan.ALL);
  }

  /** The systems of a dataset, best first by its first metric; unknown ones last. */
  public List<String> ordered(DatasetGroup group) {
    List<String> systems = new ArrayList<>(group.systems());
    if (!group.metrics().isEmpty()) {
      String metric = group.metrics().get(0);
      Map<String, Double> costs = new HashMap<>();
      systems.forEach(s -> costs.put(s, group.cost(s, metric, catalogue.direction(metric))));
      systems.sort((a, b) -> Double.compare(costs.get(a), costs.get(b)));
    }
    return systems;
  }

  /** All trials of a dataset, those of the best system first. */
  List<TrialRecord> trials(DatasetGroup group) {
    return ordered(group).stream().flatMap(system -> group.of(system).stream()).toList();
  }

  /** The trials of a system on a dataset, the one of the median cost first. */
  public List<TrialRecord> bySeedFromMedian(DatasetGroup group, String system) {
    if (group.metrics().isEmpty()) {
      return group.of(system);
    }
    String metric = group.metrics().get(0);
    Costs costs = new Costs(metric, catalogue.direction(metric), group.trials());
    List<TrialRecord> sorted = new ArrayList<>(group.of(system));
    sorted.sort(Comparator.comparingDouble(costs::of));
    TrialRecord median = sorted.get((sorted.size() - 1) / 2);
    List<TrialRecord> trials = new ArrayList<>(group.of(system));
    trials.remove(median);
    trials.add(0, median);
    return trials;
  }

  /** How many systems an experiment compares. */
  int systems(ExperimentGroup experiment) {
    return (int)
        experiment.datasets().stream().flatMap(d -> d.systems().stream()).distinct().count();
  }

  /** Names of a leaderboard's systems, best first. */
  static List<String> names(Leaderboard leaderboard) {
    return leaderboard.standings().stream().map(Standing::system).toList();
  }

  /** Whether a dataset's heading needs its experiment to tell it from another. */
  String heading(DatasetGroup group) {
    long same = datasets().stream().filter(g -> g.dataset().equals(group.dataset())).count();
    return same > 1 ? group.dataset() + " · " + group.experiment() : group.dataset();
  }

  /** An experiment and its task, once when they have one name. */
  static String label(String experiment, String task) {
    return experiment.equals(task) ? task : experiment + " · " + task;
  }
}
