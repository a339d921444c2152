package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.chaos.TrueDynamics;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.Optional;

/**
 * The absolute difference between the {@linkplain KaplanYorkeDimension Kaplan-Yorke dimensions} of
 * a system and of the true one: of its spectrum, computed in the same way from another test row,
 * where the equations are known, else the property {@code kaplan_yorke} of the data. Its floor is
 * what finite length makes of the truth itself.
 */
@AutoService(Metric.class)
public final class KaplanYorkeError implements DynamicsMetric {
  private static final String PROPERTY = "kaplan_yorke";

  @Override
  public String name() {
    return "kaplan_yorke_error";
  }

  @Override
  public String title() {
    return "|ΔD_KY|";
  }

  @Override
  public String description() {
    return "absolute difference between the Kaplan-Yorke dimensions of the system and of the truth,"
        + " both from Lyapunov spectra over up to 30000 steps";
  }

  @Override
  public Direction direction() {
    return Direction.LOWER_IS_BETTER;
  }

  @Override
  public boolean invariant() {
    return true;
  }

  @Override
  public void check(SeriesDataset data) {
    // A described truth takes a run of it to be had, which is not needed to know that it is there.
    boolean described = data.manifest().settings().has("truth");
    if (!described && known(data).isEmpty() && TrueDynamics.of(data.manifest()).isEmpty()) {
      throw new InvalidInputException(
          "metric kaplan_yorke_error needs the true system of dataset "
              + data.manifest().name()
              + ", or its property '"
              + PROPERTY
              + "': neither is known; use kaplan_yorke");
    }
  }

  private static Optional<Double> known(SeriesDataset data) {
    return Optional.ofNullable(data.manifest().schema().properties().get(PROPERTY));
  }

  @Override
  public double value(Dynamics model, SeriesDataset data, long seed) {
    double truth =
        TrueDynamics.of(data.manifest())
            .map(known -> KaplanYorkeDimension.dimension(known, data, 1, seed))
            .or(() -> known(data))
            .orElse(Double.NaN);
    return Math.abs(KaplanYorkeDimension.dimension(model, data, 0, seed) - truth);
  }
}
