package io.ergodic.datasets.task;

import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;

/**
 * How examples with a class are read from one kind of data, whose name it has. Found through
 * ServiceLoader: with it, classification can be asked of that kind. The schema names the classes.
 */
public interface ClassSource extends Named {
  /** What goes in. */
  Port input(Schema schema);

  /** The examples of a split: floats {@code input}, the class index as {@code target}. */
  Examples examples(Dataset dataset, Split split);

  static Registry<ClassSource> registry() {
    return Registry.load(ClassSource.class, "source of classes");
  }
}
