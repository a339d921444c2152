package io.ergodic.jobs.train.round;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.Dependency;
import org.apache.spark.Partition;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import scala.collection.Iterator;
import scala.collection.JavaConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction2;

/**
 * The tasks of a round, each the shares of one worker or of several one after the other. An RDD of
 * its own and not {@code parallelize(..).map(..)}, because of what these cost a round: Spark parses
 * the byte code of every lambda it is given, twice, which takes longer than the job of a small
 * model.
 */
final class RoundTasks extends RDD<Outcome> {
  private static final long serialVersionUID = 1L;
  private static final ClassTag<Outcome> OUTCOME = ClassTag$.MODULE$.apply(Outcome.class);
  private static final ClassTag<Outcome[]> OUTCOMES = ClassTag$.MODULE$.apply(Outcome[].class);

  private final LocalSteps steps;
  // Every task is sent its own shares alone, by its partition.
  private final transient List<Task> tasks;

  /** The shares of one Spark task and the executor that had them last, or null. */
  private record Task(int index, List<Share> shares, String place) implements Partition {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param shares in the order of the workers
   * @param slots tasks that may run at once; shares are put together so that there is never a wave
   *     of tasks more than needed
   * @param places executor that ran each worker last, as Spark writes task locations; null for none
   */
  RoundTasks(
      JavaSparkContext spark, LocalSteps steps, List<Share> shares, int slots, String[] places) {
    super(spark.sc(), JavaConverters.asScalaBuffer(new ArrayList<Dependency<?>>()), OUTCOME);
    this.steps = steps;
    this.tasks = new ArrayList<>();
    int count = count(shares.size(), slots);
    for (int k = 0; k < count; k++) {
      int from = shares.size() * k / count;
      int to = shares.size() * (k + 1) / count;
      List<Share> own = new ArrayList<>(shares.subList(from, to));
      tasks.add(new Task(k, own, places[own.get(0).worker()]));
    }
  }

  /** As few tasks as take no longer than one a share. */
  static int count(int shares, int slots) {
    int waves = (shares + slots - 1) / slots;
    return (shares + waves - 1) / waves;
  }

  /** Runs the job and gives the outcomes in the order of the workers, whatever ends first. */
  List<Outcome> outcomes() {
    Object byTask = context().runJob(this, new Drain(), OUTCOMES);
    List<Outcome> outcomes = new ArrayList<>();
    for (Outcome[] of : (Outcome[][]) byTask) {
      outcomes.addAll(List.of(of));
    }
    return outcomes;
  }

  JavaRDD<Outcome> toJava() {
    return JavaRDD.fromRDD(this, OUTCOME);
  }

  @Override
  public Partition[] getPartitions() {
    return tasks.toArray(Partition[]::new);
  }

  @Override
  public scala.collection.Seq<String> getPreferredLocations(Partition split) {
    String place = ((Task) split).place();
    return JavaConverters.asScalaBuffer(place == null ? List.of() : List.of(place));
  }

  @Override
  public Iterator<Outcome> compute(Partition split, TaskContext context) {
    List<Outcome> outcomes = new ArrayList<>();
    for (Share share : ((Task) split).shares()) {
      try {
        outcomes.add(steps.run(share));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return JavaConverters.asScalaIterator(outcomes.iterator());
  }

  /** Takes a task's outcomes as they are. A class with a name, which Spark need not look into. */
  private static final class Drain
      extends AbstractFunction2<TaskContext, Iterator<Outcome>, Outcome[]> implements Serializable {
    private static final long serialVersionUID = 1L;

    @Override
    public Outcome[] apply(TaskContext context, Iterator<Outcome> outcomes) {
      List<Outcome> all = new ArrayList<>();
      while (outcomes.hasNext()) {
        all.add(outcomes.next());
      }
      return all.toArray(Outcome[]::new);
    }
  }
}
