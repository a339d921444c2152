package io.ergodic.datasets.invariant;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SwitchingFlow;
import io.ergodic.datasets.integrate.Tolerance;
import java.util.List;

/** The flows of the catalogue at their standard parameters. */
@AutoService(SubjectProvider.class)
public final class FlowSubjects implements SubjectProvider {
  private static final double TOLERANCE = 1e-9;

  @Override
  public List<Subject> subjects() {
    return ChaoticSystem.registry().all().stream()
        .map(ChaoticFlow::standard)
        .map(flow -> subject(flow.system().name(), flow))
        .toList();
  }

  /** A flow with any parameters and dimension, under a name of its own. */
  public static Subject subject(String name, ChaoticFlow flow) {
    double n = flow.dimension();
    return new Subject(name, "flow", flow.dimension(), flow.period(), n * (n + 1), factory(flow));
  }

  private static Subject.Factory factory(ChaoticFlow flow) {
    return new Subject.Factory() {
      @Override
      public TangentSystem system(int samples) {
        Tolerance tolerance = new Tolerance(TOLERANCE, TOLERANCE);
        double interval = flow.period() / samples;
        return SwitchingFlow.of(flow)
            .<TangentSystem>map(
                jumps -> new SwitchingTangents(jumps, interval, tolerance, jumps.slides()))
            .orElseGet(() -> new FlowTangents(flow, interval, tolerance));
      }

      @Override
      public double[] start() {
        return flow.start();
      }
    };
  }
}
