package io.ergodic.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.evaluation.testing.Datasets;
import io.ergodic.evaluation.testing.MapDynamics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FloorWarningTest {
  private static final List<String> METRICS = List.of("d_stsp", "d_h", "pe_1", "lyapunov_max");

  private static List<String> notes(SeriesDataset data, MapDynamics truth) {
    return new ReconstructionProtocol(manifest -> Optional.ofNullable(truth))
        .floor(data, new Reconstruction(), METRICS, 1)
        .orElseThrow()
        .notes();
  }

  private static SeriesDataset circle() {
    double[] values = new double[2 * 400];
    for (int t = 0; t < 400; t++) {
      values[2 * t] = Math.cos(t * Math.PI / 8);
      values[2 * t + 1] = Math.sin(t * Math.PI / 8);
    }
    return Datasets.series(.25, 0, 2, Map.of(), values, values);
  }

  @Test
  void aFloorFarFromPersistenceIsNoMatter() {
    double cosine = Math.cos(Math.PI / 8);
    double sine = Math.sin(Math.PI / 8);
    assertThat(notes(circle(), MapDynamics.linear(cosine, -sine, sine, cosine))).isEmpty();
  }

  @Test
  void aTruthAtRestIsPersistenceItself() {
    assertThat(notes(circle(), MapDynamics.linear(1, 0, 0, 1)))
        .hasSize(2)
        .anyMatch(note -> note.startsWith("D_stsp"))
        .anyMatch(note -> note.startsWith("D_H"));
  }
}
