package io.ergodic.models.continuous;

import io.ergodic.datasets.settings.Settings;
import java.util.List;

/**
 * What a neural ordinary differential equation is beside its training plan.
 *
 * @param hidden widths of the hidden layers
 * @param augmented variables beside the observed ones, which begin as zeros (Dupont et al. 2019)
 * @param interval time between two rows, as the field sees it
 * @param discrete whether gradients go back through the solver's steps, not by the adjoint equation
 * @param seminorm whether errors of the weights' gradient do not shorten the adjoint's steps
 */
record NeuralOdeSettings(
    int[] hidden,
    Activation activation,
    int augmented,
    double interval,
    boolean discrete,
    boolean seminorm,
    StepControl control,
    SolverPenalty penalty) {
  private static final double[] WIDTHS = {100};
  private static final int WIDEST = 65_536;

  /**
   * Reads all but the training plan; the caller refuses the rest.
   *
   * @param step between two rows of the data
   */
  static NeuralOdeSettings read(Settings settings, double step, int epochs) {
    settings.explain(
        "widths", "units of each hidden layer",
        "activation", "of the hidden units",
        "augmented", "variables beside the observed ones",
        "interval", "time between two rows, as the network sees it; 0 for that of the data",
        "gradient", "back through the steps of the solver, or by the adjoint equation",
        "seminorm", "whether the adjoint's steps mind errors of the states alone");
    double[] widths = settings.numbers("widths", WIDTHS);
    int[] hidden = new int[widths.length];
    for (int k = 0; k < hidden.length; k++) {
      hidden[k] = (int) widths[k];
      if (hidden[k] != widths[k] || hidden[k] < 1 || hidden[k] > WIDEST) {
        throw settings.error(
            "widths", "must be whole numbers in [1, " + WIDEST + "], not " + widths[k]);
      }
    }
    double interval = settings.number("interval", 0, 0, 1e9);
    NeuralOdeSettings read =
        new NeuralOdeSettings(
            hidden,
            settings.choice("activation", Activation.TANH),
            settings.integer("augmented", 0, 0, 4096),
            interval == 0 ? step : interval,
            settings
                .choice("gradient", "discrete", List.of("discrete", "adjoint"))
                .equals("discrete"),
            settings.flag("seminorm", false),
            StepControl.read(settings.child("solver")),
            SolverPenalty.read(settings.child("regulariser"), epochs));
    if (read.penalty().active() && !read.discrete()) {
      throw settings.error(
          "gradient", "must be discrete for a regulariser, which is about the solver's steps");
    }
    if (read.penalty().active() && !read.control().adaptive()) {
      throw settings.error(
          "solver", "must choose its steps (step = 0) for a regulariser, which is about them");
    }
    return read;
  }
}
