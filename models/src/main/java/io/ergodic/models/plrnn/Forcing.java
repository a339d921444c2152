package io.ergodic.models.plrnn;

import io.ergodic.datasets.settings.Settings;
import java.util.List;
import java.util.Locale;

/** How the states of a sequence are led back to the data while training. */
sealed interface Forcing {
  /** Generalised teacher forcing by a fixed strength. */
  record Constant(double alpha) implements Forcing {}

  /**
   * Generalised teacher forcing whose strength is estimated from the Jacobians every {@code every}
   * steps: raised at once, lowered by the factor {@code decay} (Hess et al. 2023, algorithm 1).
   */
  record Adaptive(Estimate estimate, int every, double decay, double start) implements Forcing {}

  /** Sparse teacher forcing: the state is replaced every {@code interval} rows. */
  record Sparse(int interval) implements Forcing {}

  /** How the growth of a sequence's Jacobians is summed up. */
  enum Estimate {
    /** The norm of the mean Jacobian. */
    ARITHMETIC_MEAN,
    /** The geometric mean of the norms, an upper bound of the norm of the product. */
    PRODUCT_UPPER_BOUND
  }

  /**
   * Reads {@code forcing { kind, alpha | estimate, every, decay, start | interval }}.
   *
   * @param fallback used for what is not set, if of the kind chosen
   */
  static Forcing read(Settings settings, Forcing fallback) {
    String byDefault =
        fallback instanceof Constant
            ? "constant"
            : fallback instanceof Sparse ? "sparse" : "adaptive";
    settings.explain(
        "kind", "how the state is pulled to the data while training",
        "alpha", "part of the data in the state",
        "interval", "steps from replacement to replacement",
        "estimate", "how the growth of Jacobians is bounded",
        "every", "steps between two estimates",
        "decay", "of the moving average of alpha",
        "start", "first alpha");
    String kind = settings.choice("kind", byDefault, List.of("constant", "adaptive", "sparse"));
    Forcing forcing;
    if (kind.equals("constant")) {
      double alpha = fallback instanceof Constant constant ? constant.alpha() : 0.1;
      forcing = new Constant(settings.number("alpha", alpha, 0, 1));
    } else if (kind.equals("sparse")) {
      int interval = fallback instanceof Sparse sparse ? sparse.interval() : 16;
      forcing = new Sparse(settings.integer("interval", interval, 1, 1_000_000));
    } else {
      String estimate =
          settings.choice(
              "estimate", "product_upper_bound", List.of("product_upper_bound", "arithmetic_mean"));
      forcing =
          new Adaptive(
              Estimate.valueOf(estimate.toUpperCase(Locale.ROOT)),
              settings.integer("every", 5, 1, 1_000_000),
              settings.number("decay", 0.999, 0, 1),
              settings.number("start", 1, 0, 1));
    }
    settings.rejectUnknown();
    return forcing;
  }

  /** The strength at row t of a sequence, given the present strength of adaptive forcing. */
  default float strength(int row, float adaptive) {
    if (this instanceof Constant constant) {
      return (float) constant.alpha();
    }
    if (this instanceof Sparse sparse) {
      return row % sparse.interval() == 0 ? 1 : 0;
    }
    return adaptive;
  }
}
