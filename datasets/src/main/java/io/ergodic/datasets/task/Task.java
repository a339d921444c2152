package io.ergodic.datasets.task;

import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import java.util.Optional;
import java.util.Set;

/**
 * The question put to a model: what kind of data it is asked of, what goes in, what is to come out.
 * How the answer is scored is the protocol's business.
 */
public interface Task {
  /** The name of its protocol, such as {@code forecasting}. */
  String name();

  /** The kinds of data it can be asked of, such as {@code series}. */
  Set<String> kinds();

  /** What goes into a model for data of a schema. */
  Port input(Schema schema);

  /** What has to come out. */
  Port output(Schema schema);

  /**
   * The examples of a split, with fields {@code input} and {@code target} of the forms of the
   * ports; empty for a task whose models draw examples of their own.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException where the split has none
   */
  Optional<Examples> examples(Dataset dataset, Split split);
}
