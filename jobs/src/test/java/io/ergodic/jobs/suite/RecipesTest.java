package io.ergodic.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.metric.Metric;
import io.ergodic.evaluation.protocol.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecipesTest {
  @TempDir Path home;

  static Collection<Recipe> recipes() {
    return Recipes.registry().all();
  }

  @AfterEach
  void forgetHome() {
    System.clearProperty("ergodic.home");
  }

  @Test
  void everyFileOfTheFolderIsARecipe() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("..", Recipes.FOLDER))) {
      List<String> names =
          files
              .map(file -> file.getFileName().toString())
              .filter(file -> !file.equals("README.md"))
              .map(file -> file.replace(".conf", ""))
              .sorted()
              .toList();
      assertThat(recipes()).extracting(Recipe::name).containsExactlyElementsOf(names);
    }
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void everyRecipeNamesPapersTasksAndMetricsThatExist(Recipe recipe) {
    assertThat(Papers.all().keySet()).containsAll(recipe.papers());
    assertThat(Protocol.registry().names()).contains(recipe.task());
    assertThat(recipe.title()).isNotBlank().isNotEqualTo(recipe.family());
    for (Recipe.Published published : recipe.published()) {
      Metric.registry().get(published.metric(), recipe.name());
      assertThat(published.protocol()).isNotBlank();
    }
  }

  @Test
  void theListOfPapersIsWhole() {
    assertThat(Papers.all()).hasSize(354).containsKey("a-time-series-is-worth-64-words");
    assertThat(Papers.all().values()).allSatisfy(p -> assertThat(p.tier()).matches("[ABCD]"));
  }

  private static SystemSpec system(String systems, String name) {
    String rest =
        "name = s, datasets.d { source = flow, system = Lorenz }, experiments.e { task ="
            + " reconstruction, datasets = [d], systems = ["
            + name
            + "] }";
    return Suite.read(Settings.parse(rest + "\nsystems {" + systems + "}", "")).systems().get(name);
  }

  @Test
  void aSystemIsARecipeWithOverridesOrBuiltOnAnother() {
    SystemSpec plain = system("shallow-plrnn {}", "shallow-plrnn");
    assertThat(plain.settings()).isEqualTo(Recipes.get("shallow-plrnn", "").settings());
    SystemSpec mine =
        system(
            "mine { base = other, epochs = 7 }, other { recipe = shallow-plrnn, hidden = 9 }",
            "mine");
    assertThat(mine.family()).isEqualTo("shallow-plrnn");
    Settings settings = mine.familySettings();
    assertThat(settings.integer("hidden", 0, 99)).isEqualTo(9);
    assertThat(settings.integer("epochs", 0, 99)).isEqualTo(7);
    assertThat(settings.integer("sequenceLength", 0, 99)).isEqualTo(75);
    SystemSpec sparse =
        system("s { recipe = shallow-plrnn, forcing { kind = sparse, interval = 5 } }", "s");
    assertThat(sparse.settings()).contains("\"interval\":5").doesNotContain("alpha");
    SystemSpec bare = system("b { family = shallow-plrnn }", "b");
    assertThat(bare.settings()).isEqualTo("{}");
  }

  @Test
  void whatCannotBeBuiltOnIsNamed() {
    refused("s { recipe = shalow-plrnn }", "systems.s.recipe: unknown recipe", "shallow-plrnn");
    refused("s { base = t }", "systems.s.base: no system 't' here", "Known: s");
    refused("s { base = t }, t { base = s }", "systems.s.base: goes round in a circle", "s -> t");
    refused("s { recipe = nvar, family = nvar }", "systems.s", "together with family");
    refused("floor { family = nvar }, s { family = nvar }", "systems.floor", "kept for");
  }

  private static void refused(String systems, String... parts) {
    assertThatThrownBy(() -> system(systems, "s"))
        .isInstanceOf(InvalidInputException.class)
        .satisfies(refusal -> assertThat(refusal.getMessage()).contains(parts));
  }

  @Test
  void aFileBesideTheLauncherHoldsOverThoseOfTheJarAndIsNamedWhenWrong() throws IOException {
    Path folder = Files.createDirectories(home.resolve(Recipes.FOLDER));
    Files.writeString(
        folder.resolve("nvar.conf"),
        "title = Mine, task = reconstruction, family = nvar, settings { delays = 3 }");
    Files.writeString(folder.resolve("odd.conf"), "title = Odd, famly = nvar, task = forecasting");
    System.setProperty("ergodic.home", home.toString());
    assertThat(Recipes.get("nvar", "").title()).isEqualTo("Mine");
    assertThatThrownBy(() -> Recipes.get("odd", ""))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("conf/systems/odd.conf.famly: unknown key; did you mean 'family'");
  }

  /** The page names every kind that a recipe may use. */
  @Test
  void everyKindIsOnThePageOfRecipes() throws IOException {
    String page = Files.readString(Path.of("..", "conf", "systems", "README.md"));
    assertThat(Registry.providers(Kind.class, "kind"))
        .filteredOn(kind -> kind.getClass().getName().startsWith("io.ergodic."))
        .isNotEmpty()
        .allSatisfy(kind -> assertThat(page).contains("`" + kind.name() + "` " + kind.summary()));
  }
}
