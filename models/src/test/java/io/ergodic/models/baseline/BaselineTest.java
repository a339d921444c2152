package io.ergodic.models.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Forecasting;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.datasets.task.Task;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.training.Deadline;
import io.ergodic.models.training.LocalTrainer;
import io.ergodic.models.training.Trained;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final Task RECONSTRUCTION = new Reconstruction();

  @Test
  void nvarFindsAQuadraticMapExactly() {
    Dynamics dynamics =
        (Dynamics) train("nvar", "delays = 1, ridge = 1e-9", henon(), RECONSTRUCTION);
    double[] next = new double[2];
    dynamics.step(new double[] {0.3, -0.2}, next);
    assertThat(next[0]).isCloseTo(1 - 1.4 * 0.09 - 0.2, within(1e-4));
    assertThat(next[1]).isCloseTo(0.09, within(1e-4));
    double[] jacobian = new double[4];
    dynamics.jacobian(new double[] {0.3, -0.2}, jacobian);
    assertThat(jacobian[0]).isCloseTo(-2.8 * 0.3, within(1e-3));
    assertThat(jacobian[1]).isCloseTo(1, within(1e-3));
    assertThat(jacobian[2]).isCloseTo(0.3, within(1e-3));
    assertThat(jacobian[3]).isCloseTo(0, within(1e-3));
  }

  @Test
  void nvarWithDelaysIsAMapOfItsDelayState() {
    Dynamics dynamics =
        (Dynamics)
            train(
                "nvar",
                "delays = 2, stride = 2, monomials = cubic, ridge = 1e-3",
                henon(),
                RECONSTRUCTION);
    assertThat(dynamics.contextRows()).isEqualTo(3);
    double[] state = new double[6];
    dynamics.initialise(new double[] {9, 9, .1, .2, .3, .15, .5, -.1}, 4, state);
    assertThat(state).containsExactly(.5, -.1, .3, .15, .1, .2);
    double[] jacobian = new double[36];
    dynamics.jacobian(state, jacobian);
    double[] up = new double[6];
    double[] down = new double[6];
    for (int k = 0; k < 6; k++) {
      double[] moved = state.clone();
      moved[k] += 1e-6;
      dynamics.step(moved, up);
      moved[k] -= 2e-6;
      dynamics.step(moved, down);
      for (int i = 0; i < 6; i++) {
        assertThat((up[i] - down[i]) / 2e-6).isCloseTo(jacobian[i * 6 + k], within(1e-5));
      }
    }
    double[] apart = new double[6];
    dynamics.step(state, apart);
    dynamics.step(state, state);
    assertThat(state).isEqualTo(apart);
  }

  @Test
  void ridgeContinuesSines() {
    SeriesDataset data = sines();
    Forecaster ridge = (Forecaster) train("ridge", "", data, new Forecasting(32, 8));
    Series test = data.series(Split.TEST).get(0);
    float[] context = new float[64];
    float[] forecast = new float[16];
    for (int i = 0; i < 64; i++) {
      context[i] = (float) test.values()[i];
    }
    ridge.forecast(context, 1, forecast);
    for (int i = 0; i < 16; i++) {
      assertThat((double) forecast[i]).isCloseTo(test.values()[64 + i], within(0.02));
    }
  }

  @Test
  void simpleForecasters() {
    Task task = new Forecasting(4, 3);
    float[] context = {1, 10, 2, 20, 3, 30, 4, 40};
    assertThat(forecast("persistence", "", task, context)).containsExactly(4, 40, 4, 40, 4, 40);
    assertThat(forecast("seasonal-naive", "period = 2", task, context))
        .containsExactly(3, 30, 4, 40, 3, 30);
    float[] mean = forecast("climatology", "", task, context);
    assertThat(mean[0]).isEqualTo(mean[2]).isCloseTo((float) mean(sines(), 0), within(1e-5f));
    assertThat(mean[1]).isEqualTo(mean[5]).isCloseTo((float) mean(sines(), 1), within(1e-5f));
  }

  /** The season by which MASE is scaled is the one that is repeated. */
  @Test
  void seasonalNaiveRepeatsTheSeasonOfTheData() {
    Schema seasons = Schema.series(List.of("a", "b"), 1, 0, false, Map.of("seasonality", 3.0));
    assertThat(naive("", seasons, new Forecasting(4, 3))).containsExactly(2, 20, 3, 30, 4, 40);
    assertThat(naive("period = 2", seasons, new Forecasting(4, 3)))
        .containsExactly(3, 30, 4, 40, 3, 30);
    assertThatThrownBy(() -> naive("", seasons, new Forecasting(2, 3)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("model.period", "season of 3 rows", "look-back of 2");
    Schema none = Schema.series(List.of("a", "b"), 1, 0, false, Map.of());
    assertThatThrownBy(() -> naive("", none, new Forecasting(4, 3)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("model.period: required", "datasets.d.seasonality");
  }

  private static float[] naive(String settings, Schema schema, Task task) {
    Model model =
        ModelFamily.registry()
            .get("seasonal-naive", "systems")
            .create(new ModelContext(task, schema, "d"), Settings.parse(settings, "model"));
    TrainingContext context = new TrainingContext(sines(), task, 1, Resources.ONE_CORE);
    Forecaster forecaster =
        (Forecaster) new LocalTrainer(1, Deadline.none()).train(model.prepare(context)).model();
    float[] forecast = new float[6];
    forecaster.forecast(new float[] {1, 10, 2, 20, 3, 30, 4, 40}, 1, forecast);
    return forecast;
  }

  /** What is missing is passed over in training by every model, closed form or not. */
  @Test
  void modelsAreTrainedOnCompleteRows() {
    Series whole = sines().series(Split.TRAIN).get(0);
    double[] values = whole.values().clone();
    values[2 * 100] = Double.NaN;
    SeriesDataset gap = dataset(new Series("0", 0, 1, 2, values));
    float[] context = new float[64];
    for (int i = 0; i < 64; i++) {
      context[i] = (float) whole.values()[i];
    }
    for (String name : List.of("ridge", "climatology", "nvar")) {
      Object model =
          train(name, "", gap, name.equals("nvar") ? RECONSTRUCTION : new Forecasting(32, 8));
      float[] forecast = new float[16];
      if (model instanceof Forecaster forecaster) {
        forecaster.forecast(context, 1, forecast);
        assertThat(forecast).as(name).doesNotContain(Float.NaN);
      } else {
        double[] next = new double[((Dynamics) model).stateDimension()];
        ((Dynamics) model).step(next.clone(), next);
        assertThat(next).as(name).doesNotContain(Double.NaN);
      }
    }
  }

  @Test
  void simpleDynamics() {
    Dynamics still = (Dynamics) train("persistence", "", henon(), RECONSTRUCTION);
    double[] state = new double[2];
    still.initialise(new double[] {1, 2, 3, 4}, 2, state);
    still.step(state, state);
    assertThat(state).containsExactly(3, 4);
    Dynamics mean = (Dynamics) train("climatology", "", henon(), RECONSTRUCTION);
    mean.step(state, state);
    assertThat(state[0]).isCloseTo(mean(henon(), 0), within(1e-6));
  }

  @Test
  void refusals() {
    assertThatThrownBy(() -> train("nvar", "delay = 2", henon(), RECONSTRUCTION))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("delays");
    assertThatThrownBy(() -> train("nvar", "smoothing.window = 4", henon(), RECONSTRUCTION))
        .hasMessageContaining("model.smoothing.window");
    assertThatThrownBy(() -> train("ridge", "", henon(), RECONSTRUCTION))
        .isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(
            () -> train("nvar", "delays = 60, monomials = cubic", henon(), RECONSTRUCTION))
        .hasMessageContaining("features");
    assertThatThrownBy(() -> train("shallow-plrnn", "latent = 1", henon(), RECONSTRUCTION))
        .hasMessageContaining("model.latent");
  }

  @Test
  void recurrentFamiliesLearnSines() {
    String common =
        "sequenceLength = 10, epochs = 20, forcing { kind = constant, alpha = 0.3 }, "
            + "optimiser.learningRate = 0.01";
    for (String name : List.of("shallow-plrnn", "al-rnn")) {
      try (Trained trained = fit(name, common, sines(), RECONSTRUCTION)) {
        double first = trained.curve().get(0).training();
        double last = trained.curve().get(19).training();
        assertThat(last).as(name).isLessThan(0.3 * first);
      }
    }
  }

  private static float[] forecast(String name, String settings, Task task, float[] context) {
    float[] forecast = new float[6];
    ((Forecaster) train(name, settings, sines(), task)).forecast(context, 1, forecast);
    return forecast;
  }

  private static Object train(String name, String settings, SeriesDataset data, Task task) {
    return fit(name, settings, data, task).model();
  }

  private static Trained fit(String name, String settings, SeriesDataset data, Task task) {
    ModelFamily family = ModelFamily.registry().get(name, "systems");
    TrainingContext context = new TrainingContext(data, task, 1, Resources.ONE_CORE);
    Model model = family.create(context.model(), Settings.parse(settings, "model"));
    return new LocalTrainer(1, Deadline.none()).train(model.prepare(context));
  }

  private static double mean(SeriesDataset data, int column) {
    Series series = data.series(Split.TRAIN).get(0);
    double sum = 0;
    for (int i = 0; i < series.length(); i++) {
      sum += series.value(i, column);
    }
    return sum / series.length();
  }

  private static SeriesDataset henon() {
    double[] values = new double[2000];
    for (int i = 2; i < values.length; i += 2) {
      values[i] = 1 - 1.4 * values[i - 2] * values[i - 2] + values[i - 1];
      values[i + 1] = 0.3 * values[i - 2];
    }
    return dataset(new Series("0", 0, 1, 2, values));
  }

  private static SeriesDataset sines() {
    double[] values = new double[1200];
    for (int i = 0; i < 600; i++) {
      values[2 * i] = 0.5 + Math.sin(0.3 * i) + 0.4 * Math.cos(0.11 * i);
      values[2 * i + 1] = Math.cos(0.3 * i + 1);
    }
    return dataset(new Series("0", 0, 1, 2, values));
  }

  private static SeriesDataset dataset(Series series) {
    int length = series.length();
    Schema schema = Schema.series(List.of("a", "b"), 1, 0, false, Map.of());
    Manifest manifest =
        new Manifest(
            Manifest.VERSION, "tiny", "0", "test", 1, 0, null, schema, List.of(), Map.of(), null);
    return new SeriesDataset(
        manifest,
        Map.of(
            Split.TRAIN, List.of(series.slice(0, length * 7 / 10)),
            Split.VALIDATION, List.of(series.slice(length * 7 / 10, length * 8 / 10)),
            Split.TEST, List.of(series.slice(length * 8 / 10, length))));
  }
}
