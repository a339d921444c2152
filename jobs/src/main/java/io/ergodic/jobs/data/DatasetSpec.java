package io.ergodic.jobs.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.PlainName;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetCollection;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/**
 * A dataset as a suite asks for it: enough to plan it anywhere, and to name it by its content.
 *
 * @param name in the suite
 * @param source registered name of its source
 * @param seed of all random draws
 * @param settings the source's settings as canonical JSON
 * @param path where the settings stand in the suite, for messages
 * @param folder that files named by the settings are looked for in first; empty for the working
 *     directory alone
 */
public record DatasetSpec(
    String name, String source, long seed, String settings, String path, String folder)
    implements Serializable {

  /**
   * Reads {@code datasets.NAME}: {@code source} and {@code seed} are ours, the rest the source's.
   */
  public static DatasetSpec read(String name, Settings settings) {
    PlainName.require(name, settings.path() + ": the name of a dataset");
    String source = settings.string("source");
    DatasetSource.registry().get(source, settings.path("source"));
    long seed = seed(settings);
    String own = settings.without("source").without("seed").json();
    return new DatasetSpec(name, source, seed, own, settings.path(), folder(settings));
  }

  /**
   * Reads {@code datasets.NAME}, which may stand for a whole {@link DatasetCollection}; its members
   * are called NAME-LABEL, and their path is {@code datasets.NAME}.
   */
  public static List<DatasetSpec> readAll(String name, Settings settings) {
    String source = settings.string("source");
    if (!DatasetCollection.registry().contains(source)) {
      return List.of(read(name, settings));
    }
    PlainName.require(name, settings.path() + ": the name of a dataset");
    long seed = seed(settings);
    return DatasetCollection.registry()
        .get(source, settings.path("source"))
        .members(settings.without("source").without("seed"), seed)
        .stream()
        .map(
            member ->
                new DatasetSpec(
                    name + "-" + member.label(),
                    member.source(),
                    member.seed(),
                    member.settings().json(),
                    settings.path(),
                    folder(settings)))
        .toList();
  }

  /** The dataset that a manifest describes, to be made again. */
  public static DatasetSpec of(Manifest manifest) {
    String path = "datasets." + manifest.name();
    DatasetSource.registry().get(manifest.source(), path + ".source");
    String settings = Settings.parse(manifest.settings().toString(), path).json();
    return new DatasetSpec(manifest.name(), manifest.source(), manifest.seed(), settings, path, "");
  }

  private static long seed(Settings settings) {
    return settings.has("seed") ? settings.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE) : 0;
  }

  private static String folder(Settings settings) {
    return settings.folders().size() == 1 ? "" : settings.folders().get(0).toString();
  }

  private Settings located() {
    Settings parsed = Settings.parse(settings, path);
    return folder.isEmpty() ? parsed : parsed.in(Path.of(folder));
  }

  /** Checks the settings and input files and plans the dataset. */
  public DatasetPlan plan() {
    return plan(located());
  }

  /**
   * The same for settings that nobody vouches for.
   *
   * @throws InvalidInputException when they name a file of this machine
   */
  DatasetPlan planWithoutFiles() {
    return plan(located().withoutFiles());
  }

  private DatasetPlan plan(Settings settings) {
    return DatasetSource.registry().get(source, path + ".source").plan(settings, seed);
  }

  /**
   * SHA-256 over source, its revision, seed, settings, and the content of input files. The names of
   * these files do not count, so that data may be moved and named by any path. Nor do settings that
   * change nothing of this dataset; others whose default would not do are counted by what they come
   * to ({@link DatasetPlan#effective()}).
   */
  public String hash(DatasetPlan plan) throws IOException {
    ContentHash hash =
        new ContentHash()
            .add("ergodic dataset")
            .add(source)
            .add(DatasetSource.registry().get(source, path).revision())
            .add(seed)
            .add(new InputNames(located(), plan.inputs()).without(written(plan)));
    for (Path input : plan.inputs()) {
      hash.addFile(input);
    }
    if (!plan.decoder().isEmpty()) {
      hash.add(plan.decoder());
    }
    new TreeMap<>(plan.effective())
        .forEach(
            (key, value) -> {
              if (!value.isEmpty()) {
                hash.add(key + " = " + value);
              }
            });
    return hash.hex();
  }

  /** The settings that are hashed as they are written. */
  private JsonNode written(DatasetPlan plan) {
    JsonNode tree = settingsTree();
    return tree instanceof ObjectNode object ? object.remove(plan.effective().keySet()) : tree;
  }

  JsonNode settingsTree() {
    try {
      return new ObjectMapper().readTree(settings);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
