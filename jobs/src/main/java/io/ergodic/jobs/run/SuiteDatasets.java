package io.ergodic.jobs.run;

import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.jobs.data.DatasetJob;
import io.ergodic.jobs.data.DatasetJobs;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.data.GeneratedDataset;
import io.ergodic.jobs.file.WholeFolder;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.DatasetHandle;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The datasets of a suite: found where they have been made before, else made by Spark jobs. */
final class SuiteDatasets {
  private final LateSession session;
  private final Path data;
  private final PrintStream out;
  private final RunListener listener;

  /**
   * @param data folder of all datasets
   * @param out where each is shown
   * @param listener told of each
   */
  SuiteDatasets(LateSession session, Path data, PrintStream out, RunListener listener) {
    this.session = session;
    this.data = data;
    this.out = out;
    this.listener = listener;
  }

  /** All of them, by name. */
  Map<String, DatasetHandle> ensure(List<DatasetSpec> specs) throws IOException {
    // Also where nothing is to be made: a kill may have come after the last one was there.
    WholeFolder.sweep(data.getFileSystem(session.configuration()), data);
    List<GeneratedDataset> made = new ArrayList<>();
    Set<String> found = new HashSet<>();
    for (DatasetSpec spec : specs) {
      find(spec, spec.plan(), data, session.configuration()).ifPresent(made::add);
    }
    made.forEach(dataset -> found.add(dataset.spec().name()));
    if (made.size() == specs.size()) {
      made.forEach(dataset -> show(dataset, false));
    } else {
      made =
          new DatasetJobs(session.spark(), data, out::println)
              .ensure(specs, dataset -> show(dataset, !found.contains(dataset.spec().name())));
    }
    Map<String, DatasetHandle> handles = new LinkedHashMap<>();
    for (GeneratedDataset dataset : made) {
      if (dataset.problem().isPresent()) {
        throw new InvalidInputException(dataset.problem().get());
      }
      handles.put(dataset.spec().name(), DatasetHandle.of(dataset.folder(), dataset.manifest()));
    }
    return handles;
  }

  /**
   * The dataset of a plan, if it is there and whole.
   *
   * @param data folder of all datasets
   */
  static Optional<GeneratedDataset> find(
      DatasetSpec spec, DatasetPlan plan, Path data, Configuration configuration)
      throws IOException {
    long start = System.nanoTime();
    Path folder = new Path(data, Manifest.folder(spec.name(), spec.hash(plan)));
    if (!folder.getFileSystem(configuration).exists(folder)
        || DatasetJob.damage(folder, configuration).isPresent()) {
      return Optional.empty();
    }
    Manifest manifest = new DatasetReader(configuration).manifest(folder);
    double seconds = (System.nanoTime() - start) * 1e-9;
    return Optional.of(new GeneratedDataset(spec, folder, manifest, seconds, Optional.empty()));
  }

  private void show(GeneratedDataset dataset, boolean made) {
    if (dataset.problem().isPresent()) {
      return;
    }
    listener.dataset(dataset, made);
    int failed = dataset.manifest().failures().size();
    out.printf(
        Locale.ROOT,
        "dataset %s: %s (%.1f s)%s%n",
        dataset.spec().name(),
        dataset.folder(),
        dataset.seconds(),
        failed == 0 ? "" : "; " + failed + " series failed, see its manifest");
    dataset.manifest().notes().forEach(note -> out.println("  " + note));
  }
}
