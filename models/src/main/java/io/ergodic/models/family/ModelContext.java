package io.ergodic.models.family;

import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.Port;
import io.ergodic.datasets.task.Task;

/**
 * What a model is described for: a task on data of a schema. No data is needed, so that everything
 * wrong with a suite is said before any is made.
 *
 * @param dataset its name, for messages
 */
public record ModelContext(Task task, Schema schema, String dataset) {
  /** What goes in. */
  public Port input() {
    return task.input(schema);
  }

  /** What has to come out. */
  public Port output() {
    return task.output(schema);
  }

  /** The input, if it is of a layout, or a clear refusal. */
  public Port input(String layout, String family) {
    return checked(input(), layout, family, "is given");
  }

  /** The output, if it is of a layout, or a clear refusal. */
  public Port output(String layout, String family) {
    return checked(output(), layout, family, "is to give");
  }

  private Port checked(Port port, String layout, String family, String role) {
    if (port.layout().equals(layout)) {
      return port;
    }
    throw new InvalidInputException(
        family
            + " cannot be used for "
            + task.name()
            + " of dataset "
            + dataset
            + ": there it "
            + role
            + " "
            + port
            + ", but it works with "
            + layout);
  }
}
