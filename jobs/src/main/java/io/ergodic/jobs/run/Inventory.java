package io.ergodic.jobs.run;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.storage.DamagedFileException;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.suite.TrialSpec;
import io.ergodic.jobs.trial.FigureStore;
import io.ergodic.jobs.trial.ModelStore;
import io.ergodic.jobs.trial.StoredRecords;
import io.ergodic.jobs.trial.TrialStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an output folder has of a suite, and what is missing. */
final class Inventory {
  private final TrialStore store;
  private final StoredRecords records;
  private final ModelStore models;
  private final FigureStore figures;
  private final List<TrialSpec> train = new ArrayList<>();
  private final List<TrialSpec> evaluate = new ArrayList<>();
  private final List<TrialRecord> failed = new ArrayList<>();
  private final List<TrialRecord> errors = new ArrayList<>();
  private final Set<String> changed = new TreeSet<>();
  private final List<String> damage = new ArrayList<>();
  private Set<String> drawn;
  private int trained;

  /**
   * @param records of the store
   */
  Inventory(TrialStore store, StoredRecords records, ModelStore models, FigureStore figures) {
    this.store = store;
    this.records = records;
    this.models = models;
    this.figures = figures;
  }

  /**
   * Goes through all trials of a suite; drops nothing but the trainings that the options say are to
   * be forgotten.
   */
  void take(List<TrialSpec> trials, RunOptions options) throws IOException {
    Set<String> present = new TreeSet<>(records.finished());
    forget(trials, options, present);
    for (TrialSpec spec : asked(trials)) {
      take(spec, present.contains(spec.hash()) ? record(spec, options) : Optional.empty(), options);
    }
  }

  /** The record of a finished trial, unless it cannot be read and the trial is to be run again. */
  private Optional<TrialRecord> record(TrialSpec spec, RunOptions options) throws IOException {
    try {
      return Optional.of(records.get(spec.hash()));
    } catch (DamagedFileException broken) {
      damage.add(options.dryRun() ? broken.getMessage() : records.setAside(spec.hash(), broken));
      return Optional.empty();
    }
  }

  /** Whether weights are there; those of a training that no single task can repeat are read. */
  private boolean hasWeights(TrialSpec spec, RunOptions options) throws IOException {
    if (!models.contains(spec.hash())) {
      return false;
    }
    if (spec.system().averaging().isEmpty()) {
      return true;
    }
    try {
      models.read(spec.hash());
      return true;
    } catch (DamagedFileException broken) {
      damage.add(options.dryRun() ? broken.getMessage() : models.setAside(spec.hash(), broken));
      return false;
    }
  }

  /** Every training once, asked for all metrics that some trial asks of it. */
  private static List<TrialSpec> asked(List<TrialSpec> trials) {
    Map<String, TrialSpec> first = new LinkedHashMap<>();
    Map<String, Set<String>> metrics = new LinkedHashMap<>();
    for (TrialSpec trial : trials) {
      first.putIfAbsent(trial.hash(), trial);
      metrics.computeIfAbsent(trial.hash(), h -> new LinkedHashSet<>()).addAll(trial.metrics());
    }
    return first.entrySet().stream()
        .map(entry -> entry.getValue().asking(List.copyOf(metrics.get(entry.getKey()))))
        .toList();
  }

  private void take(TrialSpec spec, Optional<TrialRecord> record, RunOptions options)
      throws IOException {
    boolean other = record.isPresent() && !record.get().digest().equals(spec.resolved().digest());
    boolean failure =
        record.isPresent() && record.get().failed() && record.get().scores().isEmpty();
    if (other && !spec.floor()) {
      changed.add(spec.hash());
    }
    boolean again = (other && options.rerunChanged()) || (failure && options.retryFailed());
    record.filter(TrialRecord::unfinished).ifPresent(errors::add);
    if (record.isEmpty() || again) {
      (spec.floor() ? evaluate : train).add(spec);
      return;
    }
    if (record.get().error()) {
      (spec.floor() || scorable(spec, other, options) ? evaluate : train).add(spec);
      return;
    }
    if (!options.retryFailed() && lacks(record.get(), spec.metrics())) {
      failed.add(record.get());
    }
    if (failure) {
      return;
    }
    trained += spec.floor() ? 0 : 1;
    List<String> missing = missing(spec, record.get(), options.retryFailed());
    boolean drawn = record.get().figures().isEmpty() || drawn(spec.hash());
    if (missing.isEmpty() && drawn) {
      return;
    }
    if (spec.floor() || hasWeights(spec, options)) {
      evaluate.add(spec.asking(missing));
    } else {
      // Its weights cannot be kept, or have been dropped.
      trained--;
      train.add(spec);
    }
  }

  private boolean drawn(String hash) throws IOException {
    if (drawn == null) {
      drawn = figures.all();
    }
    return drawn.contains(hash);
  }

  /** Whether weights of this build are there; a training by averaging has its checkpoints. */
  private boolean scorable(TrialSpec spec, boolean other, RunOptions options) throws IOException {
    return !other && spec.system().averaging().isEmpty() && hasWeights(spec, options);
  }

  /** Whether a trial has failed, or in one of these metrics. */
  private static boolean lacks(TrialRecord record, List<String> metrics) {
    return record.failed()
        || metrics.stream().anyMatch(m -> record.score(m).map(Score::failed).orElse(false));
  }

  /**
   * Metrics that were never asked for, are defined otherwise now, met an error of the machine, or
   * are to be tried again.
   */
  private static List<String> missing(TrialSpec spec, TrialRecord record, boolean retryFailed) {
    List<String> missing = new ArrayList<>();
    for (String name : spec.metrics()) {
      int revision = Metric.registry().get(name, "metrics").revision();
      Optional<Score> score = record.score(name);
      boolean known = record.metrics().contains(name);
      boolean outdated = score.isPresent() && score.get().revision() != revision;
      boolean retried = retryFailed && score.isPresent() && score.get().failed();
      boolean error = score.map(Score::error).orElse(false);
      if (!known || outdated || error || retried) {
        missing.add(name);
      }
    }
    return missing;
  }

  private void forget(List<TrialSpec> trials, RunOptions options, Set<String> present)
      throws IOException {
    Set<String> systems = options.forget();
    Set<String> known = new TreeSet<>();
    trials.forEach(trial -> known.add(trial.system().name()));
    for (String system : systems) {
      if (!known.contains(system)) {
        throw new InvalidInputException(
            "--forget " + system + ": no system of the suite; " + NearestName.hint(system, known));
      }
    }
    for (TrialSpec trial : trials) {
      if (systems.contains(trial.system().name())
          && present.remove(trial.hash())
          && !options.dryRun()) {
        store.remove(trial.hash());
        models.remove(trial.hash());
      }
    }
  }

  /** Trainings that are done. */
  int trained() {
    return trained;
  }

  List<TrialSpec> toTrain() {
    return train;
  }

  /** Trainings and floors to be scored without training. */
  List<TrialSpec> toEvaluate() {
    return evaluate;
  }

  /** Trainings that failed before, or some metric of which did, and which are left alone. */
  List<TrialRecord> failed() {
    return failed;
  }

  /** What was found damaged and is made again, a sentence each. */
  List<String> damage() {
    return damage;
  }

  /** Trainings that met an error of the machine before, and are taken up now. */
  List<TrialRecord> errors() {
    return errors;
  }

  /** Trainings by another build. */
  int changed() {
    return changed.size();
  }
}
