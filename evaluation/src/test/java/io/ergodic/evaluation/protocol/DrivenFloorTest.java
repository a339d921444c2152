package io.ergodic.evaluation.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.chaos.TrueDynamics;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.scale.Moments;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.task.Reconstruction;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Duffing's oscillator against itself, with its phase as a line and as a circle. By mixtures: of
 * four columns 4000 rows are too few to count cells.
 */
class DrivenFloorTest {
  private static final double EXPONENT = 0.1287;

  private static SeriesDataset duffing(String form) throws IOException {
    String settings = "system = Duffing, pointsPerPeriod = 25, length = 4000, periodic = " + form;
    DatasetPlan plan =
        DatasetSource.registry()
            .get("flow", "test")
            .plan(Settings.parse(settings, "datasets.x"), 5);
    Map<Split, List<Series>> splits = new EnumMap<>(Split.class);
    for (int shard = 0; shard < plan.shardCount(); shard++) {
      plan.produce(shard, row -> add((SeriesBlock) row, splits));
    }
    Moments moments = new Moments(plan.schema().dimension());
    double[] train = splits.get(Split.TRAIN).get(0).values();
    for (int i = 0; i < train.length; i += plan.schema().dimension()) {
      moments.add(train, i);
    }
    Scaler scaler = moments.scaler();
    splits.values().forEach(all -> all.forEach(series -> scaler.apply(series.values())));
    Manifest manifest =
        new Manifest(
            Manifest.VERSION,
            "x",
            "0".repeat(64),
            "flow",
            2,
            5,
            new ObjectMapper().readTree(Settings.parse(settings, "").json()),
            plan.schema(),
            List.of(),
            Map.of(),
            scaler);
    return new SeriesDataset(manifest, splits);
  }

  private static void add(SeriesBlock block, Map<Split, List<Series>> splits) {
    List<Series> all = splits.computeIfAbsent(block.split(), split -> new ArrayList<>());
    double[] values = block.values();
    if (block.block() > 0) {
      double[] before = all.remove(all.size() - 1).values();
      values = Arrays.copyOf(before, before.length + block.values().length);
      System.arraycopy(block.values(), 0, values, before.length, block.values().length);
    }
    all.add(new Series(block.series(), 0, block.step(), block.dimension(), values));
  }

  private static Evaluation floor(SeriesDataset data) {
    return new ReconstructionProtocol(TrueDynamics::of)
        .floor(data, new Reconstruction(), List.of("d_stsp_gmm", "d_h", "lyapunov_max"), 1)
        .orElseThrow();
  }

  @Test
  void asACircleItsFloorIsFarFromPersistence() throws IOException {
    Evaluation circle = floor(duffing("sine-cosine"));
    assertThat(circle.notes()).isEmpty();
    assertThat(circle.scores().get(0).value()).isLessThan(0.2);
    assertThat(circle.scores().get(1).value()).isLessThan(0.25);
    // by the system's own Jacobians, in the coordinates of its state
    assertThat(circle.scores().get(2).value()).isCloseTo(EXPONENT, within(0.03));
  }

  @Test
  void asALineItSaysNothingAndTheWarningSaysSo() throws IOException {
    Evaluation line = floor(duffing("unwrapped"));
    assertThat(line.scores().get(0).value()).isGreaterThan(1);
    assertThat(line.notes())
        .anyMatch(note -> note.startsWith("D_stsp") && note.contains("the floor, "));
  }
}
