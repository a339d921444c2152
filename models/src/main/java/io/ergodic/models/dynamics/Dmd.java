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
import java.util.Optional;
import java.util.Set;

/**
 * Dynamic mode decomposition (Schmid 2010): the linear map that takes each row to the next, in the
 * leading directions of the data. With {@code delays} above 1 the rows are those of a Hankel
 * matrix: Hankel-DMD (Arbabi and Mezic 2017). Settings: {@code delays} (1), {@code stride} (1),
 * {@code rank} (0: all directions that the data have), {@code constant} (true: affine).
 */
@AutoService(ModelFamily.class)
public final class Dmd implements ModelFamily {
  private static final int WINDOWS_A_BATCH = 1024;
  private static final int MOST_FEATURES = 5000;

  @Override
  public String name() {
    return "dmd";
  }

  @Override
  public String title() {
    return "DMD";
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
        "delays", "rows that a state is made of",
        "stride", "rows between two of them",
        "rank", "leading directions of the data that the map works in; 0 for all",
        "constant", "whether the map has a constant");
    int delays = settings.integer("delays", 1, 1, 10_000);
    int stride = settings.integer("stride", 1, 1, 100_000);
    int rank = settings.integer("rank", 0, 0, MOST_FEATURES);
    boolean constant = settings.flag("constant", true);
    settings.rejectUnknown();
    if ((long) dimension * delays > MOST_FEATURES) {
      throw settings.error(
          "delays",
          delays
              + " rows of "
              + dimension
              + " variables are more than "
              + MOST_FEATURES
              + " features; lower it, and raise stride to reach as far back");
    }
    Monomials terms =
        constant ? Monomials.of(dimension * delays, 0, 1) : Monomials.of(dimension * delays, 1);
    double features = terms.count();
    DmdFit fit = new DmdFit(dimension, constant ? 1 : 0, rank);
    return new SolvedModel(
        training ->
            new SolvedModel.Fit(
                () ->
                    new RegressionSolver(
                        new DelayForm(dimension, delays, stride, terms, false), fit),
                new Sequential(
                    new Windows(
                        training.series().series(Split.TRAIN),
                        DelayForm.windowLength(delays, stride)),
                    WINDOWS_A_BATCH)),
        weights -> new NvarDynamics(dimension, delays, stride, terms, weights),
        new Cost((long) features * dimension, features * features / 2, 1, 0));
  }
}
