package io.ergodic.jobs.train.round;

import io.ergodic.models.learner.Unaveraged;
import java.util.List;

/**
 * The result of a round.
 *
 * @param mean of the workers' parameters, flat
 * @param copies the parameters that are not averaged, of each worker that had steps
 * @param states of the optimiser: one for all workers, or one each, by the state policy
 * @param losses of the round's steps, in the order of the steps
 * @param examples number of examples that all workers have seen
 * @param devices that the workers computed on, without repetition, as results name them
 * @param cost null until it is measured
 */
public record RoundResult(
    float[] mean,
    List<Unaveraged.Copy> copies,
    List<float[]> states,
    double[] losses,
    long examples,
    List<String> devices,
    RoundCost cost) {

  RoundResult withCost(RoundCost measured) {
    return new RoundResult(mean, copies, states, losses, examples, devices, measured);
  }
}
