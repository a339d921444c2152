package io.ergodic.jobs.crew;

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

/** The tasks of a crew's job, a member each. They give nothing; what members find out they tell. */
final class StandingTasks extends RDD<Object> {
  private static final long serialVersionUID = 1L;
  private static final ClassTag<Object> ANY = ClassTag$.MODULE$.apply(Object.class);

  private final String desk;
  private final int members;

  private record Place(int index) implements Partition {
    private static final long serialVersionUID = 1L;
  }

  StandingTasks(JavaSparkContext spark, String desk, int members) {
    super(spark.sc(), JavaConverters.asScalaBuffer(new ArrayList<Dependency<?>>()), ANY);
    this.desk = desk;
    this.members = members;
  }

  JavaRDD<Object> toJava() {
    return JavaRDD.fromRDD(this, ANY);
  }

  @Override
  public Partition[] getPartitions() {
    Partition[] places = new Partition[members];
    for (int k = 0; k < members; k++) {
      places[k] = new Place(k);
    }
    return places;
  }

  @Override
  public Iterator<Object> compute(Partition place, TaskContext task) {
    new Member(desk, task).work();
    return JavaConverters.asScalaIterator(List.<Object>of().iterator());
  }
}
