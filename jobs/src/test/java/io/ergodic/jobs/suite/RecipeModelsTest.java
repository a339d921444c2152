package io.ergodic.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Classification;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Recipes of networks against the counts of their papers and reference codes. */
class RecipeModelsTest {
  private static Model model(String recipe, int side, int channels, String overrides) {
    List<String> classes = IntStream.range(0, 10).mapToObj(i -> "c" + i).toList();
    Schema schema = Schema.images(side, side, channels, classes);
    SystemSpec system = SystemSpec.of(Recipes.get(recipe, "test")).with(overrides);
    return ModelFamily.registry()
        .get(system.family(), "test")
        .create(new ModelContext(new Classification(), schema, "test"), system.familySettings());
  }

  @ParameterizedTest
  @CsvSource({
    "vit, 28, 1, 139018",
    "mlp-mixer, 28, 1, 94734",
    "poolformer, 28, 1, 270282",
    "resnet-20, 32, 3, 269722",
    "resnet-18, 32, 3, 11173962",
    "vgg-small, 32, 3, 4660106",
    "densenet-bc, 32, 3, 769162",
    "simplenet, 32, 3, 312362",
    "simplenet, 28, 1, 311210",
    "all-cnn, 32, 3, 1369738"
  })
  void networksHaveThePublishedNumberOfParameters(
      String recipe, int side, int channels, long parameters) {
    assertThat(model(recipe, side, channels, "{}").cost().parameters()).isEqualTo(parameters);
  }

  @ParameterizedTest
  @CsvSource({
    "vit, 28, 1, 7.9e6",
    "mlp-mixer, 28, 1, 4.9e6",
    "poolformer, 28, 1, 7.5e6",
    "resnet-20, 32, 3, 40.6e6",
    "simplenet, 32, 3, 55.8e6",
    "all-cnn, 32, 3, 271e6"
  })
  void networksHaveThePublishedNumberOfMultiplyAdds(
      String recipe, int side, int channels, double multiplyAdds) {
    assertThat(model(recipe, side, channels, "{}").cost().multiplyAdds())
        .isBetween(0.97 * multiplyAdds, 1.03 * multiplyAdds);
  }

  @Test
  void whatDoesNotFitIsSaidBeforeAnythingIsAllocated() {
    refused("vit", "{stages.1.token.heads = 5}", "64 is no multiple of 5 heads");
    refused("vit", "{stem.size = 5}", "patches of 5 pixels do not divide image[1, 28, 28]");
    refused("vit", "{stages.1.token {kind = atention}}", "did you mean 'attention'");
    refused("vit", "{stages.1.token.width = 3}", "token.width: unknown key");
    refused("resnet-8", "{head {kind = class-token}}", "works on tokens, but is given image");
    refused(
        "vgg-small",
        "{stages.91 {down = max-pool, repeat = 0}, stages.92 {down = max-pool,"
            + " repeat = 0}, stages.93 {down = max-pool, repeat = 0}}",
        "no square of 2 x 2");
    refused("forward-forward", "{stages.1.repeat = 1}", "the network needs two or more");
  }

  private static void refused(String recipe, String overrides, String why) {
    assertThatThrownBy(() -> model(recipe, 28, 1, Settings.parse(overrides, "").json()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(why);
  }
}
