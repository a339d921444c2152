package io.ergodic.models.forecaster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Forecasting;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Segment;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.natives.NativeLibraries;
import io.ergodic.models.plan.LearnerContract;
import io.ergodic.models.plan.SmallData;
import io.ergodic.models.training.Trainable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecasterTest {
  private static final String OLINEAR =
      "network { kind = olinear, embedding = 2, width = 8, hidden = 8 }, scale = trained, batch = 8";

  @BeforeAll
  static void load() {
    NativeLibraries.load(Engine.LIBTORCH);
  }

  private static Model model(ModelContext context, String settings) {
    return ModelFamily.registry()
        .get("forecaster", "test")
        .create(context, Settings.parse(settings, "systems.mine"));
  }

  /** Trained parameters of the authors' modules on seven variables, counted by PyTorch. */
  @ParameterizedTest
  @CsvSource({"xpatch, 96, 143982", "xpatch, 512, 468670", "olinear, 96, 4518944"})
  void publishedNetworksHaveTheirNumberOfParameters(String kind, int lookback, long count) {
    List<String> names = List.of("HUFL", "HULL", "MUFL", "MULL", "LUFL", "LULL", "OT");
    Schema schema = Schema.series(names, 1, lookback, true, Map.of());
    ModelContext context = new ModelContext(new Forecasting(lookback, 96), schema, "etth1");
    Model model = model(context, "scale = trained, network = " + kind);
    assertThat(model.cost().parameters()).isEqualTo(count);
  }

  @Test
  void orthogonalMatricesComeFromTheTrainSplitAndAreStored() {
    TrainingContext sines = SmallData.sines(24, 6, 1);
    float[] past = segment(sines, OLINEAR, "input.past");
    List<Series> train = sines.series().series(Split.TRAIN);
    assertThat(past).isEqualTo(new WindowCorrelation(24).eigenvectors(train));
    assertThat(segment(withoutValidation(sines), OLINEAR, "input.past")).isEqualTo(past);
    String asked = OLINEAR.replace("embedding", "rows = train-and-validation, embedding");
    assertThat(segment(sines, asked, "input.past")).isNotEqualTo(past);
    String averaged = OLINEAR + ", ema.decay = 0.9";
    assertThat(segment(sines, averaged, "ema.input.past")).isEqualTo(past);
  }

  @Test
  void storedWeightsForecastAsTheTrainedModel() {
    TrainingContext sines = SmallData.sines(24, 6, 1);
    Model model = model(sines.model(), OLINEAR);
    Trainable.Stepped stepped = (Trainable.Stepped) model.prepare(sines);
    try (Learner learner = stepped.learner()) {
      LearnerContract.steps(stepped, 0, 5);
      var batch = stepped.stage().batches().batch(0);
      float[] expected = LearnerContract.answer(learner.trained(), batch);
      try (var restored = model.restore(Weights.of(learner), Resources.ONE_CORE)) {
        assertThat(LearnerContract.answer(restored.model(), batch)).isEqualTo(expected);
      }
    }
  }

  private static TrainingContext withoutValidation(TrainingContext context) {
    Map<Split, List<Series>> train = Map.of(Split.TRAIN, context.series().series(Split.TRAIN));
    return new TrainingContext(
        new SeriesDataset(context.series().manifest(), train),
        context.task(),
        context.seed(),
        context.resources());
  }

  private static float[] segment(TrainingContext context, String settings, String name) {
    Trainable.Stepped stepped =
        (Trainable.Stepped) model(context.model(), settings).prepare(context);
    try (Learner learner = stepped.learner()) {
      float[] all = LearnerContract.parameters(learner);
      int from = 0;
      for (Segment segment : learner.segments()) {
        if (segment.name().equals(name)) {
          return Arrays.copyOfRange(all, from, from + segment.length());
        }
        from += segment.length();
      }
    }
    throw new AssertionError("no segment " + name);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    refused("network { kind = xpatch, patch = 25 }", "patches of 25 rows are longer than");
    refused("network { kind = patch-ts-mixer, patch = 25 }", "patches of 25 rows are longer");
    refused("network { kind = n-beats, stacks = [tend] }", "no stack of 'tend'; known: generic");
    refused("network { kind = n-beats, stacks = [] }", "stacks: at least one");
    refused("network { kind = n-hits, pooling = [2] }", "one value for each stack, not 1 and 3");
    refused("network = olinear, scale = windows", "scale");
    refused("scale = window", "network: required");
  }

  private static void refused(String settings, String message) {
    ModelContext context = SmallData.sines(24, 6, 1).model();
    assertThatThrownBy(() -> model(context, settings))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }
}
