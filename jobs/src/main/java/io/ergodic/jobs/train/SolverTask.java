package io.ergodic.jobs.train;

import io.ergodic.models.training.Accumulation;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Accumulates the statistics of some leaves of a pass over the training data.
 *
 * @param each leaves of a task, a power of two
 * @param seconds that are left
 */
record SolverTask(
    FamilySource source, SerializableConfiguration configuration, long each, double seconds)
    implements FlatMapFunction<Iterator<Integer>, SolverTask.Part>, Serializable {
  private static final long serialVersionUID = 1;

  /** A node of the tree of statistics, to be sent. */
  record Part(int level, double[] statistics) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  @Override
  public Iterator<Part> call(Iterator<Integer> tasks) throws IOException {
    Deadline deadline = Deadline.in(seconds);
    Trainable.Solved solved = source.solved(configuration.value());
    long leaves = Accumulation.leaves(solved.batches());
    List<Part> parts = new ArrayList<>();
    while (tasks.hasNext()) {
      long from = tasks.next() * each;
      long to = Math.min(leaves, from + each);
      Accumulation.of(solved, from, to, () -> deadline.check("fitting"))
          .nodes()
          .forEach(node -> parts.add(new Part(node.level(), node.statistics().statistics())));
    }
    return parts.iterator();
  }
}
