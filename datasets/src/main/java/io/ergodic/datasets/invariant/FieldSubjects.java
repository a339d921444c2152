package io.ergodic.datasets.invariant;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.field.FieldEquation;
import java.util.List;

/** The Kuramoto-Sivashinsky equation at length 22, the smallest common one with chaos. */
@AutoService(SubjectProvider.class)
public final class FieldSubjects implements SubjectProvider {
  private static final double LENGTH = 22;
  private static final int POINTS = 32;
  private static final double STEP = 0.125;
  private static final int EXPONENTS = 8;

  /** Time between orthonormalisations. */
  private static final double INTERVAL = 1;

  @Override
  public List<Subject> subjects() {
    return List.of(
        subject("KuramotoSivashinsky", new FieldEquation(LENGTH, POINTS, STEP), EXPONENTS));
  }

  /**
   * A field of any length and grid, under a name of its own.
   *
   * @param exponents how many of its exponents to compute
   */
  public static Subject subject(String name, FieldEquation equation, int exponents) {
    Subject.Factory factory =
        new Subject.Factory() {
          @Override
          public FieldTangents system(int samples) {
            double interval = Math.min(INTERVAL, equation.period() / samples);
            int steps = (int) Math.max(1, Math.round(interval / equation.solverStep()));
            return new FieldTangents(equation, steps, exponents);
          }

          @Override
          public double[] start() {
            return system(1).state(equation.start());
          }
        };
    double steps = equation.period() / equation.solverStep();
    return new Subject(
        name,
        "field",
        equation.dimension(),
        equation.period(),
        steps * 8 * exponents * equation.dimension(),
        factory);
  }
}
