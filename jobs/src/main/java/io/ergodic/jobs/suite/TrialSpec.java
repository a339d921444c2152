package io.ergodic.jobs.suite;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.data.ContentHash;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * One cell of the grid: all that a task needs to run it.
 *
 * @param dataFolder of the dataset, on a file system every executor reaches
 * @param seed as listed in the suite
 * @param timeLimit in seconds
 */
public record TrialSpec(
    String experiment,
    String task,
    String taskSettings,
    String dataset,
    String dataFolder,
    String dataHash,
    SystemSpec system,
    long seed,
    ArrayList<String> metrics,
    TreeMap<String, Double> published,
    double timeLimit)
    implements Serializable {

  /** The floor of a dataset under an experiment. */
  static SystemSpec floorSystem() {
    return new SystemSpec(TrialRecord.FLOOR, TrialRecord.FLOOR, "{}", TrialRecord.FLOOR);
  }

  static TrialSpec of(
      Experiment experiment, String dataset, DatasetHandle data, SystemSpec system, long seed) {
    return new TrialSpec(
        experiment.name(),
        experiment.task(),
        experiment.taskSettings(),
        dataset,
        data.folder(),
        data.hash(),
        system,
        seed,
        new ArrayList<>(experiment.metrics()),
        new TreeMap<>(experiment.publishedFor(dataset, system.name())),
        experiment.timeLimit());
  }

  public boolean floor() {
    return TrialRecord.FLOOR.equals(system.name());
  }

  /**
   * Names the trial by all that determines its scores. Published values and the time limit are left
   * out: changing them changes no score. The code revision is left out too and recorded beside the
   * result instead, so that a nightly sweep does not start over with every commit.
   */
  public String hash() {
    return new ContentHash()
        .add("ergodic trial")
        .add(experiment)
        .add(task)
        .add(taskSettings)
        .add(dataset)
        .add(dataHash)
        .add(system.name())
        .add(system.family())
        .add(system.determining())
        .add(seed)
        .add(List.copyOf(metrics))
        .hex()
        .substring(0, 24);
  }

  /** The seed of all random draws of this trial. */
  public long trialSeed() {
    return Long.parseUnsignedLong(hash().substring(0, 16), 16);
  }

  /** Such as {@code reconstruction/lorenz/shallow-plrnn/1}. */
  public String label() {
    return experiment + "/" + dataset + "/" + system.name() + "/" + seed;
  }
}
