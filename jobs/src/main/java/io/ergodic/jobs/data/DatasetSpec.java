package io.ergodic.jobs.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;

/**
 * A dataset as a suite asks for it: enough to plan it anywhere, and to name it by its content.
 *
 * @param name in the suite
 * @param source registered name of its source
 * @param seed of all random draws
 * @param settings the source's settings as canonical JSON
 * @param path where the settings stand in the suite, for messages
 */
public record DatasetSpec(String name, String source, long seed, String settings, String path)
    implements Serializable {

  /**
   * Reads {@code datasets.NAME}: {@code source} and {@code seed} are ours, the rest the source's.
   */
  public static DatasetSpec read(String name, Settings settings) {
    String source = settings.string("source");
    DatasetSource.registry().get(source, settings.path("source"));
    long seed = settings.has("seed") ? settings.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE) : 0;
    String own = settings.without("source").without("seed").json();
    return new DatasetSpec(name, source, seed, own, settings.path());
  }

  /** Checks the settings and input files and plans the dataset. */
  public DatasetPlan plan() {
    return DatasetSource.registry()
        .get(source, path + ".source")
        .plan(Settings.parse(settings, path), seed);
  }

  /** SHA-256 over source, its revision, seed, settings, and the content of input files. */
  public String hash(DatasetPlan plan) throws IOException {
    ContentHash hash =
        new ContentHash()
            .add("ergodic dataset")
            .add(source)
            .add(DatasetSource.registry().get(source, path).revision())
            .add(seed)
            .add(settings);
    for (Path input : plan.inputs()) {
      hash.addFile(input);
    }
    return hash.hex();
  }

  JsonNode settingsTree() {
    try {
      return new ObjectMapper().readTree(settings);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
