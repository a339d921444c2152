package io.ergodic.models.optimiser;

import io.ergodic.datasets.registry.Named;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Settings;

/** The learning rate of a step: a pure function of where in the training it stands. */
@FunctionalInterface
public interface Schedule {
  /** The rate at a global step and its epoch, both counted from 0. */
  double rate(long step, int epoch);

  /**
   * What a schedule is made for.
   *
   * @param learningRate the rate it starts from, or rises to
   * @param epochs of the whole training
   * @param stepsPerEpoch batches an epoch
   */
  record Plan(double learningRate, int epochs, int stepsPerEpoch) {
    double steps() {
      return (double) epochs * stepsPerEpoch;
    }
  }

  /** A kind of schedule, found by name through ServiceLoader. */
  interface Kind extends Named {
    Schedule create(Plan plan, Settings settings);
  }

  static Registry<Kind> registry() {
    return Registry.load(Kind.class, "learning-rate schedule");
  }
}
