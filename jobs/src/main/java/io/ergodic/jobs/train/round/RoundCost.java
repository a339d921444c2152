package io.ergodic.jobs.train.round;

import java.util.List;

/**
 * The time and the bytes of a round. The four times add up to the wall time.
 *
 * @param broadcast milliseconds to distribute the parameters: the driver's time, and the mean time
 *     that a worker waited for them
 * @param compute milliseconds of the steps: the time of the slowest worker, or the time of all
 *     workers divided by the number of their cores, whichever is larger
 * @param reduce milliseconds to average, and to apply the outer optimiser
 * @param idle milliseconds of the rest: scheduling, sending results, waiting for the slowest worker
 * @param sent bytes of the vectors that the driver distributed, counted once for all workers
 * @param received bytes of the vectors that the workers made
 * @param workers the times of each worker, in the order of the workers
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
