package io.ergodic.datasets.task;

import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;

/**
 * How pairs of functions are read from one kind of data, whose name it has. Found through
 * ServiceLoader: with it, the operator task can be asked of that kind.
 */
public interface FunctionSource extends Named {
  /** Points and channels of what goes in: layout {@link Port#FUNCTION}. */
  Port input(Schema schema);

  /** Points and channels of what comes out. */
  Port output(Schema schema);

  /**
   * The pairs of a split, with fields {@code input} and {@code target} of floats, points x channels
   * each.
   */
  Examples examples(Dataset dataset, Split split);

  /** Where the points of an output stand: ascending, one number a point. */
  float[] grid(Dataset dataset);

  static Registry<FunctionSource> registry() {
    return Registry.load(FunctionSource.class, "source of functions");
  }
}
