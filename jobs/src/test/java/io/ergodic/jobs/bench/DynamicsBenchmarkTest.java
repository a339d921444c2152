package io.ergodic.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.training.Trainable;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DynamicsBenchmarkTest {
  /** Two implementations of one equation that share no line. */
  @Test
  void whatIsComparedComputesTheSameLoss() {
    Trainable.Stepped stepped = DynamicsBenchmark.prepare("shallow-plrnn", "hidden = 50", 3);
    Batch batch = stepped.stage().batches().batch(0);
    try (Learner learner = stepped.learner();
        UnrolledShallow network =
            new UnrolledShallow(
                DynamicsBenchmark.parameters(learner), 3, 50, DynamicsBenchmark.ALPHA)) {
      double loss = learner.loss(batch);
      assertThat(network.step(batch)).isCloseTo(loss, within(1e-5 * loss));
      assertThat(network.step(batch)).isLessThan(loss);
    }
  }

  @Test
  void everyCaseIsMeasured() {
    List<Measurement> all = new ArrayList<>();
    new DynamicsBenchmark(1e-3, List.of(3), List.of(10)).run(all::add);
    new FitBenchmark(20, 1000).run(all::add);
    assertThat(all).allSatisfy(one -> assertThat(one.value()).isPositive().isFinite());
    assertThat(all)
        .extracting(one -> one.bench() + " " + one.measured())
        .doesNotHaveDuplicates()
        .contains(
            "share-of-sgemm shallow-plrnn M=3 H=10",
            "share-of-sgemm al-rnn M=10",
            "libtorch-over-fused M=3 H=50",
            "rows reservoir of 20 features");
  }
}
