package io.ergodic.models.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.plan.LearnerContract;
import io.ergodic.models.plan.SmallData;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.LocalTrainer;
import io.ergodic.models.training.Trainable;
import io.ergodic.models.training.Trained;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;

class NetworkLearnerTest {
  private static final String SMALL_CNN = "first = 4, second = 6, hidden = 10, batch = 16";

  @Test
  void gradientsAreThoseOfTheMeanLoss() {
    checkAlongGradient(
        LearnerContract.create("cnn-dl4j", SmallData.bars(60, 1), SMALL_CNN + ", dropout = 0"));
    checkAlongGradient(
        LearnerContract.create(
            "lstm-dl4j", SmallData.sines(12, 4, 1), "hidden = 6, layers = 2, batch = 16"));
  }

  /** The change of the loss along the gradient, per length, is the gradient's length. */
  private static void checkAlongGradient(Trainable.Stepped trainable) {
    try (NetworkLearner learner = (NetworkLearner) trainable.learner()) {
      Batch batch = trainable.stage().batches().batch(0);
      double loss = learner.gradient(batch, 1);
      assertThat(learner.loss(batch)).isCloseTo(loss, within(1e-5));
      float[] gradient = learner.gradients().clone();
      double squares = 0;
      for (float value : gradient) {
        squares += value * value;
      }
      double length = Math.sqrt(squares);
      float[] start = LearnerContract.parameters(learner);
      double step = 2e-3;
      double slope =
          (moved(learner, batch, start, gradient, step / length)
                  - moved(learner, batch, start, gradient, -step / length))
              / (2 * step);
      assertThat(slope).isCloseTo(length, within(0.01 * length));
    }
  }

  private static double moved(
      Learner learner, Batch batch, float[] start, float[] direction, double factor) {
    float[] there = start.clone();
    for (int i = 0; i < there.length; i++) {
      there[i] += (float) (factor * direction[i]);
    }
    learner.writeParameters(there);
    return learner.loss(batch);
  }

  @Test
  void agreesWithLibtorchOnTheSameParameters() {
    Trainable.Stepped here =
        LearnerContract.create("cnn-dl4j", SmallData.bars(60, 1), SMALL_CNN + ", dropout = 0");
    Trainable.Stepped there =
        LearnerContract.create("cnn", SmallData.bars(60, 1), SMALL_CNN + ", dropout = 0");
    try (NetworkLearner network = (NetworkLearner) here.learner();
        Learner torch = there.learner()) {
      assertThat(network.parameterCount()).isEqualTo(torch.parameterCount());
      float[] same = new float[torch.parameterCount()];
      int offset = 0;
      for (String name : new String[] {"0_W", "2_W", "4_W", "5_W", "0_b", "2_b", "4_b", "5_b"}) {
        INDArray value = network.network().getParam(name);
        // Weights come before biases there. Dense ones stand as (inputs, outputs) in one engine,
        // transposed in the other.
        boolean dense = name.equals("4_W") || name.equals("5_W");
        float[] values = (dense ? value.transpose() : value).dup('c').data().asFloat();
        System.arraycopy(values, 0, same, offset, values.length);
        offset += values.length;
      }
      torch.writeParameters(same);
      Batch batch = here.stage().batches().batch(0);
      assertThat(network.loss(batch)).isCloseTo(torch.loss(batch), within(1e-5));
      float[] one = new float[batch.count() * 3];
      float[] two = new float[batch.count() * 3];
      ((Classifier) network.trained()).classify(batch.floats(Batch.INPUT), batch.count(), one);
      ((Classifier) torch.trained()).classify(batch.floats(Batch.INPUT), batch.count(), two);
      assertThat(one).containsExactly(two, within(1e-5f));
    }
  }

  @Test
  void segmentsKeepTheOrderOfTheRows() {
    // Two rows a step over five rows of two variables: the oldest row is left out.
    float[] window = {9, 9, 1, 10, 2, 20, 3, 30, 4, 40};
    Batch batch =
        Batch.of(1).put(Batch.INPUT, window, 5, 2).put(Batch.TARGET, new float[] {5, 50}, 1, 2);
    try (INDArray inputs = new WindowExamples(5, 1, 2, 2).inputs(batch);
        INDArray outputs = new WindowExamples(5, 1, 2, 2).outputs(batch)) {
      assertThat(inputs.shape()).containsExactly(1, 4, 2);
      assertThat(inputs.dup('c').data().asFloat()).containsExactly(-3, -1, -30, -10, -2, 0, -20, 0);
      assertThat(outputs.dup('c').data().asFloat()).containsExactly(1, 10);
    }
  }

  @Test
  void lstmLearnsSinesAndForecastsLevels() {
    try (Trained trained =
        new LocalTrainer(1, Deadline.none())
            .train(
                LearnerContract.create(
                    "lstm-dl4j",
                    SmallData.sines(12, 4, 1),
                    "hidden = 16, epochs = 8, batch = 32, optimiser.learningRate = 0.02"))) {
      // Repeating the last row scores about 0.2.
      assertThat(trained.curve().get(7).validation()).isLessThan(0.1);
      float[] context = new float[12 * 2];
      float[] shifted = new float[12 * 2];
      for (int t = 0; t < 12; t++) {
        context[2 * t] = (float) Math.sin(0.3 * t);
        context[2 * t + 1] = (float) Math.cos(0.2 * t);
        shifted[2 * t] = context[2 * t] + 5;
        shifted[2 * t + 1] = context[2 * t + 1] + 5;
      }
      float[] forecast = new float[4 * 2];
      float[] above = new float[4 * 2];
      Forecaster model = (Forecaster) trained.model();
      model.forecast(context, 1, forecast);
      model.forecast(shifted, 1, above);
      for (int k = 0; k < 8; k++) {
        assertThat(above[k]).isCloseTo(forecast[k] + 5, within(1e-4f));
      }
      assertThat(forecast[0]).isCloseTo((float) Math.sin(0.3 * 12), within(0.3f));
    }
  }
}
