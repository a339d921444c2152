package io.ergodic.datasets.chaos;

import io.ergodic.datasets.integrate.IntegrationException;
import io.ergodic.datasets.integrate.Tolerance;
import io.ergodic.datasets.integrate.TrajectoryBatch;
import io.ergodic.datasets.integrate.TrajectoryBatch.Outcome;
import io.ergodic.datasets.kernel.LaneField;
import io.ergodic.datasets.lift.LiftedField;
import java.util.List;
import java.util.Optional;

/**
 * Samples of many trajectories of one system, with the same or different parameters, in vector
 * lanes where that pays. A trajectory has the bits of {@link ChaoticFlow#sample}, whatever its
 * company.
 */
public final class FlowBatch {
  private static final int FEWEST = 4;
  private static final int MOST = 256;

  /** Fewer points are done before the generated code is compiled. */
  private static final double FEWEST_POINTS = 200_000;

  private static final int MOST_VALUES = 1 << 23;

  private FlowBatch() {}

  /** How many trajectories to take at a time: many for vectors, but few enough for the memory. */
  public static int size(int dimension, int length) {
    long values = (long) dimension * length;
    return (int) Math.max(1, Math.min(MOST, MOST_VALUES / values));
  }

  /**
   * Samples trajectory i at {@code begins[i] + k * step} for k = 0 to {@code length} - 1.
   *
   * @param flows of one system and dimension; at least one
   * @param starts the states at time 0
   * @return for every trajectory its samples, or why it ended before
   */
  public static Outcome[] sample(
      List<ChaoticFlow> flows, double[][] starts, double[] begins, double step, int length) {
    ChaoticFlow first = flows.get(0);
    for (ChaoticFlow flow : flows) {
      if (flow.system() != first.system() || flow.dimension() != first.dimension()) {
        throw new IllegalArgumentException("a batch of " + first + " and " + flow);
      }
    }
    double points = flows.size() * (length + begins[0] / step);
    if (flows.size() >= FEWEST && points >= FEWEST_POINTS) {
      Optional<Outcome[]> outcomes = inLanes(flows, starts, begins, step, length);
      if (outcomes.isPresent()) {
        return outcomes.get();
      }
    }
    Outcome[] outcomes = new Outcome[flows.size()];
    for (int i = 0; i < outcomes.length; i++) {
      try {
        outcomes[i] = new Outcome(flows.get(i).sample(starts[i], begins[i], step, length), null);
      } catch (IntegrationException ended) {
        outcomes[i] = new Outcome(null, ended);
      }
    }
    return outcomes;
  }

  /** Empty where the equations cannot be lifted to lanes. */
  static Optional<Outcome[]> inLanes(
      List<ChaoticFlow> flows, double[][] starts, double[] begins, double step, int length) {
    ChaoticFlow first = flows.get(0);
    double[][] parameters = flows.stream().map(ChaoticFlow::parameters).toArray(double[][]::new);
    // lifted equations are kept by their class
    Optional<LaneField> lanes =
        first.system().saidByItsClass()
            ? LiftedField.of(first.system(), first.dimension(), parameters[0].length)
            : Optional.empty();
    TrajectoryBatch.Problem problem =
        new TrajectoryBatch.Problem(
            flows,
            parameters,
            starts,
            begins,
            step,
            length,
            Tolerance.DEFAULT,
            FlowSampling.STEPS_PER_PERIOD / first.period());
    return lanes.map(field -> TrajectoryBatch.solve(field, problem));
  }
}
