package io.ergodic.models.plrnn;

import io.ergodic.datasets.settings.Settings;

/**
 * Penalties on the weights of a map beside its loss.
 *
 * @param latent weight of |1 - A|^2 + |other weights|^2, thresholds of branches left out
 * @param observation weight of the observation's own penalty
 * @param manifold weight of |1 - A| + |W| + |h| over the last {@code part} of the states, which
 *     makes them hold what they have (manifold-attractor regularisation, Schmidt et al. 2021)
 * @param part of the states that is held, rounded down
 * @param squared whether the manifold's norms are squared, as in Brenner et al. 2022
 * @param convergence weight of |relu(A + diag(W) - 0.05)|, which lets states forget (Brenner et al.
 *     2024)
 */
public record Regularisation(
    double latent,
    double observation,
    double manifold,
    double part,
    boolean squared,
    double convergence) {
  private static final double FORGETTING = 0.05;

  /** Reads {@code regularisation { latent, observation, manifold, part, squared, convergence }}. */
  static Regularisation read(Settings settings) {
    settings.explain(
        "latent", "penalty that pulls the state map towards the identity",
        "observation", "penalty on the observation",
        "manifold", "penalty that makes the last states hold what they have",
        "part", "of the states, how many the manifold is made of",
        "squared", "whether the norms of the manifold's penalty are squared",
        "convergence", "penalty on what a state keeps of itself beyond 0.05");
    Regularisation read =
        new Regularisation(
            settings.number("latent", 0, 0, 1e6),
            settings.number("observation", 0, 0, 1e6),
            settings.number("manifold", 0, 0, 1e6),
            settings.number("part", 0.5, 0, 1),
            settings.flag("squared", false),
            settings.number("convergence", 0, 0, 1e6));
    settings.rejectUnknown();
    return read;
  }

  /** Adds the gradients of all penalties on the map to {@code gradient}. */
  void addGradient(Architecture architecture, float[] parameters, float[] gradient) {
    if (latent > 0) {
      architecture.regularise((float) (2 * latent), parameters, gradient);
    }
    if (manifold > 0) {
      addHolding((PiecewiseArchitecture) architecture, parameters, gradient);
    }
    if (convergence > 0) {
      addForgetting((PiecewiseArchitecture) architecture, parameters, gradient);
    }
  }

  /** Whether some of the penalties are defined for piecewise-linear maps alone. */
  public boolean ofPieces() {
    return manifold > 0 || convergence > 0;
  }

  private void addHolding(
      PiecewiseArchitecture architecture, float[] parameters, float[] gradient) {
    int states = architecture.states();
    int first = states - (int) (part * states);
    int width = architecture.width();
    pull(parameters, gradient, first, states, 1);
    pull(parameters, gradient, states + first * width, states + states * width, 0);
    pull(parameters, gradient, architecture.bias() + first, architecture.bias() + states, 0);
  }

  /** Adds the gradient of the norm of weights less a target, or of its square; 0 at the target. */
  private void pull(float[] parameters, float[] gradient, int from, int to, float target) {
    double squares = 0;
    for (int i = from; i < to; i++) {
      double difference = parameters[i] - target;
      squares += difference * difference;
    }
    double factor = squared ? 2 * manifold : squares == 0 ? 0 : manifold / Math.sqrt(squares);
    for (int i = from; i < to; i++) {
      gradient[i] += (float) (factor * (parameters[i] - target));
    }
  }

  private void addForgetting(
      PiecewiseArchitecture architecture, float[] parameters, float[] gradient) {
    double squares = 0;
    for (int m = 0; m < architecture.states(); m++) {
      double excess = excess(architecture, parameters, m);
      squares += excess * excess;
    }
    for (int m = 0; m < architecture.states() && squares > 0; m++) {
      float slope =
          (float) (convergence * excess(architecture, parameters, m) / Math.sqrt(squares));
      gradient[m] += slope;
      int own = architecture.own(m);
      if (own >= 0) {
        gradient[own] += slope;
      }
    }
  }

  private static double excess(PiecewiseArchitecture architecture, float[] parameters, int state) {
    int own = architecture.own(state);
    double kept = parameters[state] + (own < 0 ? 0 : parameters[own]);
    return Math.max(0, kept - FORGETTING);
  }
}
