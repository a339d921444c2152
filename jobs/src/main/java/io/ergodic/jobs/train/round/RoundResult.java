package io.ergodic.jobs.train.round;

import io.ergodic.models.learner.Unaveraged;
import java.util.List;

/**
 * What a round has come to.
 *
 * @param mean of the workers' parameters
 * @param copies of each worker that had steps: the parameters that are not averaged
 * @param states one for all or one a worker, as the policy has it
 * @param losses of the round's steps, in the order of the steps
 * @param examples seen by all workers together
 * @param devices the workers computed on, each once, as they stand in results
 */
public record RoundResult(
    float[] mean,
    List<Unaveraged.Copy> copies,
    List<float[]> states,
    double[] losses,
    long examples,
    List<String> devices,
    RoundCost cost) {

  RoundResult at(RoundCost price) {
    return new RoundResult(mean, copies, states, losses, examples, devices, price);
  }
}
