package io.ergodic.models.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.optimiser.OptimiserSettings;
import io.ergodic.models.training.Trainable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Products by transforms against products with the matrix itself, adjoints against differences. */
class StructuredNetworkTest {
  private static double[] random(int count, String purpose) {
    return RandomStreams.stream(4, purpose).doubles(count, -1, 1).toArray();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 15})
  void theProductIsThatOfTheHankelMatrix(int size) {
    HankelOperator operator = new HankelOperator(size);
    double[] h = random(2 * size - 1, "h");
    double[] x = random(size, "x");
    double[] diagonal = new double[operator.count()];
    double[] transformed = new double[operator.count()];
    double[] found = new double[size];
    operator.diagonal(h, diagonal, 0);
    operator.transform(x, 0, transformed, 0);
    operator.addProduct(diagonal, 0, transformed, 0, found, 0);
    for (int i = 0; i < size; i++) {
      double expected = 0;
      for (int j = 0; j < size; j++) {
        expected += h[i + j] * x[j];
      }
      assertThat(found[i]).isCloseTo(expected, within(1e-12));
    }
  }

  /** One layer without a bend is the first rows of one matrix, and biases. */
  @Test
  void oneLayerIsAHankelMatrix() {
    StructuredShape shape = new StructuredShape(6, 3, 1, 2, UnitFunction.IDENTITY);
    assertThat(shape.parameterCount()).isEqualTo(2 * 6 + 2);
    double[] h = random(11, "h");
    double[] x = random(6, "x");
    double[] diagonal = new double[12];
    new HankelOperator(6).diagonal(h, diagonal, 0);
    float[] weights = new float[14];
    for (int i = 0; i < 12; i++) {
      weights[i] = (float) diagonal[i];
    }
    weights[13] = 0.5f;
    StructuredNetwork network = new StructuredNetwork(shape, 1);
    network.load(weights);
    double[] found = new double[2];
    network.forward(0, x, 0, found, 0);
    for (int i = 0; i < 2; i++) {
      double expected = 0.5 * i;
      for (int j = 0; j < 6; j++) {
        expected += h[i + j] * x[j];
      }
      assertThat(found[i]).isCloseTo(expected, within(1e-6));
    }
  }

  /** 2 n weights a matrix in place of n^2: for n = 64 and p = 4, 1,410 in place of 33,026. */
  @Test
  void weightsGrowWithTheSizeAlone() {
    StructuredShape shape = new StructuredShape(64, 4, 2, 2, UnitFunction.TANH);
    assertThat(shape.parameterCount()).isEqualTo(2 * 4 * 2 * 64 + 4 * 64 + 2);
    StructuredShape twice = new StructuredShape(128, 4, 2, 2, UnitFunction.TANH);
    assertThat(twice.parameterCount()).isEqualTo(2 * (shape.parameterCount() - 2) + 2);
    // n log n: twice the size is a little more than twice the work.
    assertThat(twice.multiplyAdds() / shape.multiplyAdds()).isBetween(2.0, 2.5);
  }

  @ParameterizedTest
  @CsvSource({"1, TANH, 1", "2, TANH, 1", "3, TANH, 4", "2, LEAKY_RELU, 3", "2, IDENTITY, 2"})
  void gradientsAreDifferences(int layers, UnitFunction unit, int steps) {
    StructuredMap map =
        new StructuredMap(2, 3, layers != 1, new StructuredShape(6, 2, layers, 2, unit));
    OptimiserSettings rule =
        OptimiserSettings.read(
            Settings.empty("rule"), "name = sgd, momentum = 0, learningRate = 1", 1, 1);
    StructuredLearner learner = new StructuredLearner(map, steps, rule, 7);
    float[] values = new float[3 * (3 + steps) * 2];
    double[] drawn = random(values.length, "sequences");
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) drawn[i];
    }
    Batch batch = Batch.of(3).put(Batch.INPUT, values, 3 + steps, 2);
    float[] before = new float[learner.parameterCount()];
    float[] after = new float[before.length];
    learner.readParameters(before);
    assertThat(learner.step(batch, new StepContext(0, 0, 1))).isPositive();
    learner.readParameters(after);
    for (int i = 0; i < before.length; i++) {
      double gradient = (double) before[i] - after[i];
      float[] moved = before.clone();
      moved[i] = before[i] + 0x1p-12f;
      learner.writeParameters(moved);
      double up = learner.loss(batch);
      double width = moved[i];
      moved[i] = before[i] - 0x1p-12f;
      width -= moved[i];
      learner.writeParameters(moved);
      double difference = (up - learner.loss(batch)) / width;
      assertThat(gradient)
          .as("gradient " + i)
          .isCloseTo(difference, within(2e-4 + 2e-3 * Math.abs(difference)));
    }
  }

  @Test
  void jacobiansAreDifferences() {
    StructuredMap map =
        new StructuredMap(2, 3, true, new StructuredShape(6, 2, 2, 2, UnitFunction.TANH));
    float[] weights = new float[map.shape().parameterCount()];
    map.shape().initialise(weights, RandomStreams.stream(3, "weights"));
    StructuredDynamics dynamics = new StructuredDynamics(map, weights);
    double[] state = random(6, "state");
    double[] jacobian = new double[36];
    dynamics.jacobian(state, jacobian);
    double[] up = new double[6];
    double[] down = new double[6];
    for (int j = 0; j < 6; j++) {
      double[] moved = state.clone();
      moved[j] += 1e-5;
      dynamics.step(moved, up);
      moved[j] -= 2e-5;
      dynamics.step(moved, down);
      for (int i = 0; i < 6; i++) {
        assertThat((up[i] - down[i]) / 2e-5).isCloseTo(jacobian[i * 6 + j], within(1e-8));
      }
    }
  }

  @Test
  void sequencesHoldTheContextAndTheSteps() {
    double[] values = new double[2 * 100];
    Arrays.setAll(values, i -> Math.sin(0.1 * i));
    Schema schema = Schema.series(List.of("x", "y"), 1, 0, false, Map.of());
    Manifest manifest =
        new Manifest(
            Manifest.VERSION, "tiny", "0", "test", 1, 0, null, schema, List.of(), Map.of(), null);
    SeriesDataset data =
        new SeriesDataset(manifest, Map.of(Split.TRAIN, List.of(new Series("", 0, 1, 2, values))));
    TrainingContext context =
        new TrainingContext(data, new Reconstruction(), 1, Resources.ONE_CORE);
    ModelContext model = context.model();
    StructuredNetworks family = new StructuredNetworks();
    Settings settings = Settings.parse("delays = 5, sequenceLength = 7, batch = 3", "model");
    Trainable.Stepped stepped = (Trainable.Stepped) family.create(model, settings).prepare(context);
    assertThat(stepped.stage().batches().batch(0).shape(Batch.INPUT)).containsExactly(12, 2);
    stepped.learner().close();
    assertThatThrownBy(() -> family.create(model, Settings.parse("delays = 40000", "model")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("more than 65536 values");
  }
}
