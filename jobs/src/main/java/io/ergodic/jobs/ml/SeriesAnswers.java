package io.ergodic.jobs.ml;

import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.capability.Forecaster;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.trial.StoredModel;
import io.ergodic.models.family.Resources;
import io.ergodic.models.learner.Restored;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.util.TaskCompletionListener;

/**
 * Answers the rows of a partition, whose last column is what the model reads, by a model restored
 * once.
 *
 * @param steps rows of an answer
 * @param context rows the model reads
 * @param flat whether an answer is plain numbers
 * @param rowwise whether rows with too little before them have no answer; elsewhere that is an
 *     error
 */
record SeriesAnswers(FittedFile file, int steps, int context, boolean flat, boolean rowwise)
    implements Serializable {
  private static final long serialVersionUID = 1;

  /** Rows that a model reads. */
  static int contextRows(StoredModel stored) {
    try (Restored restored = stored.restore(Resources.ONE_CORE)) {
      return restored.model() instanceof Forecaster forecaster
          ? forecaster.lookback()
          : ((Dynamics) restored.model()).contextRows();
    }
  }

  Iterator<Row> answers(Iterator<Row> rows) {
    StoredModel stored = file.stored();
    Restored restored = stored.restore(Resources.ONE_CORE);
    TaskContext.get().addTaskCompletionListener((TaskCompletionListener) done -> restored.close());
    Scaler scaler = stored.facts().scaler();
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        return answer(rows.next(), restored.model(), scaler);
      }
    };
  }

  private Row answer(Row row, Capability model, Scaler scaler) {
    int last = row.length() - 1;
    Object[] cells = new Object[row.length()];
    for (int i = 0; i < last; i++) {
      cells[i] = row.get(i);
    }
    int rows = SeriesRows.rows(row, last);
    if (rows >= context) {
      cells[last] = answer(SeriesRows.flattened(row, last), model, scaler);
    } else if (!rowwise) {
      throw new InvalidInputException("a series of " + rows + " rows: the model reads " + context);
    }
    return RowFactory.create(cells);
  }

  private Object answer(double[] all, Capability model, Scaler scaler) {
    int variables = scaler.mean().length;
    if (all.length % variables != 0 || all.length / variables < context) {
      throw new InvalidInputException(
          "a series of other variables: the model was trained on " + variables);
    }
    double[] values = Arrays.copyOfRange(all, all.length - context * variables, all.length);
    scaler.apply(values);
    double[] answer =
        model instanceof Forecaster forecaster
            ? forecast(forecaster, values)
            : run((Dynamics) model, values);
    for (int i = 0; i < answer.length; i++) {
      answer[i] = answer[i] * scaler.deviation()[i % variables] + scaler.mean()[i % variables];
    }
    return SeriesRows.cell(answer, variables, flat);
  }

  private static double[] forecast(Forecaster forecaster, double[] values) {
    float[] context = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      context[i] = (float) values[i];
    }
    float[] forecast = new float[forecaster.horizon() * forecaster.variables()];
    forecaster.forecast(context, 1, forecast);
    double[] answer = new double[forecast.length];
    for (int i = 0; i < answer.length; i++) {
      answer[i] = forecast[i];
    }
    return answer;
  }

  private double[] run(Dynamics dynamics, double[] values) {
    int variables = dynamics.observedDimension();
    double[] state = new double[dynamics.stateDimension()];
    double[] observation = new double[variables];
    double[] answer = new double[Math.multiplyExact(steps, variables)];
    dynamics.initialise(values, values.length / variables, state);
    for (int step = 0; step < steps; step++) {
      dynamics.step(state, state);
      dynamics.observe(state, observation);
      System.arraycopy(observation, 0, answer, step * variables, variables);
    }
    return answer;
  }
}
