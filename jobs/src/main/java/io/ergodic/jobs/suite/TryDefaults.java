package io.ergodic.jobs.suite;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.util.Map;

/**
 * What systems of a task are tried on where their recipe does not say: {@code conf/try/TASK.conf}.
 */
public final class TryDefaults {
  private static final String FOLDER = "conf/try";

  private TryDefaults() {}

  /** Whether there are any for a task. */
  public static boolean exist(String task) {
    return ConfFolder.texts(FOLDER).containsKey(task);
  }

  /** Dataset, task settings and baseline of a task. */
  public static Settings of(String task) {
    Map<String, String> texts = ConfFolder.texts(FOLDER);
    if (!texts.containsKey(task)) {
      throw new InvalidInputException(
          "nothing to try systems of task "
              + task
              + " on: add "
              + FOLDER
              + "/"
              + task
              + ".conf; there are "
              + String.join(", ", texts.keySet()));
    }
    return Settings.parse(texts.get(task), FOLDER + "/" + task + ".conf");
  }
}
