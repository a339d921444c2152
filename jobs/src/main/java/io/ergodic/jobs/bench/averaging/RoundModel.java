package io.ergodic.jobs.bench.averaging;

/**
 * What a round of averaging takes, from constants that were measured: times in milliseconds.
 *
 * @param step a local step while every core is at one
 * @param alone a local step while all other cores rest, as on an executor of one worker
 * @param fixed of a round, whatever the number of workers
 * @param message more for each worker: its task, and its result
 * @param rate bytes of workers' vectors that this machine moves and adds up in a millisecond;
 *     infinite where that costs nothing measurable
 * @param vectors of one worker
 */
record RoundModel(
    double step, double alone, double fixed, double message, double rate, Vectors vectors) {

  /**
   * Parameters and optimiser state of one worker.
   *
   * @param bytes of all
   * @param slice bytes of a slice of those that executors average; 0 where the driver does
   */
  record Vectors(long bytes, long slice) {
    int slices() {
      return slice == 0 ? 0 : (int) ((bytes + slice - 1) / slice);
    }
  }

  /**
   * Constants of rounds of one worker and of two: what a second worker adds is a message and the
   * bytes of its vectors; of a small model's it is the message alone.
   *
   * @param apart milliseconds of a round beside its steps, with one worker and with two
   * @param small the same of a model whose bytes count for nothing
   */
  static RoundModel of(double step, double alone, double[] apart, double[] small, Vectors vectors) {
    double message = Math.max(0, small[1] - small[0]);
    double worker = Math.max(message, apart[1] - apart[0]);
    double fixed = Math.max(0, apart[0] - worker);
    return new RoundModel(
        step, alone, fixed, message, vectors.bytes() / (worker - message), vectors);
  }

  /**
   * A round on this machine.
   *
   * @param lanes cores that the workers' steps share
   */
  double here(int workers, int localSteps, int lanes) {
    int turns = (workers + lanes - 1) / lanes;
    double each = workers < lanes ? alone : step;
    return each * localSteps * turns + fixed + workers * (message + vectors.bytes() / rate);
  }

  /**
   * A round of executors on machines of their own, one worker each. Vectors that travel with the
   * tasks all pass through the driver. Of others every executor gets the same slices from all, adds
   * them up, and gives each of the others their mean; there may be more executors than slices.
   *
   * @param network bytes that a machine sends, and as many that it gets, in a millisecond
   */
  double onNetwork(int executors, int localSteps, double network) {
    return alone * localSteps + fixed + executors * message + moved(executors) / network;
  }

  /** Bytes that pass the busiest machine, one after another. */
  private double moved(int executors) {
    if (vectors.slice() == 0) {
      return 2.0 * executors * vectors.bytes();
    }
    int averaging = Math.min(executors, vectors.slices());
    double share = (double) vectors.slice() * ((vectors.slices() + averaging - 1) / averaging);
    double others = executors - 1;
    double gathered = Math.max(others * share, vectors.bytes() * others / executors);
    double dealtOut = Math.max(others * share, vectors.bytes());
    // Then the driver fetches one mean.
    return gathered + dealtOut + vectors.bytes();
  }

  /** How much of a round on a network is steps, in per cent. */
  double efficiency(int executors, int localSteps, double network) {
    return 100 * alone * localSteps / onNetwork(executors, localSteps, network);
  }
}
