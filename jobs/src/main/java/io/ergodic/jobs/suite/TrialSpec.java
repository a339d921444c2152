package io.ergodic.jobs.suite;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.data.ContentHash;
import io.ergodic.jobs.train.AveragingSettings;
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
    ResolvedSystem resolved,
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
      Experiment experiment,
      String dataset,
      DatasetHandle data,
      SystemSpec system,
      ResolvedSystem resolved,
      long seed) {
    return new TrialSpec(
        experiment.name(),
        experiment.task(),
        experiment.taskSettings(),
        dataset,
        data.folder(),
        data.hash(),
        system,
        resolved,
        seed,
        new ArrayList<>(experiment.metrics()),
        new TreeMap<>(experiment.publishedFor(dataset, system.name())),
        experiment.timeLimit());
  }

  public boolean floor() {
    return TrialRecord.FLOOR.equals(system.name());
  }

  /**
   * Names the training by all that determines it: data, task, family with its revision, the
   * settings in force, how it is spread, and the seed where that changes anything. What the
   * experiment and the system are called, which metrics are asked for and how a setting was spelled
   * is left out, and so is the code revision, which is recorded beside the result instead, so that
   * a nightly sweep does not start over with every commit.
   */
  public String hash() {
    ContentHash hash =
        new ContentHash()
            .add(floor() ? "ergodic floor" : "ergodic training")
            .add(task)
            .add(taskSettings)
            .add(dataHash)
            .add(system.family())
            .add(resolved.revision())
            .add(resolved.settings())
            .add(system.averaging().map(AveragingSettings::determining).orElse(""));
    if (!resolved.deterministic()) {
      hash.add(seed);
    }
    return hash.hex().substring(0, 24);
  }

  /**
   * The seed of all random draws of the training. It is the same for every system, so that the
   * listed seeds of an experiment are pairs: the same order of examples, the same noise.
   */
  public long trialSeed() {
    return RandomStreams.derive(resolved.deterministic() ? 0 : seed, dataHash, "training");
  }

  /** The seed of all random draws of the evaluation; the same for every system. */
  public long evaluationSeed() {
    return RandomStreams.derive(resolved.deterministic() ? 0 : seed, dataHash, "evaluation");
  }

  /** The same training asked for other metrics. */
  public TrialSpec asking(List<String> others) {
    return new TrialSpec(
        experiment,
        task,
        taskSettings,
        dataset,
        dataFolder,
        dataHash,
        system,
        resolved,
        seed,
        new ArrayList<>(others),
        published,
        timeLimit);
  }

  /** Such as {@code reconstruction/lorenz/shallow-plrnn/1}. */
  public String label() {
    return experiment + "/" + dataset + "/" + system.name() + "/" + seed;
  }
}
