package io.ergodic.models.dynamics;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.SolvedModel;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.regression.Monomials;
import io.ergodic.models.regression.RegressionSolver;
import io.ergodic.models.regression.Smoothing;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Next-generation reservoir computing, a nonlinear vector autoregression (Gauthier et al. 2021).
 * Settings: {@code delays} (2), {@code stride} (1), {@code monomials} (quadratic: degrees 0, 1, 2;
 * cubic: 0 to 3; odd: 1, 3) or any {@code degrees}, {@code ridge} (2.5e-6, added to X'X), {@code
 * smoothing { window (0: none), degree (3) }}, the Savitzky-Golay filter without which observation
 * noise, standing on both sides of the regression, biases the map.
 */
@AutoService(ModelFamily.class)
public final class Nvar implements ModelFamily {
  private static final int WINDOWS_A_BATCH = 1024;
  private static final int MOST_FEATURES = 5000;
  private static final int HIGHEST = 20;

  @Override
  public String name() {
    return "nvar";
  }

  @Override
  public String title() {
    return "NVAR";
  }

  /** 2: the statistics of 2^15 examples are summed by themselves. */
  @Override
  public int revision() {
    return 2;
  }

  @Override
  public Engine engine() {
    return Engine.CLOSED_FORM;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Dynamics.class);
  }

  @Override
  public Optional<String> paper() {
    return Optional.empty();
  }

  @Override
  public boolean deterministic() {
    return true;
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    int dimension = context.input(Port.SERIES, name()).axis(1);
    context.output(Port.DYNAMICS, name());
    int delays = settings.integer("delays", 2, 1, 1000);
    int stride = settings.integer("stride", 1, 1, 100_000);
    double ridge = settings.number("ridge", 2.5e-6, 0, 1e12);
    Monomials monomials = monomials(settings, dimension * delays);
    Smoothing smoothing = Smoothing.read(settings.child("smoothing"));
    settings.explain(
        "delays", "rows the features are made of",
        "stride", "rows between two of them",
        "ridge", "penalty on the weights",
        "monomials", "products of the features",
        "degrees", "of the products, in place of monomials; 0 is the constant");
    settings.rejectUnknown();
    double features = monomials.count();
    return new SolvedModel(
        training ->
            solved(
                training,
                smoothing,
                DelayForm.windowLength(delays, stride),
                () ->
                    new RegressionSolver(
                        new DelayForm(dimension, delays, stride, monomials, true),
                        sums -> sums.ridge(ridge, "features of NVAR"))),
        weights -> new NvarDynamics(dimension, delays, stride, monomials, weights),
        new Cost((long) features * dimension, features * features / 2, 1, 0));
  }

  private static SolvedModel.Fit solved(
      TrainingContext context, Smoothing smoothing, int length, Supplier<Solver> solvers) {
    List<Series> train =
        context.series().series(Split.TRAIN).stream()
            .flatMap(series -> series.complete().stream())
            .map(smoothing::apply)
            .toList();
    return new SolvedModel.Fit(
        solvers, new Sequential(new Windows(train, length), WINDOWS_A_BATCH));
  }

  private static Monomials monomials(Settings settings, int variables) {
    int[] degrees = degrees(settings);
    double features = 0;
    for (int degree : degrees) {
      double products = 1;
      for (int k = 1; k <= degree; k++) {
        products *= (variables + k - 1.0) / k;
      }
      features += products;
    }
    if (features > MOST_FEATURES) {
      throw settings.error(
          settings.has("degrees") ? "degrees" : "monomials",
          Arrays.toString(degrees)
              + " of "
              + variables
              + " variables make "
              + Math.round(features)
              + " features, more than "
              + MOST_FEATURES
              + "; lower delays or the degree");
    }
    return Monomials.of(variables, degrees);
  }

  private static int[] degrees(Settings settings) {
    if (!settings.has("degrees")) {
      String kind = settings.choice("monomials", "quadratic", List.of("quadratic", "cubic", "odd"));
      return kind.equals("odd")
          ? new int[] {1, 3}
          : IntStream.rangeClosed(0, kind.equals("cubic") ? 3 : 2).toArray();
    }
    if (settings.has("monomials")) {
      throw settings.error("degrees", "cannot be given together with monomials");
    }
    return settings.distinct("degrees", 0, HIGHEST);
  }
}
