package io.ergodic.evaluation.metric;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;

/** The metrics of the reconstruction task. */
@AutoService(MetricProvider.class)
public final class ReconstructionMetrics implements MetricProvider {
  private static final int[] HORIZONS = {1, 5, 10, 20, 50, 100};

  @Override
  public List<? extends Metric> metrics() {
    List<Metric> metrics =
        new ArrayList<>(
            List.of(
                new StateSpaceDivergence(),
                new MixtureDivergence(),
                new SpectralDistance(),
                new LyapunovExponent(),
                new ValidPredictionTime()));
    for (int horizon : HORIZONS) {
      metrics.add(new PredictionError(horizon));
    }
    return metrics;
  }
}
