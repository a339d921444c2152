package io.ergodic.jobs.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.mllib.DistributedFamily;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.Recipe;
import io.ergodic.jobs.suite.Recipes;
import io.ergodic.models.family.Engine;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recipe that is trained by steps gives, with one worker, the bits of the plain loop. */
class EveryRecipeAveragedTest {
  private static final List<Engine> STEPPED =
      List.of(Engine.FUSED, Engine.LIBTORCH, Engine.DEEPLEARNING4J);

  @TempDir static Path folder;

  private static SparkSession session;
  private static TrainingFixture fixture;

  @BeforeAll
  static void start() {
    session = AveragingTrainerTest.session("local[1]");
    fixture =
        new TrainingFixture(JavaSparkContext.fromSparkContext(session.sparkContext()), folder);
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  static List<String> stepped() {
    return Recipes.registry().all().stream()
        .filter(recipe -> STEPPED.contains(Catalogue.family(recipe.family(), "").engine()))
        .map(Recipe::name)
        .toList();
  }

  static List<String> solved() {
    return Recipes.registry().all().stream()
        .filter(recipe -> !(Catalogue.family(recipe.family(), "") instanceof DistributedFamily))
        .map(Recipe::name)
        .filter(name -> !stepped().contains(name))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("stepped")
  void oneWorkerIsThePlainLoop(String recipe) throws IOException {
    FamilySource source = fixture.recipe(Recipes.get(recipe, ""), true);
    Trainable.Stepped stepped = source.create(new Configuration());
    int perEpoch = stepped.stage().batches().batchesPerEpoch();
    try (Learner unused = stepped.learner()) {
      // Two rounds an epoch where that ends one with the epoch, which is when a loop validates.
      int steps = perEpoch % 2 == 0 ? perEpoch / 2 : perEpoch;
      assertThat(fixture.averaged(source, "workers = 1, localSteps = " + steps))
          .isEqualTo(fixture.plain(source));
    }
  }

  @ParameterizedTest
  @MethodSource("solved")
  void whatIsSolvedIsRefused(String recipe) throws IOException {
    FamilySource source = fixture.recipe(Recipes.get(recipe, ""), false);
    assertThatThrownBy(() -> fixture.averaged(source, "workers = 1"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("there is nothing to average");
  }
}
