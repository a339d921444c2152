package io.ergodic.models.optimiser;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;

/** The schedules shipped, as services. */
public final class Schedules {
  private Schedules() {}

  /** {@code constant}: the same rate throughout. */
  @AutoService(Schedule.Kind.class)
  public static final class Constant implements Schedule.Kind {
    @Override
    public String name() {
      return "constant";
    }

    @Override
    public Schedule create(Schedule.Plan plan, Settings settings) {
      return (step, epoch) -> plan.learningRate();
    }
  }

  /**
   * {@code exponential}: from the learning rate towards {@code end}, multiplied once an epoch by
   * (end / start)^(1 / epochs).
   */
  @AutoService(Schedule.Kind.class)
  public static final class Exponential implements Schedule.Kind {
    @Override
    public String name() {
      return "exponential";
    }

    @Override
    public Schedule create(Schedule.Plan plan, Settings settings) {
      double start = plan.learningRate();
      double end = settings.number("end", 1e-12, 1e3);
      return (step, epoch) -> start * Math.pow(end / start, (double) epoch / plan.epochs());
    }
  }

  /** {@code step}: multiplied by {@code factor} (0.5) every {@code every} (1) epochs. */
  @AutoService(Schedule.Kind.class)
  public static final class Step implements Schedule.Kind {
    @Override
    public String name() {
      return "step";
    }

    @Override
    public Schedule create(Schedule.Plan plan, Settings settings) {
      int every = settings.integer("every", 1, 1, Integer.MAX_VALUE);
      double factor = settings.number("factor", 0.5, 1e-6, 1);
      return (step, epoch) -> plan.learningRate() * Math.pow(factor, epoch / every);
    }
  }

  /**
   * {@code type1}: halved every epoch, but the first two epochs both run at the full rate, as in
   * the long-horizon forecasting benchmarks, which adjust the rate after an epoch by the number of
   * the epoch just done.
   */
  @AutoService(Schedule.Kind.class)
  public static final class TypeOne implements Schedule.Kind {
    @Override
    public String name() {
      return "type1";
    }

    @Override
    public Schedule create(Schedule.Plan plan, Settings settings) {
      return (step, epoch) -> plan.learningRate() * Math.pow(0.5, Math.max(0, epoch - 1));
    }
  }

  /**
   * {@code type3}: the full rate for four epochs, then a tenth less each epoch, as in the
   * long-horizon forecasting benchmarks, which adjust the rate after an epoch.
   */
  @AutoService(Schedule.Kind.class)
  public static final class TypeThree implements Schedule.Kind {
    @Override
    public String name() {
      return "type3";
    }

    @Override
    public Schedule create(Schedule.Plan plan, Settings settings) {
      return (step, epoch) -> plan.learningRate() * Math.pow(0.9, Math.max(0, epoch - 3));
    }
  }

  /**
   * {@code sigmoid}: the full rate in the first epoch, then, in epoch e counted from 0, times 1 /
   * (1 + exp(-(e - 10) / 2)) - 1 / (1 + exp(-(e - 100) / 20)): up to almost the full rate within 20
   * epochs, and down again around the hundredth (xPatch, Stitsyuk and Choi 2025, adjusted after an
   * epoch as in the long-horizon forecasting benchmarks).
   */
  @AutoService(Schedule.Kind.class)
  public static final class Sigmoid implements Schedule.Kind {
    @Override
    public String name() {
      return "sigmoid";
    }

    @Override
    public Schedule create(Schedule.Plan plan, Settings settings) {
      return (step, epoch) ->
          epoch == 0
              ? plan.learningRate()
              : plan.learningRate()
                  * (logistic((epoch - 10) / 2.0) - logistic((epoch - 100) / 20.0));
    }

    private static double logistic(double x) {
      return 1 / (1 + Math.exp(-x));
    }
  }

  /**
   * {@code cosine}: a linear warm-up over {@code warmupEpochs} (0), then half a cosine down to
   * {@code end} (0) at the last step (Loshchilov and Hutter 2017).
   */
  @AutoService(Schedule.Kind.class)
  public static final class Cosine implements Schedule.Kind {
    @Override
    public String name() {
      return "cosine";
    }

    @Override
    public Schedule create(Schedule.Plan plan, Settings settings) {
      double warmup = settings.number("warmupEpochs", 0, 0, 1e6) * plan.stepsPerEpoch();
      double end = settings.number("end", 0, 0, 1e3);
      double top = plan.learningRate();
      return (step, epoch) -> {
        if (step < warmup) {
          return top * (step + 1) / Math.max(warmup, 1);
        }
        double part = Math.min(1, (step - warmup) / Math.max(1, plan.steps() - 1 - warmup));
        return end + (top - end) * 0.5 * (1 + Math.cos(Math.PI * part));
      };
    }
  }

  /**
   * {@code one-cycle}: half a cosine up from learningRate / {@code startDivisor} (25) over the
   * fraction {@code warmup} (0.3) of all steps, half a cosine down to the start divided by {@code
   * endDivisor} (1e4) (Smith and Topin 2018).
   */
  @AutoService(Schedule.Kind.class)
  public static final class OneCycle implements Schedule.Kind {
    @Override
    public String name() {
      return "one-cycle";
    }

    @Override
    public Schedule create(Schedule.Plan plan, Settings settings) {
      double top = plan.learningRate();
      double start = top / settings.number("startDivisor", 25, 1, 1e9);
      double end = start / settings.number("endDivisor", 1e4, 1, 1e12);
      double peak = settings.number("warmup", 0.3, 0, 1) * plan.steps() - 1;
      double last = plan.steps() - 1;
      return (step, epoch) ->
          step <= peak
              ? between(start, top, peak > 0 ? step / peak : 1)
              : between(top, end, Math.min(1, (step - peak) / Math.max(1e-9, last - peak)));
    }

    private static double between(double from, double to, double part) {
      return to + (from - to) * 0.5 * (1 + Math.cos(Math.PI * part));
    }
  }
}
