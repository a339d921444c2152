package io.ergodic.models.continuous;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.SolvedFlow;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.kernel.DenseLanes;
import io.ergodic.models.learner.FlatLearner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.optimiser.OptimiserSettings;
import io.ergodic.models.training.TrainingFailedException;
import java.util.Arrays;

/**
 * Trains a field on sequences: the mean squared error of the solution that begins at a sequence's
 * first row, over all its other rows, all sequences of a batch solved together with steps in
 * common. Parameters: those of the {@link Shape}. State: the optimiser's.
 */
final class NeuralOdeLearner implements FlatLearner {
  private final Shape shape;
  private final int observed;
  private final NeuralOdeSettings settings;
  private final OptimiserSettings optimiser;
  private final double[] times;
  private final float[] parameters;
  private final float[] gradient;
  private final double[] sums;
  private final float[] state;
  private BatchSolution solution;

  /**
   * @param steps of a sequence, its first row not counted
   */
  NeuralOdeLearner(
      Shape shape,
      int observed,
      NeuralOdeSettings settings,
      int steps,
      OptimiserSettings optimiser,
      long seed) {
    this.shape = shape;
    this.observed = observed;
    this.settings = settings;
    this.optimiser = optimiser;
    this.times = new double[steps];
    Arrays.setAll(times, k -> (k + 1) * settings.interval());
    int count = shape.parameterCount();
    this.parameters = new float[count];
    this.gradient = new float[count];
    this.sums = new double[count];
    this.state = new float[optimiser.stateCount(count)];
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
    BatchSolution solved = solve(batch, true);
    Arrays.fill(sums, 0);
    try {
      solved.addGradient(sums, settings.penalty().weight(context.epoch()));
    } catch (SolverFailedException failure) {
      throw new TrainingFailedException(
          "the adjoint equation could not be solved: " + failure.getMessage());
    }
    for (int i = 0; i < gradient.length; i++) {
      gradient[i] = (float) sums[i];
    }
    optimiser.update(parameters, gradient, state, context);
    return solved.loss();
  }

  @Override
  public double loss(Batch batch) {
    return solve(batch, false).loss();
  }

  private BatchSolution solve(Batch batch, boolean backward) {
    int[] rows = batch.shape(Batch.INPUT);
    if (rows[0] != times.length + 1 || rows[1] != observed) {
      throw new IllegalArgumentException(
          "windows of " + rows[0] + " rows given to a learner of " + (times.length + 1));
    }
    if (solution == null || solution.count() != batch.count()) {
      DenseField field = new DenseField(shape, DenseLanes.lanes(batch.count()));
      solution = new BatchSolution(field, batch.count(), observed, times, settings);
    }
    try {
      solution.solve(parameters, batch.floats(Batch.INPUT), backward);
    } catch (SolverFailedException failure) {
      throw new TrainingFailedException(
          "the differential equation could not be solved: " + failure.getMessage());
    }
    return solution;
  }

  @Override
  public SolvedFlow trained() {
    return new NeuralOdeDynamics(
        new PointField(shape, parameters), observed, settings.interval(), settings.control());
  }
}
