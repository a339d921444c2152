package io.ergodic.jobs.trial;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Hears from Spark which tasks of which numbered jobs have started. */
final class StartedTasks extends SparkListener {
  private static final String NUMBER = "ergodic.batches";

  private final Map<Integer, Integer> jobs = new ConcurrentHashMap<>();
  private final Queue<Start> started = new ConcurrentLinkedQueue<>();

  /** A task of a job, by their numbers. */
  record Start(int job, int task) {}

  /** Numbers the next job that this thread submits. */
  static void number(JavaSparkContext spark, int job) {
    spark.setLocalProperty(NUMBER, String.valueOf(job));
  }

  /** Numbers no further jobs of this thread. */
  static void end(JavaSparkContext spark) {
    spark.setLocalProperty(NUMBER, null);
  }

  @Override
  public void onJobStart(SparkListenerJobStart start) {
    String number = start.properties() == null ? null : start.properties().getProperty(NUMBER);
    for (int i = 0; number != null && i < start.stageInfos().size(); i++) {
      jobs.put(start.stageInfos().apply(i).stageId(), Integer.valueOf(number));
    }
  }

  @Override
  public void onTaskStart(SparkListenerTaskStart start) {
    Integer job = jobs.get(start.stageId());
    if (job != null) {
      started.add(new Start(job, start.taskInfo().index()));
    }
  }

  /** The next start that was not asked for before; null when there is none. */
  Start next() {
    return started.poll();
  }
}
