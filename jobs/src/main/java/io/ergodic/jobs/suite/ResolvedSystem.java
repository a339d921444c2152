package io.ergodic.jobs.suite;

import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.jobs.build.BuildDigest;
import io.ergodic.jobs.mllib.DistributedFamily;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Family;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.natives.NativeLibraries;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What a system turned out to be for data of a form: all settings that are in force, defaults
 * included, however they were spelled.
 *
 * @param settings in force, as canonical JSON
 * @param revision of the family
 * @param deterministic whether the seed changes nothing
 * @param digest of the code behind it
 * @param cost counted from its shapes; nothing where that is not known
 */
public record ResolvedSystem(
    String settings, int revision, boolean deterministic, String digest, Cost cost)
    implements Serializable {
  /** The floor is no system. */
  public static final ResolvedSystem NONE = new ResolvedSystem("{}", 0, false, "", Cost.NOTHING);

  /**
   * Resolves a system for a task on data of a schema; no data is needed.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException for settings it cannot use, or data
   *     of a form it does not work on
   */
  public static ResolvedSystem of(SystemSpec system, Task task, Schema schema, String dataset) {
    Settings settings = system.familySettings();
    Family family = Catalogue.family(system.family(), system.path());
    ModelContext context = new ModelContext(task, schema, dataset);
    List<Class<?>> parts = new ArrayList<>(List.of(family.getClass()));
    Cost cost = Cost.NOTHING;
    if (family instanceof DistributedFamily distributed) {
      distributed.check(context);
      distributed.create(settings);
    } else {
      ModelFamily local = (ModelFamily) family;
      NativeLibraries.load(local.engine());
      Model model = local.create(context, settings);
      if (system.averaging().isPresent() && !model.stepped()) {
        throw new InvalidInputException(
            system.path()
                + ".averaging: "
                + family.name()
                + " is fitted in one pass, not trained by steps; there is nothing to average, but"
                + " spread { tasks = ... } shares the pass");
      }
      if (system.spread().isPresent() && model.stepped()) {
        throw new InvalidInputException(
            system.path()
                + ".spread: "
                + family.name()
                + " is trained by steps; averaging { workers = ... } spreads those");
      }
      parts.addAll(model.parts());
      cost = model.cost();
    }
    return new ResolvedSystem(
        settings.resolved(),
        family.revision(),
        family.deterministic(),
        BuildDigest.of(parts),
        cost);
  }
}
