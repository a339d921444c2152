package io.ergodic.jobs.suite;

import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.task.Task;
import java.util.HashMap;
import java.util.Map;

/**
 * What systems turned out to be: each is described once for a task and a form of data, however many
 * datasets have that form.
 */
public final class ResolvedSystems {
  private final Map<Key, ResolvedSystem> known = new HashMap<>();

  private record Key(
      String family, String settings, String path, String task, String taskSettings, Schema form) {}

  /**
   * Resolves a system as {@link ResolvedSystem#of} does.
   *
   * @param taskSettings by which the task was read
   */
  ResolvedSystem get(
      SystemSpec system, Task task, String taskSettings, Schema schema, String dataset) {
    Key key =
        new Key(
            system.family(), system.settings(), system.path(), task.name(), taskSettings, schema);
    ResolvedSystem before = known.get(key);
    if (before == null) {
      before = ResolvedSystem.of(system, task, schema, dataset);
      known.put(key, before);
    }
    return before;
  }
}
