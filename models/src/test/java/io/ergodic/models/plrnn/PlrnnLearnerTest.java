package io.ergodic.models.plrnn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.occupation.FreeRunScore;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlrnnLearnerTest {
  private static final PlrnnSettings.Defaults DEFAULTS =
      new PlrnnSettings.Defaults(
          10,
          new Forcing.Constant(0),
          new TrainingNoise(0, true),
          "name = sgd, momentum = 0, learningRate = 1");

  @Test
  void affineGradientFlowsThroughThePseudoInverse() {
    for (int states : new int[] {2, 3, 4}) {
      checkGradient(new ShallowArchitecture(states, 6), new AffineModel(states, 3, 0));
    }
  }

  @Test
  void expansionGradient() {
    checkGradient(new AlmostLinearArchitecture(5, 2), new IdentityModel(5, 3, 0));
  }

  @Test
  void gradientsOfUnitsWithoutWeightsOnThemselves() {
    checkGradient(new VanillaArchitecture(5, true), new IdentityModel(5, 3, 0));
    checkGradient(new DendriticArchitecture(4, 3, true), new AffineModel(4, 3, 0));
  }

  /**
   * With the expansion L of ECG (35 states of 5 variables) and EEG (105 of 64). The published
   * numbers count the diagonal of W, which their code masks.
   */
  @Test
  void dendriticNetworksHaveThePublishedNumberOfParameters() {
    assertThat(
            new DendriticArchitecture(35, 50, true).parameterCount()
                + new IdentityModel(35, 5, 0).parameterCount())
        .isEqualTo(3245 - 35);
    assertThat(
            new DendriticArchitecture(105, 40, true).parameterCount()
                + new IdentityModel(105, 64, 0).parameterCount())
        .isEqualTo(18099 - 105);
  }

  @Test
  void thresholdsBeginInTheRangeOfTheData() {
    Architecture architecture = new DendriticArchitecture(3, 50, true).within(-2, 5);
    float[] parameters = new float[architecture.parameterCount()];
    architecture.initialise(parameters, new Random(1));
    int from = 3 * 4 + 50;
    float low = 5;
    float high = -2;
    for (int i = from; i < parameters.length; i++) {
      low = Math.min(low, parameters[i]);
      high = Math.max(high, parameters[i]);
    }
    assertThat(low).isBetween(-2f, -1.7f);
    assertThat(high).isBetween(4.7f, 5f);
  }

  /** Loss of the trained dynamics in double precision against one plain gradient step of 1. */
  private static void checkGradient(Architecture architecture, ObservationModel observation) {
    PlrnnSettings settings = settings("sequenceLength = 6", 6);
    PlrnnLearner learner = new PlrnnLearner(architecture, observation, settings, 3);
    Batch batch = batch(4, 7, 3);
    float[] start = read(learner);
    for (int i = 0; i < start.length; i++) {
      start[i] += 0.1f;
    }
    learner.writeParameters(start);
    learner.step(batch, new StepContext(0, 0, 0));
    float[] end = read(learner);
    float[] probe = start.clone();
    double largest = 0;
    double[] expected = new double[start.length];
    for (int i = 0; i < start.length; i++) {
      float up = start[i] + 1e-6f;
      float down = start[i] - 1e-6f;
      probe[i] = up;
      learner.writeParameters(probe);
      double above = freeLoss(learner.trained(), batch);
      probe[i] = down;
      learner.writeParameters(probe);
      double below = freeLoss(learner.trained(), batch);
      probe[i] = start[i];
      expected[i] = (above - below) / ((double) up - down);
      largest = Math.max(largest, Math.abs(expected[i]));
    }
    for (int i = 0; i < start.length; i++) {
      assertThat((double) start[i] - end[i])
          .as("parameter %d", i)
          .isCloseTo(expected[i], within(1e-3 * largest));
    }
  }

  @Test
  void conditionNumberIsDrivenDown() {
    AffineModel model = new AffineModel(2, 2, 1);
    float[] matrix = {3, 0.2f, 0.1f, 1};
    for (int k = 0; k < 400; k++) {
      float[] gradient = new float[4];
      model.load(matrix, 0);
      model.addGradient(matrix, gradient, 0);
      for (int i = 0; i < 4; i++) {
        matrix[i] -= 0.05f * gradient[i];
      }
    }
    double ratio = norm(matrix) / (1 / norm(inverse(matrix)));
    assertThat(ratio).isBetween(1.0, 1.05);
  }

  @Test
  void jacobiansAreTheDerivativesOfTheStep() {
    Architecture[] architectures = {
      new ShallowArchitecture(4, 30),
      new AlmostLinearArchitecture(6, 3),
      new VanillaArchitecture(5, false),
      new VanillaArchitecture(5, true),
      new DendriticArchitecture(4, 7, false),
      new DendriticArchitecture(4, 7, true)
    };
    for (Architecture architecture : architectures) {
      int states = architecture.states();
      PlrnnLearner learner =
          new PlrnnLearner(
              architecture, new IdentityModel(states, 2, 0), settings("sequenceLength = 3", 3), 5);
      Dynamics dynamics = learner.trained();
      double[] state = new double[states];
      for (int m = 0; m < states; m++) {
        state[m] = Math.sin(1 + m);
      }
      double[] jacobian = new double[states * states];
      dynamics.jacobian(state, jacobian);
      double[] up = new double[states];
      double[] down = new double[states];
      for (int k = 0; k < states; k++) {
        double[] moved = state.clone();
        moved[k] += 1e-6;
        dynamics.step(moved, up);
        moved[k] -= 2e-6;
        dynamics.step(moved, down);
        for (int m = 0; m < states; m++) {
          assertThat((up[m] - down[m]) / 2e-6).isCloseTo(jacobian[m * states + k], within(1e-7));
        }
      }
    }
  }

  @Test
  void trainingResumesWithTheSameBits() {
    String text =
        "sequenceLength = 6, noise = 0.01, batch = 4, regularisation.latent = 1e-4, "
            + "forcing { kind = adaptive, every = 2, estimate = arithmetic_mean }, "
            + "optimiser { name = radam, learningRate = 0.01 }";
    PlrnnSettings settings = settings(text, 6);
    ShallowArchitecture architecture = new ShallowArchitecture(3, 10);
    PlrnnLearner first = new PlrnnLearner(architecture, new IdentityModel(3, 3, 0), settings, 1);
    PlrnnLearner second = new PlrnnLearner(architecture, new IdentityModel(3, 3, 0), settings, 2);
    Batch batch = batch(4, 7, 3);
    double before = first.loss(batch);
    for (int k = 0; k < 40; k++) {
      if (k == 20) {
        float[] state = new float[first.stateCount()];
        first.readState(state);
        second.writeState(state);
        second.writeParameters(read(first));
      }
      double loss = first.step(batch, new StepContext(k, 0, k));
      if (k >= 20) {
        assertThat(second.step(batch, new StepContext(k, 0, k))).isEqualTo(loss);
      }
    }
    assertThat(read(second)).isEqualTo(read(first));
    assertThat(first.alpha()).isEqualTo(second.alpha()).isLessThan(1);
    assertThat(first.loss(batch)).isLessThan(before);
  }

  /** The last step makes a good map bad: the trained model is the one before. */
  @Test
  void keepsTheCheckpointWhoseFreeRunsAreBest() {
    String text =
        "sequenceLength = 6, batch = 4, epochs = 3, batchesPerEpoch = 4, "
            + "selection { every = 1, from = 0, runs = 4, steps = 200 }, "
            + "optimiser { name = sgd, momentum = 0, learningRate = 0.01 }";
    PlrnnSettings settings = settings(text, 6);
    Series series = new Series("s", 0, 1, 3, batchValues(400 * 3));
    FreeRunScore score = settings.selection().score(List.of(series), 1, 4);
    ShallowArchitecture architecture = new ShallowArchitecture(3, 10);
    PlrnnLearner learner =
        new PlrnnLearner(architecture, new IdentityModel(3, 3, 0), settings, Optional.of(score), 1);
    assertThat(learner.parameterCount()).isEqualTo(2 * learner.trainableCount());
    Batch batch = batch(4, 7, 3);
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < 12; k++) {
      if (k == 8) {
        float[] bad = read(learner);
        Arrays.fill(bad, 0, learner.trainableCount(), 0);
        learner.writeParameters(bad);
      }
      learner.step(batch, new StepContext(k, k / 4, k));
      if (k % 4 == 3) {
        best = Math.min(best, score.of(learner.trained()));
        assertThat(score.of(learner.trained())).isEqualTo(best);
      }
    }
    PlrnnLearner restored = new PlrnnLearner(architecture, new IdentityModel(3, 3, 0), settings, 2);
    restored.writeParameters(read(learner));
    assertThat(score.of(restored.trained())).isEqualTo(best);
    int count = learner.trainableCount();
    assertThat(Arrays.copyOfRange(read(learner), 0, count))
        .isNotEqualTo(Arrays.copyOfRange(read(learner), count, 2 * count));
  }

  /** A network that nothing was learnt by rests at a fixed point. */
  @Test
  void trainsAnewWhileEveryCheckpointIsCaught() {
    String text =
        "sequenceLength = 6, batch = 4, epochs = 1, batchesPerEpoch = 2, "
            + "selection { every = 1, from = 0, runs = 4, steps = 200, restarts = 2 }, "
            + "optimiser { name = sgd, momentum = 0, learningRate = 1e-9 }";
    PlrnnSettings settings = settings(text, 6);
    Series series = new Series("s", 0, 1, 3, batchValues(400 * 3));
    Optional<FreeRunScore> score = Optional.of(settings.selection().score(List.of(series), 1, 4));
    PlrnnLearner learner =
        new PlrnnLearner(
            new ShallowArchitecture(3, 10), new IdentityModel(3, 3, 0), settings, score, 1);
    Batch batch = batch(4, 7, 3);
    int count = learner.trainableCount();
    float[] first = Arrays.copyOf(read(learner), count);
    learner.step(batch, new StepContext(0, 0, 1));
    learner.step(batch, new StepContext(1, 0, 2));
    float merit = learner.state()[learner.state().length - 2];
    assertThat(merit).isPositive().isLessThan((float) (1 / (1 + FreeRunScore.CAUGHT)));
    learner.step(batch, new StepContext(2, 1, 3));
    float[] second = Arrays.copyOf(read(learner), count);
    assertThat(second[0]).isNotCloseTo(first[0], within(1e-4f));
    learner.state()[learner.state().length - 2] = 0.5f;
    double loss = learner.loss(batch);
    assertThat(learner.step(batch, new StepContext(4, 2, 4))).isEqualTo(loss);
    assertThat(Arrays.copyOf(read(learner), count)).isEqualTo(second);
  }

  @Test
  void restartsNeedCheckpoints() {
    assertThatThrownBy(() -> settings("selection { restarts = 2 }", 6))
        .hasMessageContaining("needs checkpoints to choose from: set every");
  }

  @Test
  void aStrengthGoesFromStartToEnd() {
    String text =
        "sequenceLength = 6, epochs = 2, batchesPerEpoch = 5, "
            + "forcing { kind = constant, alpha = 0.5, end = 0.1, averaging = true }";
    PlrnnSettings settings = settings(text, 6);
    PlrnnLearner learner =
        new PlrnnLearner(new ShallowArchitecture(3, 4), new IdentityModel(3, 3, 0), settings, 1);
    assertThat(learner.alpha()).isEqualTo(0.5);
    learner.step(batch(2, 7, 3), new StepContext(5, 1, 0));
    assertThat(learner.alpha()).isCloseTo(0.3, within(1e-12));
    assertThat(settings.forcing().strength(1, 0.3f)).isEqualTo(0.5f);
    assertThat(settings.forcing().strength(3, 0.3f)).isEqualTo(0.3f);
  }

  @Test
  void spreadThresholdsReachOverTheData() {
    ShallowArchitecture spread = new ShallowArchitecture(3, 200, 2);
    float[] parameters = new float[spread.parameterCount()];
    spread.initialise(parameters, new Random(4));
    double largest = 0;
    for (int i = 0; i < 200; i++) {
      double squares = 0;
      for (int m = 0; m < 3; m++) {
        squares += Math.pow(parameters[3 + 600 + 3 * i + m], 2);
      }
      double place = Math.abs(parameters[3 + 1200 + 3 + i]) / Math.sqrt(squares);
      assertThat(place).isLessThan(2.0001);
      largest = Math.max(largest, place);
    }
    assertThat(largest).isGreaterThan(1.9);
  }

  @Test
  void spectralNormOfKnownMatrices() {
    assertThat(new SpectralNorm(2).of(new double[] {0, -3, 2, 0})).isCloseTo(3, within(1e-9));
    assertThat(new SpectralNorm(2).of(new double[] {1, 1, 0, 1}))
        .isCloseTo((1 + Math.sqrt(5)) / 2, within(1e-9));
  }

  private static double freeLoss(Dynamics dynamics, Batch batch) {
    double[] state = new double[dynamics.stateDimension()];
    float[] values = batch.floats(Batch.INPUT);
    int length = batch.shape(Batch.INPUT)[0];
    double[] x = new double[batch.shape(Batch.INPUT)[1]];
    double sum = 0;
    for (int s = 0; s < batch.count(); s++) {
      int from = s * length * x.length;
      for (int n = 0; n < x.length; n++) {
        x[n] = values[from + n];
      }
      dynamics.initialise(x, 1, state);
      for (int t = 1; t < length; t++) {
        dynamics.step(state, state);
        dynamics.observe(state, x);
        for (int n = 0; n < x.length; n++) {
          double error = x[n] - values[from + t * x.length + n];
          sum += error * error;
        }
      }
    }
    return sum / (batch.count() * (length - 1) * x.length);
  }

  private static PlrnnSettings settings(String text, int steps) {
    PlrnnSettings settings = PlrnnSettings.read(Settings.parse(text, "model"), DEFAULTS);
    assertThat(settings.sequenceLength()).isEqualTo(steps);
    return settings;
  }

  private static double[] batchValues(int count) {
    Random random = new Random(9);
    return random.doubles(count, -2, 2).toArray();
  }

  private static Batch batch(int count, int length, int dimension) {
    Random random = new Random(9);
    float[] values = new float[count * length * dimension];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Batch.of(count).put(Batch.INPUT, values, length, dimension);
  }

  private static float[] read(PlrnnLearner learner) {
    float[] values = new float[learner.parameterCount()];
    learner.readParameters(values);
    return values;
  }

  private static double norm(float[] m) {
    return new SpectralNorm(2).of(new double[] {m[0], m[1], m[2], m[3]});
  }

  private static float[] inverse(float[] m) {
    float d = m[0] * m[3] - m[1] * m[2];
    return new float[] {m[3] / d, -m[1] / d, -m[2] / d, m[0] / d};
  }
}
