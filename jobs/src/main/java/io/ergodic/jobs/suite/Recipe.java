package io.ergodic.jobs.suite;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A system as a file of {@code conf/systems}: a family of models with the settings of a paper.
 *
 * <pre>
 * title = "PatchTST"
 * papers = [a-time-series-is-worth-64-words]
 * task = forecasting
 * family = patchtst
 * settings { ... }
 * published = [{ dataset = etth1, metric = mse, value = 0.370, protocol = "look-back 336" }]
 * try { dataset { source = seasonal, ... }, task { ... }, settings { epochs = 1 } }
 * </pre>
 *
 * @param name of the file without {@code .conf}
 * @param title the name people know it by
 * @param papers ids of the papers it comes from; empty for a baseline
 * @param task the task it is for
 * @param family of models that carries it
 * @param settings of the family, as canonical JSON
 * @param published what has been published of it
 * @param trying how {@code ./ergodic try} runs it, where not as its task is tried by default
 */
public record Recipe(
    String name,
    String title,
    List<String> papers,
    String task,
    String family,
    String settings,
    List<Published> published,
    Trying trying)
    implements Named {

  /**
   * A published result.
   *
   * @param protocol how it was measured, in words
   */
  public record Published(String dataset, String metric, double value, String protocol) {}

  /**
   * What a quick trial uses, each as canonical JSON.
   *
   * @param dataset settings of a dataset, if not the one its task is tried on
   * @param task settings of the task
   * @param settings laid over those of the recipe, to make it cheaper
   */
  public record Trying(Optional<String> dataset, Optional<String> task, String settings) {}

  /**
   * Reads a recipe.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException naming file, key and what is allowed
   */
  static Recipe read(String name, Settings file) {
    Settings trying = file.child("try");
    Recipe recipe =
        new Recipe(
            name,
            file.string("title", name),
            List.copyOf(file.strings("papers", List.of())),
            file.string("task"),
            Catalogue.family(file.string("family"), file.path("family")).name(),
            file.child("settings").json(),
            published(file),
            new Trying(
                json(trying, "dataset"), json(trying, "task"), trying.child("settings").json()));
    trying.rejectUnknown();
    file.rejectUnknown();
    return recipe;
  }

  private static Optional<String> json(Settings settings, String key) {
    return settings.has(key) ? Optional.of(settings.child(key).json()) : Optional.empty();
  }

  private static List<Published> published(Settings file) {
    List<Published> all = new ArrayList<>();
    for (Settings one : file.objects("published")) {
      all.add(
          new Published(
              one.string("dataset"),
              one.string("metric"),
              one.number("value", -Double.MAX_VALUE, Double.MAX_VALUE),
              one.string("protocol", "")));
      one.rejectUnknown();
    }
    return List.copyOf(all);
  }
}
