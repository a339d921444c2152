package io.ergodic.models.baseline;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.capability.RestingDynamics;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.scale.Moments;
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
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Everything is at its mean over the train split. No settings. */
@AutoService(ModelFamily.class)
public final class Climatology implements ModelFamily {
  private static final int ROWS_A_BATCH = 4096;

  @Override
  public String name() {
    return "climatology";
  }

  @Override
  public String title() {
    return "Climatology";
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
    return Set.of(Forecaster.class, Dynamics.class);
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
    settings.rejectUnknown();
    int dimension = context.input(Port.SERIES, name()).axis(1);
    return new SolvedModel(
        training -> solved(training, dimension),
        rule(context, dimension),
        new Cost(dimension, 0, 1, 0));
  }

  private Function<double[], Capability> rule(ModelContext context, int dimension) {
    if (context.output().layout().equals(Port.DYNAMICS)) {
      return mean -> new RestingDynamics(dimension, mean);
    }
    int lookback = context.input().axis(0);
    int horizon = context.output(Port.SERIES, name()).axis(0);
    return mean -> new RowForecaster(lookback, horizon, dimension, row -> -1, narrow(mean));
  }

  private static SolvedModel.Fit solved(TrainingContext context, int dimension) {
    Windows rows = new Windows(context.series().series(Split.TRAIN), 1);
    return new SolvedModel.Fit(
        () -> new Mean(dimension, new Moments(dimension)), new Sequential(rows, ROWS_A_BATCH));
  }

  private static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  private record Mean(int dimension, Moments moments) implements Solver {
    @Override
    public void accumulate(Batch batch) {
      float[] rows = batch.floats(Batch.INPUT);
      double[] row = new double[dimension];
      for (int i = 0; i < batch.count(); i++) {
        for (int c = 0; c < dimension; c++) {
          row[c] = rows[i * dimension + c];
        }
        moments.add(row, 0);
      }
    }

    @Override
    public void merge(Solver other) {
      moments.merge(((Mean) other).moments);
    }

    @Override
    public double[] statistics() {
      return moments.flat();
    }

    @Override
    public void restore(double[] statistics) {
      moments.restore(statistics);
    }

    @Override
    public double[] solve() {
      return moments.scaler().mean();
    }

    @Override
    public int parameterCount() {
      return dimension;
    }
  }
}
