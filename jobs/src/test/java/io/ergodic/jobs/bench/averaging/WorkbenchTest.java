package io.ergodic.jobs.bench.averaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.jobs.train.TrainableSource;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
  @Test
  void theNetworksHaveTheirSizesAndBatches() throws IOException {
    try (SparkSession session = LocalSpark.start(1);
        Workbench bench =
            new Workbench(JavaSparkContext.fromSparkContext(session.sparkContext()))) {
      check(bench.perceptron(6, 3, "name = adam"), 6, 16, 738);
      check(bench.convolutional(4, 2, 3), 2, 4, 1_023_298);
      check(bench.transformer(2, 2, 3), 2, 2, 9_813_600);
    }
  }

  private static void check(TrainableSource source, int batches, int batch, int parameters)
      throws IOException {
    Trainable.Stepped stepped = source.create(new Configuration());
    try (Learner learner = stepped.learner()) {
      assertThat(learner.trainableCount()).isEqualTo(parameters);
      assertThat(stepped.stage().batches().batchesPerEpoch()).isEqualTo(batches);
      assertThat(stepped.stage().epochs()).isEqualTo(3);
      assertThat(stepped.stage().batches().batch(batches - 1).count()).isEqualTo(batch);
      assertThat(learner.step(stepped.stage().batches().batch(0), new StepContext(0, 0, 1)))
          .isFinite();
    }
  }
}
