package io.ergodic.models.baseline;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.task.Port;

/** From all values of a function to all values of another, as they are: a row for each pair. */
record OperatorForm(Port input, Port output) implements RidgeForm {
  @Override
  public int features() {
    return input.size();
  }

  @Override
  public int outputs() {
    return output.size();
  }

  @Override
  public int rowsAnExample() {
    return 1;
  }

  @Override
  public void copy(Batch batch, int example, int row, double[] x, double[] y) {
    float[] before = batch.floats(Batch.INPUT);
    float[] after = batch.floats(Batch.TARGET);
    for (int i = 0; i < x.length; i++) {
      x[i] = before[example * x.length + i];
    }
    for (int i = 0; i < y.length; i++) {
      y[i] = after[example * y.length + i];
    }
  }

  @Override
  public Capability model(double[] weights) {
    return new LinearOperator(input, output, weights);
  }
}
