package io.ergodic.jobs.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetSpecTest {
  @TempDir Path folder;

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/load.csv"), table(1));
  }

  private static String table(int factor) {
    return IntStream.range(0, 900)
        .mapToObj(i -> i + "," + factor * (i % 24))
        .collect(Collectors.joining("\n", "date,load\n", "\n"));
  }

  private String hash(String path, Path home) throws IOException {
    Settings settings =
        Settings.parse(
            "source = csv, dateColumn = date, context = 24, path = \"" + path + "\"",
            "datasets.load");
    DatasetSpec spec = DatasetSpec.read("load", settings.in(home));
    return spec.hash(spec.plan());
  }

  @Test
  void aFileCountsByItsContentHoweverItIsNamed() throws IOException {
    String hash = hash("data/load.csv", folder);
    assertThat(hash("./data/../data/load.csv", folder)).isEqualTo(hash);
    assertThat(hash(folder.resolve("data/load.csv").toString(), Path.of("/"))).isEqualTo(hash);
    Path moved = Files.createDirectories(folder.resolve("moved"));
    Files.copy(folder.resolve("data/load.csv"), moved.resolve("other.csv"));
    assertThat(hash("other.csv", moved)).isEqualTo(hash);
    Files.writeString(folder.resolve("data/load.csv"), table(2));
    assertThat(hash("data/load.csv", folder)).isNotEqualTo(hash);
  }

  @Test
  void aMissingFileIsSaidWithTheFoldersLookedIn() {
    assertThatThrownBy(() -> hash("data/lod.csv", folder))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("datasets.load.path")
        .hasMessageContaining("looked in " + folder)
        .hasMessageContaining(" and in " + Path.of("").toAbsolutePath());
  }

  private static String flow(String settings) throws IOException {
    String all = "source = flow, length = 100, seed = 3, " + settings;
    DatasetSpec spec = DatasetSpec.read("x", Settings.parse(all, "datasets.x"));
    return spec.hash(spec.plan());
  }

  /** The first two are the hashes of before there was the setting, computed apart in Python. */
  @Test
  void theFormOfPhasesCountsOnlyWhereItChangesTheData() throws IOException {
    String lorenz = "b27bfd2584548adc60f82e9132f7805171cdb9e6987ff51fa3de3f0b53a3cab5";
    assertThat(flow("system = Lorenz")).isEqualTo(lorenz);
    assertThat(flow("system = Lorenz, periodic = wrap")).isEqualTo(lorenz);
    String duffing = "0875423aed3cc57ac16d779292f985b5c462b045bc6fca43c1ffdb35f22d2498";
    assertThat(flow("system = Duffing, periodic = unwrapped")).isEqualTo(duffing);
    String embedded = "64b6498d47127f764496e7c59c217ae9adbe5913b105820c4ea52394d0c199b3";
    assertThat(flow("system = Duffing")).isEqualTo(embedded);
    assertThat(flow("system = Duffing, periodic = sine-cosine")).isEqualTo(embedded);
    assertThat(flow("system = Duffing, periodic = wrap")).isNotIn(embedded, duffing);
  }
}
