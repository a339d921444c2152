package io.ergodic.datasets.manifest;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A trajectory of a dataset that could not be made. Its id stays unused; the others keep theirs.
 *
 * @param split,series that it would have had
 * @param system by name
 * @param parameters of this trajectory, all of them
 * @param time of the system at which it ended
 * @param state in which it ended
 * @param reason such as "divergence" or "step size underflow"
 */
public record Failure(
    String split,
    String series,
    String system,
    Map<String, Double> parameters,
    double time,
    List<Double> state,
    String reason)
    implements Serializable {
  public Failure {
    parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
    state = List.copyOf(state);
  }

  /** All of it in one sentence. */
  public String describe() {
    return split
        + " series "
        + series
        + ": "
        + reason
        + " of "
        + system
        + parameters
        + " at time "
        + time
        + " in state "
        + state;
  }
}
