package io.ergodic.evaluation.figure;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.evidence.Evidence;
import io.ergodic.evaluation.evidence.FreeRuns;
import io.ergodic.evaluation.evidence.Orbits;
import io.ergodic.evaluation.metric.PowerSpectrum;
import io.ergodic.evaluation.result.Artefact;
import java.util.List;

/**
 * Power of the first variable of the first test series and of its free run, over frequencies up to
 * where the truth has 99.9 % of its power, averaged over equal blocks.
 */
@AutoService(Figure.class)
public final class SpectrumFigure implements Figure {
  private static final int FREQUENCIES = 500;
  private static final double SHOWN_POWER = 0.999;

  @Override
  public String name() {
    return "spectrum";
  }

  @Override
  public String task() {
    return "reconstruction";
  }

  @Override
  public List<Artefact> draw(Evidence evidence) {
    Orbits orbits = evidence.get(FreeRuns.class).orbits().get(0);
    double[] truth = PowerSpectrum.of(orbits.truth(), orbits.dimension(), 0);
    double[] generated = PowerSpectrum.of(orbits.generated(), orbits.dimension(), 0);
    int shown = 0;
    for (double power = 0; shown < truth.length && power < SHOWN_POWER; shown++) {
      power += truth[shown];
    }
    int block = (shown + FREQUENCIES - 1) / FREQUENCIES;
    int count = shown / block;
    float[] frequency = new float[count];
    float[] left = new float[count];
    float[] right = new float[count];
    for (int i = 0; i < count; i++) {
      double trueSum = 0;
      double generatedSum = 0;
      for (int k = i * block; k < (i + 1) * block; k++) {
        trueSum += truth[k];
        generatedSum += generated[k];
      }
      frequency[i] = (float) ((i + 0.5) * block / (orbits.rows() * orbits.step()));
      left[i] = (float) (trueSum / block);
      right[i] = (float) (generatedSum / block);
    }
    String column = evidence.dataset().manifest().schema().columns().get(0);
    return List.of(new Artefact.Spectrum(column, frequency, left, right));
  }
}
