package io.ergodic.jobs.suite;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.evaluation.statistics.ComparisonPlan;
import io.ergodic.evaluation.statistics.Leaderboard;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.models.family.Family;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A grid of datasets x systems x seeds under one task.
 *
 * @param task name of the protocol
 * @param taskSettings the protocol's settings as canonical JSON
 * @param systems with this experiment's overrides applied, by dataset
 * @param published values to compare with, by dataset, system and metric
 * @param timeLimit of one trial, in seconds
 * @param comparison which systems are compared with which
 * @param floor whether the floor is measured too
 */
public record Experiment(
    String name,
    String task,
    String taskSettings,
    List<String> datasets,
    Map<String, List<SystemSpec>> systems,
    List<Long> seeds,
    List<String> metrics,
    Map<String, Map<String, Map<String, Double>>> published,
    double timeLimit,
    ComparisonPlan comparison,
    boolean floor) {

  static Experiment read(
      String name,
      Settings settings,
      Map<String, DatasetSpec> datasets,
      Map<String, SystemSpec> systems) {
    String task = settings.string("task");
    Protocol protocol = Protocol.registry().get(task, settings.path("task"));
    Settings taskSettings = settings.child(task);
    protocol.task(taskSettings);
    taskSettings.rejectUnknown();

    List<String> datasetNames =
        Suite.members(datasets, settings.strings("datasets"), settings.path("datasets"));
    List<String> systemNames = settings.strings("systems");
    refuseEmpty(settings, "datasets", datasetNames);
    refuseEmpty(settings, "systems", systemNames);
    Settings overrides = settings.child("overrides");
    Map<String, List<SystemSpec>> bySystem = new LinkedHashMap<>();
    for (String dataset : datasetNames) {
      Settings ofDataset = overrides.child(dataset);
      List<SystemSpec> specs = new ArrayList<>();
      for (String system : systemNames) {
        SystemSpec spec = Suite.defined(systems, system, settings.path("systems"), "system");
        requireCapability(Catalogue.family(spec.family(), spec.path()), protocol, settings);
        specs.add(spec.with(ofDataset.child(system)));
      }
      ofDataset.rejectUnknown();
      bySystem.put(dataset, List.copyOf(specs));
    }
    overrides.rejectUnknown();
    Experiment experiment =
        new Experiment(
            name,
            task,
            taskSettings.json(),
            datasetNames,
            bySystem,
            seeds(settings),
            metrics(settings, protocol),
            published(settings.child("published"), datasetNames, systemNames),
            settings.seconds("timeLimit", 24 * 3600),
            comparison(settings, systemNames),
            settings.flag("floor", true));
    settings.rejectUnknown();
    return experiment;
  }

  private static ComparisonPlan comparison(Settings settings, List<String> systems) {
    Optional<String> control =
        settings.has("control") ? Optional.of(settings.string("control")) : Optional.empty();
    control.ifPresent(name -> known(settings, "control", name, systems));
    Settings groups = settings.child("groups");
    Map<String, List<String>> members = new LinkedHashMap<>();
    for (String name : groups.keys()) {
      List<String> group = groups.strings(name);
      refuseEmpty(groups, name, group);
      group.forEach(system -> known(groups, name, system, systems));
      if (group.size() < 2 || group.size() > Leaderboard.MOST) {
        throw groups.error(
            name,
            "compares "
                + group.size()
                + " systems with one another; it takes 2 to "
                + Leaderboard.MOST
                + " (more are compared with a control: control = NAME)");
      }
      members.put(name, group);
    }
    return new ComparisonPlan(control, members);
  }

  private static void known(Settings settings, String key, String name, List<String> systems) {
    if (!systems.contains(name)) {
      throw settings.error(
          key,
          "'" + name + "' is no system of this experiment; " + NearestName.hint(name, systems));
    }
  }

  private static void refuseEmpty(Settings settings, String key, List<String> names) {
    if (names.isEmpty()) {
      throw settings.error(key, "names nothing to run");
    }
    if (names.stream().distinct().count() < names.size()) {
      throw settings.error(key, "names something twice: " + names);
    }
  }

  private static List<Long> seeds(Settings settings) {
    List<Long> seeds = settings.wholes("seeds", List.of(1L));
    if (seeds.stream().distinct().count() < seeds.size()) {
      throw settings.error("seeds", "names one twice: " + seeds);
    }
    if (seeds.isEmpty()) {
      throw settings.error("seeds", "names nothing to run");
    }
    return List.copyOf(seeds);
  }

  private static List<String> metrics(Settings settings, Protocol protocol) {
    List<String> names = settings.strings("metrics", protocol.defaultMetrics());
    if (names.isEmpty()) {
      throw settings.error(
          "metrics",
          "names none, and the first one ranks; without the key they are "
              + String.join(", ", protocol.defaultMetrics()));
    }
    if (names.stream().distinct().count() < names.size()) {
      throw settings.error("metrics", "names one twice: " + names);
    }
    for (String name : names) {
      Metric metric = Metric.registry().get(name, settings.path("metrics"));
      if (!metric.task().equals(protocol.name())) {
        List<String> fitting =
            Metric.registry().all().stream()
                .filter(other -> other.task().equals(protocol.name()))
                .map(Metric::name)
                .toList();
        throw settings.error(
            "metrics",
            "'"
                + name
                + "' belongs to "
                + metric.task()
                + ", not to "
                + protocol.name()
                + "; "
                + NearestName.hint(name, fitting));
      }
    }
    return List.copyOf(names);
  }

  private static void requireCapability(Family family, Protocol protocol, Settings settings) {
    boolean able = family.capabilities().stream().anyMatch(protocol::serves);
    if (!able) {
      throw new InvalidInputException(
          settings.path("systems")
              + ": "
              + family.name()
              + " cannot be used for "
              + protocol.name()
              + ": it is a "
              + names(family.capabilities())
              + ", but the task needs a "
              + names(protocol.capabilities()));
    }
  }

  private static String names(Collection<Class<? extends Capability>> capabilities) {
    return capabilities.stream()
        .map(Class::getSimpleName)
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  private static Map<String, Map<String, Map<String, Double>>> published(
      Settings settings, List<String> datasets, List<String> systems) {
    Map<String, Map<String, Map<String, Double>>> published = new LinkedHashMap<>();
    for (String dataset : datasets) {
      Settings ofDataset = settings.child(dataset);
      for (String system : systems) {
        Settings values = ofDataset.child(system);
        Map<String, Double> byMetric = new LinkedHashMap<>();
        for (String metric : values.keys()) {
          Metric.registry().get(metric, values.path());
          byMetric.put(metric, values.number(metric, -Double.MAX_VALUE, Double.MAX_VALUE));
        }
        published.computeIfAbsent(dataset, d -> new LinkedHashMap<>()).put(system, byMetric);
      }
      ofDataset.rejectUnknown();
    }
    settings.rejectUnknown();
    return published;
  }

  /** Published values for a cell of the grid, by metric. */
  public Map<String, Double> publishedFor(String dataset, String system) {
    return published.getOrDefault(dataset, Map.of()).getOrDefault(system, Map.of());
  }
}
