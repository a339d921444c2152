package io.ergodic.jobs.transport.standing;

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

/**
 * The RDD of the standing job: each partition is one {@link TaskRunner}. The partitions are empty,
 * because runners send their results by message.
 */
final class TaskRunnerRdd extends RDD<Object> {
  private static final long serialVersionUID = 1L;
  private static final ClassTag<Object> ANY = ClassTag$.MODULE$.apply(Object.class);

  private final String endpoint;
  private final int runners;

  private record RunnerPartition(int index) implements Partition {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param endpoint name of the driver's RPC endpoint
   */
  TaskRunnerRdd(JavaSparkContext spark, String endpoint, int runners) {
    super(spark.sc(), JavaConverters.asScalaBuffer(new ArrayList<Dependency<?>>()), ANY);
    this.endpoint = endpoint;
    this.runners = runners;
  }

  JavaRDD<Object> toJava() {
    return JavaRDD.fromRDD(this, ANY);
  }

  @Override
  public Partition[] getPartitions() {
    Partition[] partitions = new Partition[runners];
    for (int k = 0; k < runners; k++) {
      partitions[k] = new RunnerPartition(k);
    }
    return partitions;
  }

  @Override
  public Iterator<Object> compute(Partition partition, TaskContext context) {
    new TaskRunner(endpoint, context).runUntilStopped();
    return JavaConverters.asScalaIterator(List.<Object>of().iterator());
  }
}
