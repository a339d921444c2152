package io.ergodic.jobs.peer;

import io.ergodic.models.learner.StepContext;
import io.ergodic.models.optimiser.OptimiserSettings;
import org.nd4j.linalg.schedule.ISchedule;

/**
 * A schedule of the project by Deeplearning4j's iterations. An iteration of dl4j-spark is a step of
 * all its workers, so it stands for as many global steps as there are workers.
 */
final class RateTable implements ISchedule {
  private static final long serialVersionUID = 1L;

  private final double[] rates;

  private RateTable(double[] rates) {
    this.rates = rates;
  }

  /**
   * The rates of a whole training.
   *
   * @param workers global steps an iteration stands for
   * @param steps global steps of the training
   */
  static RateTable of(OptimiserSettings optimiser, int workers, long steps, int stepsPerEpoch) {
    double[] rates = new double[Math.toIntExact((steps + workers - 1) / workers)];
    for (int i = 0; i < rates.length; i++) {
      long step = (long) i * workers;
      rates[i] = optimiser.rate(new StepContext(step, (int) (step / stepsPerEpoch), 0));
    }
    return new RateTable(rates);
  }

  /** The last rate holds on: dl4j-spark counts more iterations than it makes. */
  @Override
  public double valueAt(int iteration, int epoch) {
    return rates[Math.min(iteration, rates.length - 1)];
  }

  /** Whether the rate never changes. */
  boolean constant() {
    for (double rate : rates) {
      if (rate != rates[0]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public ISchedule clone() {
    return this;
  }
}
