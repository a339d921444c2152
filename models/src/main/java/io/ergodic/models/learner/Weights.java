package io.ergodic.models.learner;

import java.util.List;

/**
 * All that has to be kept of a trained model beside its settings: the flat vector in named
 * segments, single precision for learners, double for solvers.
 *
 * @param segments that cover the vector, in order
 * @param floats of a learner; empty for a solver
 * @param doubles of a solver; empty for a learner
 */
public record Weights(List<Segment> segments, float[] floats, double[] doubles) {
  /** The parameters a learner has now. */
  public static Weights of(Learner learner) {
    float[] values = new float[learner.parameterCount()];
    learner.readParameters(values);
    return new Weights(learner.segments(), values, new double[0]);
  }

  /** Of a model that keeps nothing, or whose weights cannot be kept. */
  public static final Weights NONE = new Weights(List.of(), new float[0], new double[0]);

  /** The solution of a solver. */
  public static Weights of(double[] solution) {
    Segment all = new Segment("solution", Merge.EQUAL, solution.length);
    return new Weights(List.of(all), new float[0], solution);
  }

  /** Number of values. */
  public int count() {
    return floats.length + doubles.length;
  }
}
