package io.ergodic.jobs.tryout;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.suite.Catalogue;
import io.ergodic.jobs.suite.Recipe;
import io.ergodic.jobs.suite.Recipes;
import io.ergodic.jobs.suite.SystemSpec;
import io.ergodic.jobs.suite.TryDefaults;
import io.ergodic.models.family.Family;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is tried on what.
 *
 * @param protocol of its task
 * @param taskSettings of the protocol
 * @param baseline a family of no effort
 */
record TryoutPlan(
    SystemSpec system,
    Protocol protocol,
    Settings taskSettings,
    DatasetSpec dataset,
    SystemSpec baseline) {

  /**
   * The plan for a recipe, or for a family that has none.
   *
   * @throws InvalidInputException for an unknown name, with the nearest
   */
  static TryoutPlan of(String name) {
    Optional<Recipe> recipe = recipe(name);
    String task = recipe.map(Recipe::task).orElseGet(() -> task(Catalogue.family(name, "try")));
    Protocol protocol = Protocol.registry().get(task, "try " + name);
    Settings defaults = TryDefaults.of(task);
    SystemSpec system =
        recipe
            .map(known -> SystemSpec.of(known).with(known.trying().settings()))
            .orElseGet(() -> SystemSpec.of(name));
    Settings data =
        recipe
            .flatMap(known -> known.trying().dataset())
            .map(text -> Settings.parse(text, "try.dataset"))
            .orElseGet(() -> defaults.child("dataset"));
    Settings question =
        recipe
            .flatMap(known -> known.trying().task())
            .map(text -> Settings.parse(text, "try.task"))
            .orElseGet(() -> defaults.child("task"));
    return new TryoutPlan(
        system,
        protocol,
        question,
        DatasetSpec.read("try-" + task, data),
        SystemSpec.of(defaults.string("baseline")));
  }

  private static Optional<Recipe> recipe(String name) {
    Set<String> recipes = new TreeSet<>(Recipes.registry().names());
    if (recipes.contains(name)) {
      return Optional.of(Recipes.get(name, "try"));
    }
    Catalogue.families().forEach(family -> recipes.add(family.name()));
    if (!recipes.contains(name)) {
      throw new InvalidInputException(
          "try " + name + ": no such system; " + NearestName.hint(name, recipes));
    }
    return Optional.empty();
  }

  /** The first task that puts a capability of the family to the test. */
  private static String task(Family family) {
    for (Protocol protocol : Protocol.registry().all()) {
      for (Class<? extends Capability> capability : family.capabilities()) {
        if (protocol.serves(capability) && TryDefaults.exist(protocol.name())) {
          return protocol.name();
        }
      }
    }
    throw new InvalidInputException("try " + family.name() + ": no task tests what it can do");
  }
}
