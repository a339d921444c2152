package io.ergodic.models.baseline;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.SequentialWindows;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.training.Trainable;
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
  public Trainable create(TrainingContext context, Settings settings) {
    settings.rejectUnknown();
    SeriesDataset data = context.series(name());
    int dimension = data.dimension();
    Function<double[], Capability> rule = mean -> new RestingDynamics(dimension, mean);
    if (!(context.task() instanceof Task.Reconstruction)) {
      Task.Forecasting task = context.forecasting(name());
      rule =
          mean ->
              new RowForecaster(
                  task.lookback(), task.horizon(), dimension, row -> -1, narrow(mean));
    }
    Windows rows = new Windows(data.series(Split.TRAIN), 1);
    return new Trainable.Solved(
        new Mean(dimension, new Moments(dimension), rule),
        new SequentialWindows(rows, ROWS_A_BATCH));
  }

  private static float[] narrow(double[] values) {
    float[] narrow = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      narrow[i] = (float) values[i];
    }
    return narrow;
  }

  private record Mean(int dimension, Moments moments, Function<double[], Capability> rule)
      implements Solver {
    @Override
    public void accumulate(Batch batch) {
      Batch.Sequences rows = (Batch.Sequences) batch;
      double[] row = new double[dimension];
      for (int i = 0; i < rows.count(); i++) {
        for (int c = 0; c < dimension; c++) {
          row[c] = rows.values()[i * dimension + c];
        }
        moments.add(row, 0);
      }
    }

    @Override
    public void merge(Solver other) {
      moments.merge(((Mean) other).moments);
    }

    @Override
    public Capability solve() {
      return rule.apply(moments.scaler().mean());
    }

    @Override
    public int parameterCount() {
      return dimension;
    }
  }
}
