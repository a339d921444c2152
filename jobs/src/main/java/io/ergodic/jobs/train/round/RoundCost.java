package io.ergodic.jobs.train.round;

import java.util.List;

/**
 * Where the time and the bytes of a round went. The four times add up to the wall time.
 *
 * @param broadcast milliseconds to give the parameters out: on the driver, and the workers' mean
 *     wait for them
 * @param compute milliseconds in which steps were taken, at least: the slowest worker's, or all
 *     workers' over the cores there are for them
 * @param reduce milliseconds to average and to apply the outer optimiser
 * @param idle the rest: scheduling, sending results, waiting for the slowest
 * @param sent bytes of vectors given out, once each
 * @param received bytes of vectors the workers sent
 * @param workers the same from each worker's view, in their order
 */
public record RoundCost(
    double broadcast,
    double compute,
    double reduce,
    double idle,
    long sent,
    long received,
    List<WorkerCost> workers) {

  /** The wall time, in milliseconds. */
  public double wall() {
    return broadcast + compute + reduce + idle;
  }
}
