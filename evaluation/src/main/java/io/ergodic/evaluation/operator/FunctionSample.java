package io.ergodic.evaluation.operator;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.ArtefactProvider;
import java.util.Map;

/**
 * One test function: what went in, what should have come out, what came out; first channel each.
 *
 * @param label which of the test functions it is
 * @param grid where the output's points stand
 * @param input at points of its own, spread evenly over the same extent
 * @param truth at the points of the grid
 * @param prediction at the points of the grid
 */
public record FunctionSample(
    String label, float[] grid, float[] input, float[] truth, float[] prediction)
    implements Artefact {

  /** Makes the kind known to trial records. */
  @AutoService(ArtefactProvider.class)
  public static final class Provider implements ArtefactProvider {
    @Override
    public Map<String, Class<? extends Artefact>> artefacts() {
      return Map.of("function-sample", FunctionSample.class);
    }
  }
}
