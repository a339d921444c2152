package io.ergodic.models.plrnn;

import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.settings.Settings;
import java.util.List;
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
  record Adaptive(Estimate estimate, int every, double decay, double start) implements Forcing {
    /** That of the published code. */
    public static final Adaptive PUBLISHED =
        new Adaptive(Estimate.PRODUCT_UPPER_BOUND, 5, 0.999, 1);
  }

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

  /** The word of the settings. */
  private String kind() {
    if (this instanceof Constant) {
      return "constant";
    }
    if (this instanceof Sparse) {
      return "sparse";
    }
    return this instanceof Shooting ? "shooting" : "adaptive";
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
            "kind", fallback.kind(), List.of("constant", "adaptive", "sparse", "shooting"));
    Forcing forcing =
        switch (kind) {
          case "constant" ->
              constant(settings, fallback instanceof Constant given ? given : new Constant(0.1));
          case "sparse" -> new Sparse(interval(settings, fallback));
          case "shooting" -> shooting(settings, fallback);
          default ->
              adaptive(settings, fallback instanceof Adaptive given ? given : Adaptive.PUBLISHED);
        };
    settings.rejectUnknown();
    return forcing;
  }

  private static Constant constant(Settings settings, Constant fallback) {
    double start = settings.number("alpha", fallback.alpha(), 0, 1);
    return new Constant(
        start,
        settings.number("end", start, 0, 1),
        settings.flag("averaging", fallback.averaging()));
  }

  private static Shooting shooting(Settings settings, Forcing fallback) {
    double continuity = fallback instanceof Shooting given ? given.continuity() : 1;
    return new Shooting(
        interval(settings, fallback), settings.number("continuity", continuity, 0, 1e9));
  }

  /** Both ways of starting anew do so as often, where nothing is set. */
  private static int interval(Settings settings, Forcing fallback) {
    int interval = 16;
    if (fallback instanceof Sparse sparse) {
      interval = sparse.interval();
    } else if (fallback instanceof Shooting shooting) {
      interval = shooting.interval();
    }
    return settings.integer("interval", interval, ESTIMATED, 1_000_000);
  }

  private static Adaptive adaptive(Settings settings, Adaptive fallback) {
    return new Adaptive(
        settings.choice("estimate", fallback.estimate()),
        settings.integer("every", fallback.every(), 1, 1_000_000),
        settings.number("decay", fallback.decay(), 0, 1),
        settings.number("start", fallback.start(), 0, 1));
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
