package io.ergodic.datasets.invariant;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.delay.DelayEquation;
import io.ergodic.datasets.chaos.delay.DelaySystem;
import java.util.List;

/**
 * The delay equations of the catalogue at their standard parameters; their dimension is that of the
 * values that are seen.
 */
@AutoService(SubjectProvider.class)
public final class DelaySubjects implements SubjectProvider {
  private static final int NODES = 256;
  private static final int EXPONENTS = 20;

  @Override
  public List<Subject> subjects() {
    return DelaySystem.registry().all().stream()
        .map(DelayEquation::standard)
        .map(equation -> subject(equation.system().name(), equation, EXPONENTS))
        .toList();
  }

  /**
   * A delay equation with any parameters, under a name of its own.
   *
   * @param exponents how many of its exponents to compute
   */
  public static Subject subject(String name, DelayEquation equation, int exponents) {
    Subject.Factory factory =
        new Subject.Factory() {
          @Override
          public DelayTangents system(int samples) {
            double nodes = NODES * equation.period() / (equation.delay() * samples);
            int steps = (int) Math.max(1, Math.round(nodes));
            return new DelayTangents(equation, NODES, steps, exponents);
          }

          @Override
          public double[] start() {
            return system(1).constant(equation.start());
          }
        };
    double delays = equation.period() / equation.delay();
    return new Subject(
        name,
        "delay",
        equation.dimension(),
        equation.period(),
        delays * NODES * exponents,
        factory);
  }
}
