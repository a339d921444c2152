package io.ergodic.jobs.peer;

import io.ergodic.jobs.spark.SharedConfiguration;
import io.ergodic.jobs.train.TrainableSource;
import io.ergodic.models.deeplearning4j.NetworkLearner;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.nd4j.linalg.dataset.DataSet;

/** The batches of a training's first epoch as dl4j-spark wants them, one DataSet each. */
final class ExampleSets {
  private ExampleSets() {}

  /**
   * An RDD of the batches in the order of the steps, made on the executors.
   *
   * @param partitions in which they lie, as evenly as whole batches go
   */
  static JavaRDD<DataSet> of(
      JavaSparkContext spark, TrainableSource source, int batches, int partitions) {
    List<Integer> steps = IntStream.range(0, batches).boxed().toList();
    Broadcast<SerializableConfiguration> configuration = SharedConfiguration.of(spark);
    return spark
        .parallelize(steps, partitions)
        .mapPartitions(part -> examples(source.create(configuration.value().value()), part));
  }

  private static Iterator<DataSet> examples(Trainable.Stepped stepped, Iterator<Integer> steps)
      throws IOException {
    List<DataSet> sets = new ArrayList<>();
    try (NetworkLearner learner = (NetworkLearner) stepped.learner()) {
      steps.forEachRemaining(
          step -> sets.add(learner.examples(stepped.stage().batches().batch(step))));
    }
    return sets.iterator();
  }
}
