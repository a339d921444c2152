package io.ergodic.models.dynamics;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.SolvedModel;
import io.ergodic.models.regression.Monomials;
import io.ergodic.models.regression.RegressionSolver;
import io.ergodic.models.regression.SavitzkyGolay;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Sparse identification of nonlinear dynamics (Brunton et al. 2016): a differential equation whose
 * right-hand side has few monomials, by sequentially thresholded least squares. State and
 * derivative are those of a local polynomial over a window (Savitzky and Golay 1964). The equation
 * is stepped by the classical Runge-Kutta method. Settings: {@code degree} (2), {@code threshold}
 * (0.1), {@code ridge} (0.05), {@code iterations} (20), {@code window} (5), {@code windowDegree}
 * (2), {@code substeps} (1). The defaults of the first four are those of PySINDy.
 */
@AutoService(ModelFamily.class)
public final class Sindy implements ModelFamily {
  private static final int WINDOWS_A_BATCH = 1024;
  private static final int MOST_FEATURES = 2000;

  @Override
  public String name() {
    return "sindy";
  }

  @Override
  public String title() {
    return "SINDy";
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
    settings.explain(
        "degree", "of the monomials",
        "threshold", "coefficients below it are left out",
        "ridge", "penalty on the coefficients while terms are chosen",
        "iterations", "of leaving out and fitting again, at most",
        "window", "rows of the local polynomial that gives state and derivative",
        "windowDegree", "of that polynomial",
        "substeps", "Runge-Kutta steps between two rows");
    int degree = settings.integer("degree", 2, 1, 10);
    double threshold = settings.number("threshold", 0.1, 0, 1e12);
    double ridge = settings.number("ridge", 0.05, 0, 1e12);
    int iterations = settings.integer("iterations", 20, 1, 10_000);
    int windowDegree = settings.integer("windowDegree", 2, 1, 20);
    int window = settings.integer("window", 5, 3, 100_001);
    int substeps = settings.integer("substeps", 1, 1, 10_000);
    if (window % 2 == 0 || window <= windowDegree) {
      throw settings.error(
          "window",
          "must be odd and above windowDegree, which is " + windowDegree + ", not " + window);
    }
    settings.rejectUnknown();
    double features = 1;
    for (int k = 1; k <= degree; k++) {
      features *= (dimension + (double) k) / k;
    }
    if (features > MOST_FEATURES) {
      throw settings.error(
          "degree",
          degree
              + " in "
              + dimension
              + " variables makes "
              + Math.round(features)
              + " monomials, more than "
              + MOST_FEATURES);
    }
    Monomials terms = Monomials.of(dimension, IntStream.rangeClosed(0, degree).toArray());
    double step = context.schema().step();
    SavitzkyGolay filter = new SavitzkyGolay(window, windowDegree);
    SindyFit fit = new SindyFit(threshold, ridge, iterations);
    return new SolvedModel(
        training ->
            new SolvedModel.Fit(
                () -> new RegressionSolver(new DerivativeForm(dimension, terms, filter, step), fit),
                new Sequential(
                    new Windows(training.series().series(Split.TRAIN), window), WINDOWS_A_BATCH)),
        weights -> new PolynomialFlow(dimension, terms, weights, step, substeps),
        new Cost((long) features * dimension, features * features / 2, 1, 0));
  }
}
