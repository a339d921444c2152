package io.ergodic.models.deeplearning4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.content.Contents;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.plan.LearnerContract;
import io.ergodic.models.plan.SmallData;
import io.ergodic.models.training.Trainable;
import java.nio.charset.StandardCharsets;
import org.deeplearning4j.nn.conf.GradientNormalization;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.dataset.DataSet;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class BroughtNetworkTest {
  private static final String SGD =
      "\noptimiser { name = sgd, learningRate = 0.1, momentum = 0, schedule { name = constant } }";

  private static OutputLayer.Builder classes(int count) {
    return new OutputLayer.Builder(LossFunction.MCXENT).nOut(count).activation(Activation.SOFTMAX);
  }

  /** A classifier of 1 x 8 x 8 pictures with running statistics. */
  private static MultiLayerConfiguration pictures(NeuralNetConfiguration.Builder common) {
    return common
        .updater(new Sgd(0.1))
        .list()
        .layer(new ConvolutionLayer.Builder(3, 3).nOut(4).activation(Activation.IDENTITY).build())
        .layer(new BatchNormalization.Builder().build())
        .layer(new DenseLayer.Builder().nOut(8).activation(Activation.RELU).build())
        .layer(classes(3).build())
        .setInputType(InputType.convolutional(8, 8, 1))
        .build();
  }

  private static MultiLayerConfiguration pictures() {
    return pictures(new NeuralNetConfiguration.Builder());
  }

  private static String file(String json) {
    return "file = \"" + Contents.put(json.getBytes(StandardCharsets.UTF_8)) + "\"\n";
  }

  private static Trainable.Stepped bars(String json, String more) {
    return LearnerContract.create(
        "dl4j-network", SmallData.bars(60, 1), file(json) + "batch = 16\n" + more);
  }

  /** Running statistics among them, which no optimiser may touch. */
  @Test
  void stepsAreThoseOfDeeplearning4jItself() {
    Trainable.Stepped stepped = bars(pictures().toJson(), SGD);
    MultiLayerNetwork own = new MultiLayerNetwork(pictures());
    own.init();
    try (NetworkLearner learner = (NetworkLearner) stepped.learner()) {
      own.setParams(learner.network().params().dup());
      float[] before = LearnerContract.parameters(learner);
      for (int step = 0; step < 5; step++) {
        Batch batch = stepped.stage().batches().batch(step);
        DataSet same = learner.examples(batch);
        learner.step(batch, new StepContext(step, 0, step));
        own.fit(same);
      }
      float[] parameters = LearnerContract.parameters(learner);
      assertThat(parameters).isNotEqualTo(before);
      assertThat(parameters).containsExactly(own.params().dup().data().asFloat(), within(2e-5f));
      assertThat(own.getParam("1_mean").dup().data().asFloat()).doesNotContain(0f);
    } finally {
      own.close();
    }
  }

  @Test
  void networksOfLayersAndGraphsKeepTheContractOfLearners() {
    LearnerContract.resumesExactly(
        "dl4j-network",
        SmallData.bars(60, 1),
        file(pictures().toJson()) + "batch = 16, optimiser { name = adamw, weightDecay = 0.1 }");
    LearnerContract.resumesExactly(
        "dl4j-network", SmallData.sines(24, 6, 1), file(forecaster()) + "segment = 24, batch = 16");
  }

  /** A graph of two branches from a window of 24 rows of 2 variables to 6 rows. */
  private static String forecaster() {
    return new NeuralNetConfiguration.Builder()
        .graphBuilder()
        .addInputs("window")
        .addLayer(
            "wide", new DenseLayer.Builder().nOut(8).activation(Activation.TANH).build(), "window")
        .addLayer(
            "linear",
            new DenseLayer.Builder().nOut(4).activation(Activation.IDENTITY).build(),
            "window")
        .addVertex("both", new MergeVertex(), "wide", "linear")
        .addLayer(
            "rows",
            new OutputLayer.Builder(LossFunction.MSE)
                .nOut(12)
                .activation(Activation.IDENTITY)
                .build(),
            "both")
        .setOutputs("rows")
        .setInputTypes(InputType.recurrent(48, 1))
        .build()
        .toJson();
  }

  @Test
  void aGraphLearnsAndIsNoNetworkForDl4jSpark() {
    Trainable.Stepped stepped =
        LearnerContract.create(
            "dl4j-network",
            SmallData.sines(24, 6, 1),
            file(forecaster()) + "segment = 24, optimiser.learningRate = 0.01");
    try (NetworkLearner learner = (NetworkLearner) stepped.learner()) {
      Batch batch = stepped.stage().batches().batch(0);
      double before = learner.loss(batch);
      LearnerContract.steps(stepped, 0, 40);
      assertThat(learner.loss(stepped.stage().batches().batch(0))).isLessThan(0.5 * before);
      assertThatThrownBy(learner::network)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("a ComputationGraph is trained by engine ergodic");
    }
  }

  @Test
  void anotherSeedStartsElsewhere() {
    String settings = file(pictures().toJson());
    try (Learner one =
            LearnerContract.create("dl4j-network", SmallData.bars(60, 1), settings).learner();
        Learner two =
            LearnerContract.create("dl4j-network", SmallData.bars(60, 2), settings).learner()) {
      assertThat(LearnerContract.parameters(one)).isNotEqualTo(LearnerContract.parameters(two));
    }
  }

  @Test
  void whatWouldBeLeftOutWithoutAWordIsRefused() {
    assertThatThrownBy(
            () -> bars(pictures(new NeuralNetConfiguration.Builder().l2(1e-3)).toJson(), ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("asks for regularisation")
        .hasMessageContaining("use optimiser.weightDecay in its place");
    assertThatThrownBy(
            () ->
                bars(
                    pictures(
                            new NeuralNetConfiguration.Builder()
                                .gradientNormalization(GradientNormalization.ClipL2PerLayer))
                        .toJson(),
                    ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("use optimiser.clipNorm in its place");
    assertThatThrownBy(() -> bars("{\"confs\": 3}", ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("no MultiLayerConfiguration or ComputationGraphConfiguration");
    assertThatThrownBy(
            () ->
                LearnerContract.create(
                    "dl4j-network", SmallData.sines(24, 5, 1), file(forecaster()) + "segment = 24"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("wants [2, 10] back, but gets [2, 12]");
  }
}
