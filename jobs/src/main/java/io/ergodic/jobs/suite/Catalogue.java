package io.ergodic.jobs.suite;

import io.ergodic.datasets.registry.PerLoader;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.jobs.mllib.DistributedFamily;
import io.ergodic.models.family.Family;
import io.ergodic.models.family.ModelFamily;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** All model families, whether they train inside a task or as Spark jobs of their own. */
public final class Catalogue {
  private static final PerLoader<Registry<Family>> FAMILIES =
      new PerLoader<>(() -> Registry.of("system", all()));

  private Catalogue() {}

  private static List<Family> all() {
    List<Family> families = new ArrayList<>(ModelFamily.registry().all());
    families.addAll(DistributedFamily.registry().all());
    return families;
  }

  public static Family family(String name, String path) {
    return FAMILIES.get().get(name, path);
  }

  /** In the order of their names. */
  public static Collection<Family> families() {
    return FAMILIES.get().all();
  }
}
