package io.ergodic.jobs.suite;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.settings.PlainName;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.data.DatasetSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A suite, read and checked.
 *
 * @param name of the suite; an output folder belongs to one
 * @param title for the report
 * @param description for the report, plain text
 * @param datasets all datasets it defines, by name
 * @param systems all systems it defines, by name
 * @param experiments in the order of the file
 * @param tracking where trials are tracked, if anywhere; no part of what the suite says
 * @param resolved the whole configuration but {@code tracking} as canonical JSON
 */
public record Suite(
    String name,
    String title,
    String description,
    Map<String, DatasetSpec> datasets,
    Map<String, SystemSpec> systems,
    List<Experiment> experiments,
    Optional<TrackingSpec> tracking,
    String resolved) {

  /** Reads a suite; every name in it is checked against what is registered or defined. */
  public static Suite read(Settings settings) {
    String name = settings.string("name");
    PlainName.require(name, settings.path("name"));
    String title = settings.string("title", name);
    String description = settings.string("description", "");
    settings.child("data");
    Map<String, DatasetSpec> datasets = datasets(settings);
    Map<String, SystemSpec> systems = new Systems(settings.child("systems")).all();
    List<Experiment> experiments = new ArrayList<>();
    settings
        .child("experiments")
        .children()
        .forEach((key, value) -> experiments.add(Experiment.read(key, value, datasets, systems)));
    Optional<TrackingSpec> tracking = TrackingSpec.read(settings.child("tracking"), name);
    settings.rejectUnknown();
    if (experiments.isEmpty()) {
      throw new InvalidInputException("experiments: the suite defines none");
    }
    String resolved = settings.without("tracking").json();
    return new Suite(name, title, description, datasets, systems, experiments, tracking, resolved);
  }

  /**
   * Only the datasets, for generating them, those of collections one by one; everything else in the
   * file is left alone.
   */
  public static Map<String, DatasetSpec> datasets(Settings settings) {
    Map<String, DatasetSpec> datasets = new LinkedHashMap<>();
    settings
        .child("datasets")
        .children()
        .forEach(
            (key, value) -> {
              for (DatasetSpec spec : DatasetSpec.readAll(key, value)) {
                if (datasets.put(spec.name(), spec) != null) {
                  throw new InvalidInputException(
                      spec.path() + ": a second dataset of the name " + spec.name());
                }
              }
            });
    return datasets;
  }

  /** The datasets that some experiment uses. */
  public List<DatasetSpec> usedDatasets() {
    return datasets.values().stream()
        .filter(spec -> experiments.stream().anyMatch(e -> e.datasets().contains(spec.name())))
        .toList();
  }

  /**
   * The datasets that names of a suite stand for: a collection's name stands for all its members.
   *
   * @param path of the names, for messages
   */
  public static List<String> members(
      Map<String, DatasetSpec> datasets, List<String> names, String path) {
    List<String> members = new ArrayList<>();
    for (String name : names) {
      List<String> own =
          datasets.values().stream()
              .filter(spec -> spec.path().equals("datasets." + name))
              .map(DatasetSpec::name)
              .toList();
      if (own.isEmpty()) {
        own = List.of(defined(datasets, name, path, "dataset").name());
      }
      members.addAll(own);
    }
    return members;
  }

  /** The entry of a name, or a message with the nearest defined one. */
  static <T> T defined(Map<String, T> known, String name, String path, String kind) {
    T entry = known.get(name);
    if (entry == null) {
      throw new InvalidInputException(
          path
              + ": no "
              + kind
              + " '"
              + name
              + "' here; "
              + NearestName.hint(name, known.keySet()));
    }
    return entry;
  }
}
