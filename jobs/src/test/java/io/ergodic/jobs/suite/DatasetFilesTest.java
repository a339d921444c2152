package io.ergodic.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.jobs.data.DatasetSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The files of conf/datasets. */
class DatasetFilesTest {
  private static final Path FOLDER = Path.of("..", "conf", "datasets");

  static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> found = files.filter(file -> file.toString().endsWith(".conf")).toList();
      return found.stream();
    }
  }

  private static Map<String, DatasetSpec> read(Path file) {
    return Suite.datasets(SuiteFile.load(file, List.of()));
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyFileCanBePlanned(Path file) {
    Map<String, DatasetSpec> datasets = read(file);
    datasets.values().forEach(DatasetSpec::plan);
    assertThat(datasets.isEmpty()).isEqualTo(file.endsWith("systems.conf"));
  }

  @ParameterizedTest
  @CsvSource({"fine, 135, 162000", "hundred-million, 135, 100085760", "billion, 135, 1000304640"})
  void holdsThePointsItSays(String name, int systems, long points) {
    Map<String, DatasetSpec> datasets = read(FOLDER.resolve(name + ".conf"));
    assertThat(datasets).hasSize(systems).containsKey(name + "-Lorenz");
    long sum = 0;
    for (DatasetSpec spec : datasets.values()) {
      var settings = io.ergodic.datasets.settings.Settings.parse(spec.settings(), "");
      long each = settings.has("periods") ? 1200 : settings.integer("length", 0, 1 << 20);
      var trajectories = settings.child("trajectories");
      for (String split : trajectories.keys()) {
        sum += each * trajectories.integer(split, 0, 1 << 20);
      }
    }
    assertThat(sum).isEqualTo(points);
  }

  @Test
  void theAnchorsSetsAreEightVariantsOfUniAndMultivariate() {
    Map<String, DatasetSpec> datasets = read(FOLDER.resolve("anchor.conf"));
    assertThat(datasets).hasSize(135 * 8 * 2).containsKey("univariate-Chen-coarse-long-noisy");
    assertThat(datasets.get("univariate-MackeyGlass-fine-short-clean").source()).isEqualTo("delay");
    assertThat(datasets.get("univariate-Chen-fine-short-clean").seed())
        .isEqualTo(datasets.get("multivariate-Chen-coarse-long-noisy").seed());
  }
}
