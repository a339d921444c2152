package io.ergodic.jobs.train;

import io.ergodic.jobs.spark.SparkFailure;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.training.Accumulation;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.Trained;
import io.ergodic.models.training.TrainingFailedException;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Fits a solver by one pass that Spark tasks share: each accumulates the statistics of a part of
 * the examples, the driver merges them in their order and solves. The bits are those of one
 * machine, which sums in the same tree, whatever the number of tasks, executors and retries.
 */
public final class SolverJob {
  private SolverJob() {}

  /**
   * Fits.
   *
   * @param tasks at most
   * @param seconds it may take
   * @throws TrainingFailedException where the solver fails, or the time is over
   */
  public static Trained fit(JavaSparkContext spark, FamilySource source, int tasks, double seconds)
      throws IOException {
    Trainable.Solved solved = source.solved(spark.hadoopConfiguration());
    long leaves = Accumulation.leaves(solved.batches());
    long each = 1;
    while (each * tasks < leaves) {
      each *= 2;
    }
    int parts = (int) ((leaves + each - 1) / each);
    SerializableConfiguration configuration =
        new SerializableConfiguration(spark.hadoopConfiguration());
    Accumulation all = new Accumulation();
    for (SolverTask.Part part :
        collected(spark, parts, new SolverTask(source, configuration, each, seconds))) {
      Solver statistics = solved.solvers().get();
      statistics.restore(part.statistics());
      all.add(new Accumulation.Node(part.level(), statistics));
    }
    Solver total = all.total(solved.solvers());
    double[] solution = total.solve();
    return new Trained(
        solved.models().apply(solution),
        Weights.of(solution),
        total.parameterCount(),
        List.of(),
        () -> {});
  }

  /** The parts in the order of their tasks, whichever ends first. */
  private static List<SolverTask.Part> collected(
      JavaSparkContext spark, int parts, SolverTask task) {
    if (parts == 0) {
      return List.of();
    }
    try {
      List<Integer> numbers = IntStream.range(0, parts).boxed().toList();
      return spark.parallelize(numbers, parts).mapPartitions(task).collect();
    } catch (Exception failure) {
      // Scala does not declare what it throws.
      if (failure instanceof SparkException) {
        throw new TrainingFailedException(SparkFailure.message(failure));
      }
      throw failure;
    }
  }
}
