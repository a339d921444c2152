package io.ergodic.jobs.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.jobs.suite.Recipe;
import io.ergodic.jobs.suite.Recipes;
import io.ergodic.models.device.Device;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All that is done on a GPU, done so on the processor: tensors made there, vectors copied. */
class DeviceBenchmarkTest {
  private static final Device AS_ON_A_GPU = new Device("cpu", "0", "", true);

  @Test
  void networksTrainOnAGpuAsOnTheProcessor() {
    List<Recipe> recipes =
        List.of(Recipes.get("cnn", ""), Recipes.get("vit", ""), Recipes.get("patchtst", ""));
    List<Measurement> all = new ArrayList<>();
    new DeviceBenchmark(recipes, AS_ON_A_GPU, 16, 8, 0.01, 1).run(all::add);
    assertThat(values(all, "gpu-found", "")).containsExactly(1.0);
    assertThat(values(all, "loss-apart-from-cpu", "float32"))
        .hasSize(3)
        .allSatisfy(apart -> assertThat(apart).isBetween(0.0, 1e-4));
    assertThat(values(all, "loss-apart-from-cpu", "bfloat16"))
        .hasSize(3)
        .allSatisfy(apart -> assertThat(apart).isBetween(1e-9, 0.05));
    // Three networks on the processor, and twice on the other.
    assertThat(values(all, "parameters-copied", "")).hasSize(9).containsOnly(0.0);
    assertThat(values(all, "examples", "")).hasSize(9).allSatisfy(n -> assertThat(n).isPositive());
  }

  private static List<Double> values(List<Measurement> all, String bench, String end) {
    return all.stream()
        .filter(one -> one.bench().equals(bench) && one.measured().endsWith(end))
        .map(Measurement::value)
        .toList();
  }
}
