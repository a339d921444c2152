package io.ergodic.jobs.spark;

import io.ergodic.datasets.settings.InvalidInputException;
import java.util.Optional;
import org.apache.spark.SparkConf;
import org.apache.spark.resource.ExecutorResourceRequests;
import org.apache.spark.resource.ResourceProfile;
import org.apache.spark.resource.ResourceProfileBuilder;
import org.apache.spark.resource.TaskResourceRequests;

/**
 * Executors for training alone: with dynamic allocation, Spark starts executors with GPUs for the
 * rounds and others for everything else. Asked for by these settings of Spark:
 *
 * <pre>
 * spark.ergodic.training.gpus             GPUs of an executor; a task has one
 * spark.ergodic.training.discoveryScript  prints their addresses; not needed where the cluster knows
 * spark.ergodic.training.cores            cores of an executor, dealt out among its GPUs (1 a GPU)
 * spark.ergodic.training.memory           heap of an executor (spark.executor.memory)
 * </pre>
 */
public final class TrainingProfile {
  private static final String PREFIX = "spark.ergodic.training.";

  private TrainingProfile() {}

  /**
   * The profile of training stages; empty where nothing is asked for, and they run like all others.
   *
   * @throws InvalidInputException when it is asked for without dynamic allocation, or is no profile
   */
  public static Optional<ResourceProfile> of(SparkConf conf) {
    int gpus = whole(conf, "gpus", 0);
    if (gpus == 0) {
      return Optional.empty();
    }
    int cores = whole(conf, "cores", gpus);
    if (cores < gpus) {
      throw new InvalidInputException(
          PREFIX + "cores: must be at least " + PREFIX + "gpus, not " + cores + " for " + gpus);
    }
    if (!conf.getBoolean("spark.dynamicAllocation.enabled", false)) {
      throw new InvalidInputException(
          PREFIX
              + "gpus: needs spark.dynamicAllocation.enabled=true; without it, give all executors"
              + " their GPUs as conf/clusters/gpu.conf does");
    }
    ExecutorResourceRequests executor =
        new ExecutorResourceRequests()
            .cores(cores)
            .memory(conf.get(PREFIX + "memory", conf.get("spark.executor.memory", "1g")))
            .resource(
                TaskDevice.RESOURCE,
                gpus,
                conf.get(PREFIX + "discoveryScript", ""),
                conf.get("spark.executor.resource.gpu.vendor", ""));
    TaskResourceRequests task =
        new TaskResourceRequests().cpus(cores / gpus).resource(TaskDevice.RESOURCE, 1);
    return Optional.of(new ResourceProfileBuilder().require(executor).require(task).build());
  }

  private static int whole(SparkConf conf, String key, int fallback) {
    String text = conf.get(PREFIX + key, String.valueOf(fallback));
    if (!text.matches("\\d{1,6}")) {
      throw new InvalidInputException(PREFIX + key + ": must be a whole number, not " + text);
    }
    return Integer.parseInt(text);
  }
}
