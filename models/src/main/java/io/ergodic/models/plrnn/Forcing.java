package io.ergodic.models.plrnn;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;

/** How the states of a sequence are led back to the data while training. */
public sealed interface Forcing {
  /**
   * Generalised teacher forcing by a given strength.
   *
   * @param alpha the strength at the start of the training
   * @param end the strength at its end, to which it goes in equal steps
   * @param averaging whether row t of a sequence has no strength below 1 / (1 + t), by which the
   *     first rows are averaged in place of trusting the first one
   */
  record Constant(double alpha, double end, boolean averaging) implements Forcing {
    /** The same strength from start to end. */
    public Constant(double alpha) {
      this(alpha, alpha, false);
    }

    /** The strength after a part of the training. */
    double at(double part) {
      return alpha + (end - alpha) * part;
    }
  }

  /**
   * Generalised teacher forcing whose strength is estimated from the Jacobians every {@code every}
   * steps: raised at once, lowered by the factor {@code decay} (Hess et al. 2023, algorithm 1).
   */
  record Adaptive(Estimate estimate, int every, double decay, double start) implements Forcing {}

  /**
   * Sparse teacher forcing: the state is replaced every {@code interval} rows (Mikhaeil et al.
   * 2022).
   *
   * @param interval {@link #ESTIMATED} until the data is seen
   */
  record Sparse(int interval) implements Forcing {
    @Override
    public Forcing on(List<Series> train) {
      return interval == ESTIMATED ? new Sparse(ForcingInterval.of(train)) : this;
    }
  }

  /**
   * Multiple shooting: segments that begin with what their first row tells of the state, the gap to
   * the end of the one before being part of the loss.
   *
   * @param interval steps of a segment, {@link #ESTIMATED} until the data is seen
   * @param continuity weight of the squared gaps
   */
  record Shooting(int interval, double continuity) implements Forcing {
    @Override
    public Forcing on(List<Series> train) {
      return interval == ESTIMATED ? new Shooting(ForcingInterval.of(train), continuity) : this;
    }
  }

  /** In place of an interval: it is taken from the data. */
  int ESTIMATED = 0;

  /** How the growth of a sequence's Jacobians is summed up. */
  enum Estimate {
    /** The norm of the mean Jacobian. */
    ARITHMETIC_MEAN(Growth.OfMean::new),
    /** The geometric mean of the norms, an upper bound of the norm of the product. */
    PRODUCT_UPPER_BOUND(Growth.MeanOfNorms::new),
    /** The norm of exp(mean of log J), the product's where the Jacobians commute. */
    EXPLOG_APPROX(Growth.OfMeanLogarithm::new),
    /** The largest norm of any Jacobian of the batch. */
    BATCH_MAXIMUM(Growth.Largest::new),
    /** max |A| + |W1| |W2| or the like, which no Jacobian exceeds: from the weights alone. */
    JACOBIAN_UPPER_BOUND(Growth.Largest::new);

    private final IntFunction<Growth> growths;

    Estimate(IntFunction<Growth> growths) {
      this.growths = growths;
    }

    /** For states of a dimension. */
    Growth growth(int states) {
      return growths.apply(states);
    }

    private static List<String> names() {
      return Arrays.stream(values()).map(each -> each.name().toLowerCase(Locale.ROOT)).toList();
    }
  }

  /**
   * Reads {@code forcing { kind, alpha, end, averaging | estimate, every, decay, start | interval,
   * continuity }}.
   *
   * @param fallback used for what is not set, if of the kind chosen
   */
  static Forcing read(Settings settings, Forcing fallback) {
    settings.explain(
        "kind", "how the state is pulled to the data while training",
        "alpha", "part of the data in the state",
        "end", "alpha at the end of the training",
        "averaging", "whether alpha is at least 1 / (1 + t) at row t of a sequence",
        "interval", "steps from replacement to replacement; 0 to estimate them from the data",
        "continuity", "weight of the gaps between segments",
        "estimate", "how the growth of Jacobians is bounded",
        "every", "steps between two estimates",
        "decay", "of the moving average of alpha",
        "start", "first alpha");
    String kind =
        settings.choice(
            "kind", kind(fallback), List.of("constant", "adaptive", "sparse", "shooting"));
    Forcing forcing;
    if (kind.equals("constant")) {
      double alpha = fallback instanceof Constant constant ? constant.alpha() : 0.1;
      double start = settings.number("alpha", alpha, 0, 1);
      forcing =
          new Constant(
              start, settings.number("end", start, 0, 1), settings.flag("averaging", false));
    } else if (kind.equals("sparse")) {
      forcing = new Sparse(interval(settings, fallback));
    } else if (kind.equals("shooting")) {
      forcing =
          new Shooting(interval(settings, fallback), settings.number("continuity", 1, 0, 1e9));
    } else {
      String estimate = settings.choice("estimate", "product_upper_bound", Estimate.names());
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

  private static int interval(Settings settings, Forcing fallback) {
    int interval = fallback instanceof Sparse sparse ? sparse.interval() : 16;
    return settings.integer("interval", interval, ESTIMATED, 1_000_000);
  }

  private static String kind(Forcing forcing) {
    if (forcing instanceof Constant) {
      return "constant";
    }
    return forcing instanceof Sparse ? "sparse" : "adaptive";
  }

  /** The same with everything known that depends on the data. */
  default Forcing on(List<Series> train) {
    return this;
  }

  /** The strength at row t of a sequence, given the present one of forcing whose strength moves. */
  default float strength(int row, float present) {
    if (this instanceof Constant constant) {
      return constant.averaging() ? Math.max(present, 1f / (1 + row)) : present;
    }
    if (this instanceof Sparse sparse) {
      return row % sparse.interval() == 0 ? 1 : 0;
    }
    return present;
  }
}
