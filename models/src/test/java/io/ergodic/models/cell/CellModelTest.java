package io.ergodic.models.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.TangentDynamics;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.kernel.Gating;
import io.ergodic.models.kernel.LaneCell;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.plan.SmallData;
import io.ergodic.models.training.Trainable;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The families of this package as a suite sees them. */
class CellModelTest {
  private static final int WARM_UP = 5;
  private static final int STEPS = 12;
  private static final String SHORT =
      "warmUp = " + WARM_UP + ", sequenceLength = " + STEPS + ", batch = 4, hidden = 6, ";

  @ParameterizedTest
  @MethodSource("io.ergodic.models.cell.CellMapTest#forms")
  void formsKnowTheSizesOfTheirKernels(CellForm form) {
    CellArchitecture architecture = new CellArchitecture(form, 1);
    LaneCell cell = architecture.cell();
    assertThat(architecture.states()).isEqualTo(cell.states());
    assertThat(architecture.parameterCount()).isEqualTo(cell.parameterCount());
  }

  /**
   * Of ECG (5 variables) and EEG (64). The published LEM has a second bias wherever two maps are
   * added up: four times H, which change nothing.
   */
  @Test
  void sizesArePublishedOnes() {
    assertThat(parameters(new LstmForm(5, 35, false))).isEqualTo(5920);
    assertThat(parameters(new LstmForm(64, 80, false))).isEqualTo(51_584);
    assertThat(parameters(new LemForm(5, 31, 1))).isEqualTo(4872 - 4 * 31);
    assertThat(parameters(new LemForm(64, 38, 1))).isEqualTo(18_304 - 4 * 38);
  }

  private static int parameters(CellForm form) {
    return new CellArchitecture(form, 1).parameterCount();
  }

  /** The kernels' loss is that of the trained map: data alone for the warm-up, then as forced. */
  @ParameterizedTest
  @ValueSource(strings = {"elman", "lstm-tbptt", "gru-tbptt", "lem", "rhn"})
  void lossIsThatOfTheTrainedMap(String family) {
    for (double alpha : new double[] {0, 0.25, 1}) {
      Trainable.Stepped stepped = stepped(family, SHORT + "forcing.alpha = " + alpha);
      try (Learner learner = stepped.learner()) {
        Batch batch = stepped.stage().batches().batch(0);
        for (int k = 0; k < 3; k++) {
          learner.step(batch, new StepContext(k, 0, k));
        }
        double expected = loss((TangentDynamics) learner.trained(), batch, alpha);
        assertThat(learner.loss(batch)).isCloseTo(expected, within(1e-5 * expected));
      }
    }
  }

  private static double loss(TangentDynamics dynamics, Batch batch, double alpha) {
    int rows = batch.shape(Batch.INPUT)[0];
    double[] x = new double[rows * 3];
    double[] state = new double[dynamics.stateDimension()];
    double sum = 0;
    for (int s = 0; s < batch.count(); s++) {
      for (int i = 0; i < x.length; i++) {
        x[i] = batch.floats(Batch.INPUT)[s * x.length + i];
      }
      Arrays.fill(state, 0);
      System.arraycopy(x, 0, state, 0, 3);
      for (int t = 1; t < rows; t++) {
        dynamics.step(state, state);
        for (int n = 0; n < 3; n++) {
          double error = state[n] - x[3 * t + n];
          double strength = t <= WARM_UP ? 1 : alpha;
          sum += error * error;
          state[n] -= strength * error;
        }
      }
    }
    return sum / (batch.count() * (rows - 1) * 3.0);
  }

  /** A run starts from the last row of its context, having read the others. */
  @Test
  void memoryIsBuiltUpOverTheContext() {
    Trainable.Stepped stepped = stepped("gru-tbptt", SHORT);
    try (Learner learner = stepped.learner()) {
      TangentDynamics dynamics = (TangentDynamics) learner.trained();
      assertThat(dynamics.contextRows()).isEqualTo(WARM_UP + 1);
      double[] context = new double[8 * 3];
      Arrays.setAll(context, i -> Math.sin(i));
      double[] state = new double[dynamics.stateDimension()];
      Arrays.fill(state, 9);
      dynamics.initialise(context, 8, state);
      double[] expected = new double[state.length];
      System.arraycopy(context, 6, expected, 0, 3);
      for (int row = 3; row < 8; row++) {
        dynamics.step(expected, expected);
        System.arraycopy(context, row * 3, expected, 0, 3);
      }
      assertThat(state).containsExactly(expected);
      assertThat(Arrays.stream(state).skip(3)).doesNotContain(0.0);
    }
  }

  /** Free runs that choose a checkpoint build up the memory as any other run does. */
  @ParameterizedTest
  @ValueSource(strings = {"elman", "lem"})
  void checkpointsAreSelectedByFreeRuns(String family) {
    String settings =
        SHORT
            + "epochs = 2, batchesPerEpoch = 2,"
            + " selection { every = 1, from = 0, runs = 3, steps = 40 }";
    Trainable.Stepped stepped = stepped(family, settings);
    try (Learner learner = stepped.learner()) {
      for (int k = 0; k < 4; k++) {
        learner.step(stepped.stage().batches().batch(k), new StepContext(k, k / 2, k));
      }
      assertThat(learner.parameterCount()).isEqualTo(2 * learner.trainableCount());
      float merit = learner.state()[learner.state().length - 2];
      assertThat(merit).isStrictlyBetween(0f, 1f);
    }
  }

  @Test
  void gatesBeginNearlyShutAndForgetGatesOpen() {
    float[] highway = initial(new HighwayForm(3, 4, 2, Gating.COUPLED, 0));
    assertThat(Arrays.copyOfRange(highway, 8 * 7 + 4, 8 * 8)).containsOnly(-2);
    assertThat(Arrays.copyOfRange(highway, 8 * 8 + 8 * 4 + 4, 8 * 8 + 8 * 5)).containsOnly(-2);
    assertThat(Arrays.copyOf(highway, 8 * 7 + 4)).doesNotContain(-2);
    float[] rated = initial(new HighwayForm(3, 4, 1, Gating.RATE, 2));
    int map = 4 * 5 + 4 * 12;
    assertThat(Arrays.copyOfRange(rated, map, map + 4)).containsOnly(-2);
    float[] lstm = initial(new LstmForm(3, 4, false));
    assertThat(Arrays.copyOfRange(lstm, 16 * 7, 16 * 7 + 4)).containsOnly(1);
    for (float weight : Arrays.copyOf(lstm, 16 * 7)) {
      assertThat(weight).isBetween(-0.5f, 0.5f).isNotZero();
    }
  }

  private static float[] initial(CellForm form) {
    CellArchitecture architecture = new CellArchitecture(form, 1);
    float[] parameters = new float[architecture.parameterCount()];
    architecture.initialise(parameters, new java.util.Random(1));
    return parameters;
  }

  @Test
  void settingsThatMeanNothingAreRefused() {
    refused("forcing.kind = adaptive", "forcing.kind", "constant or sparse");
    refused("forcing { kind = shooting, interval = 10 }", "forcing.kind", "constant or sparse");
    refused("regularisation.observation = 1", "regularisation", "use latent");
    refused("regularisation.manifold = 1", "regularisation", "use latent");
    refused("regularisation.convergence = 1", "regularisation", "use latent");
    refused("warmUp = 30, sequenceLength = 30", "warmUp", "below sequenceLength");
    refused("gating = closed", "gating", "none", "additive", "rate", "coupled");
    refused("latent = 3", "latent");
  }

  private static void refused(String settings, String... words) {
    assertThatThrownBy(() -> model("rhn", settings))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(words);
  }

  private static Model model(String family, String settings) {
    return ModelFamily.registry()
        .get(family, "test")
        .create(SmallData.orbit(1).model(), Settings.parse(settings, "test"));
  }

  private static Trainable.Stepped stepped(String family, String settings) {
    return (Trainable.Stepped) model(family, settings).prepare(SmallData.orbit(1));
  }
}
