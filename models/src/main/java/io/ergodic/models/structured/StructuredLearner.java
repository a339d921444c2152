package io.ergodic.models.structured;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.learner.FlatLearner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.optimiser.OptimiserSettings;
import java.util.Arrays;

/**
 * Trains a structured network to go on as a series does: from the first rows of a sequence it runs
 * by itself, and the mean squared error of the rows it gives is brought down by the gradient
 * through all of them.
 */
final class StructuredLearner implements FlatLearner {
  private final StructuredMap map;
  private final int steps;
  private final OptimiserSettings optimiser;
  private final float[] parameters;
  private final float[] gradient;
  private final float[] state;
  private final StructuredNetwork network;
  private final double[] rows;
  private final double[] slopes;
  private final double[] made;

  StructuredLearner(StructuredMap map, int steps, OptimiserSettings optimiser, long seed) {
    StructuredShape shape = map.shape();
    this.map = map;
    this.steps = steps;
    this.optimiser = optimiser;
    this.parameters = new float[shape.parameterCount()];
    this.gradient = new float[shape.parameterCount()];
    this.state = new float[optimiser.stateCount(shape.parameterCount())];
    this.network = new StructuredNetwork(shape, steps);
    this.rows = new double[(map.delays() + steps) * map.dimension()];
    this.slopes = new double[rows.length];
    this.made = new double[map.dimension()];
    shape.initialise(parameters, RandomStreams.stream(seed, "initial weights"));
  }

  @Override
  public float[] parameters() {
    return parameters;
  }

  @Override
  public float[] state() {
    return state;
  }

  @Override
  public double step(Batch batch, StepContext context) {
    double loss = run(batch, true);
    double[] sums = network.gradient();
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (float) sums[i];
    }
    optimiser.update(parameters, gradient, state, context);
    return loss;
  }

  @Override
  public double loss(Batch batch) {
    return run(batch, false);
  }

  private double run(Batch batch, boolean backward) {
    float[] values = batch.floats(Batch.INPUT);
    int size = rows.length;
    int dimension = map.dimension();
    if (batch.field(Batch.INPUT).size() != size) {
      throw new IllegalArgumentException(
          "sequences of " + batch.field(Batch.INPUT).size() + " values, not " + size);
    }
    network.load(parameters);
    double terms = (double) batch.count() * steps * dimension;
    double sum = 0;
    for (int example = 0; example < batch.count(); example++) {
      // Time runs backwards, as in a state: the newest row of the sequence stands first.
      int first = example * size;
      for (int row = 0; row < map.delays(); row++) {
        for (int c = 0; c < dimension; c++) {
          rows[size - (row + 1) * dimension + c] = values[first + row * dimension + c];
        }
      }
      Arrays.fill(slopes, 0);
      for (int t = 0; t < steps; t++) {
        int to = (steps - 1 - t) * dimension;
        map.next(network, t, rows, to + dimension, made);
        int target = first + (map.delays() + t) * dimension;
        for (int c = 0; c < dimension; c++) {
          double error = made[c] - values[target + c];
          rows[to + c] = made[c];
          slopes[to + c] = 2 / terms * error;
          sum += error * error;
        }
      }
      for (int t = steps - 1; backward && t >= 0; t--) {
        int to = (steps - 1 - t) * dimension;
        map.back(network, t, slopes, to, slopes, to + dimension);
      }
    }
    return sum / terms;
  }

  @Override
  public Dynamics trained() {
    return new StructuredDynamics(map, parameters);
  }
}
