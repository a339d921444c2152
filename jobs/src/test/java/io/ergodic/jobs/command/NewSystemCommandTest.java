package io.ergodic.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.Recipe;
import io.ergodic.jobs.suite.Recipes;
import io.ergodic.jobs.suite.SystemSpec;
import io.ergodic.jobs.tryout.TryoutSchema;
import io.ergodic.models.family.Family;
import io.ergodic.models.family.ModelFamily;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewSystemCommandTest {
  @TempDir Path folder;

  /** A copy trains what the recipe trains, to the last default. */
  @Test
  void theCopyOfEveryRecipeMeansTheSame() throws Exception {
    for (Recipe recipe : Recipes.registry().all()) {
      String text = RecipeText.of("copy", recipe);
      Settings copied = Settings.of(ConfigFactory.parseString(text)).child("settings");
      Family family = Catalogue.family(recipe.family(), "test");
      if (family instanceof ModelFamily local) {
        Settings settings = SystemSpec.of(recipe.name()).familySettings();
        local.create(TryoutSchema.context(recipe.name()), settings);
        local.create(TryoutSchema.context(recipe.name()), copied);
        assertThat(copied.resolved()).as(text).isEqualTo(settings.resolved());
      }
    }
  }

  @Test
  void whatTheRecipeSetsIsSetAndTheRestIsAComment() throws Exception {
    Path file = folder.resolve("mine.conf");
    run(0, "new", "system", "mine", "--like", "vit", "--out", file.toString());
    String text = Files.readString(file);
    assertThat(text)
        .contains("title = \"mine\"", "task = classification", "family = backbone")
        .containsPattern("\n +heads = 4 +# number of heads")
        .containsPattern("\n +# patience = 100 +# epochs")
        .containsPattern("\n +kind = patch +# squares");
    assertThat(run(2, "new", "system", "mine", "--like", "vit", "--out", file.toString()))
        .contains("there already");
  }

  @Test
  void badNamesAreRefusedInOneLine() {
    assertThat(run(2, "new", "system", "My System", "--like", "vit")).contains("lower case");
    assertThat(run(2, "new", "system", "mine", "--like", "vit2")).contains("did you mean 'vit'");
    assertThat(run(2, "new", "system", "vit", "--like", "vit")).contains("vit");
    assertThatThrownBy(() -> Recipes.get("mine", "test")).isInstanceOf(InvalidInputException.class);
  }

  private static String run(int code, String... arguments) {
    PrintStream before = System.err;
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    System.setErr(new PrintStream(shown, true, StandardCharsets.UTF_8));
    try {
      assertThat(Ergodic.execute(arguments)).as(shown.toString()).isEqualTo(code);
    } finally {
      System.setErr(before);
    }
    return shown.toString(StandardCharsets.UTF_8);
  }
}
