package io.ergodic.datasets.manifest;

import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.PlainName;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What holds of every manifest, whoever wrote it: its names stay inside the folder of the dataset,
 * its counts can be counts, nothing is left out.
 */
final class ManifestCheck {
  /** The labels of {@link io.ergodic.datasets.data.Split}, which knows manifests. */
  private static final List<String> SPLITS = List.of("train", "validation", "test");

  private static final Pattern HASH = Pattern.compile("[0-9a-f]{16,64}");

  private final String where;

  private ManifestCheck(String where) {
    this.where = where;
  }

  /**
   * Checks what JSON alone does not.
   *
   * @param where the manifest came from, for messages
   */
  static void check(Manifest manifest, String where) {
    new ManifestCheck(where).check(manifest);
  }

  private void check(Manifest manifest) {
    PlainName.require(manifest.name(), where + ": name");
    require(
        manifest.hash() != null && HASH.matcher(manifest.hash()).matches(),
        "hash: must be 16 to 64 digits of 0 to 9 and a to f, not '" + manifest.hash() + "'");
    require(manifest.source() != null, "source: missing");
    require(manifest.settings() != null && manifest.settings().isObject(), "settings: no object");
    require(whole(manifest.shards()), "shards: not a list of shards");
    for (Shard shard : manifest.shards()) {
      PlainName.require(shard.file(), where + ": shards: file");
      require(
          shard.rows() >= 0 && shard.bytes() >= 0 && shard.sha256() != null,
          "shards: impossible: " + shard);
    }
    require(manifest.splits() != null, "splits: missing");
    manifest.splits().forEach(this::split);
    require(whole(manifest.failures()), "failures: not a list of failures");
    require(whole(manifest.notes()), "notes: not a list of sentences");
    schema(manifest.schema());
    Scaler scaler = manifest.scaler();
    require(
        scaler != null
            && scaler.mean() != null
            && scaler.deviation() != null
            && scaler.mean().length == scaler.deviation().length,
        "scaler: must have a mean and a deviation for each variable");
  }

  private void split(String name, SplitCount count) {
    require(SPLITS.contains(name), "splits: '" + name + "' is none of " + SPLITS);
    require(
        count != null && count.series() >= 0 && count.samples() >= count.series(),
        "splits: impossible: " + name + " " + count);
  }

  private void schema(Schema schema) {
    require(schema != null && schema.kind() != null, "schema: missing, or without a kind");
    require(
        whole(schema.columns()) && whole(schema.classes()) && schema.properties() != null,
        "schema: columns, classes or properties missing");
    require(
        schema.properties().values().stream().allMatch(Objects::nonNull)
            && schema.sizes().values().stream().allMatch(size -> size != null && size >= 0),
        "schema: impossible properties or sizes");
    require(
        schema.dimension() >= 0
            && schema.overlap() >= 0
            && schema.height() >= 0
            && schema.width() >= 0
            && schema.channels() >= 0,
        "schema: a size below zero");
    boolean images = schema.kind().equals(Schema.IMAGES);
    // In two steps of which none overflows: three factors of 31 bits could.
    long area = (long) schema.height() * schema.width();
    require(
        !images
            || area > 0
                && schema.channels() > 0
                && schema.dimension() % area == 0
                && schema.dimension() / area == schema.channels(),
        "schema: images of "
            + schema.height()
            + "x"
            + schema.width()
            + "x"
            + schema.channels()
            + " do not have "
            + schema.dimension()
            + " values");
    require(
        !schema.kind().equals(Schema.SERIES)
            || schema.dimension() > 0 && schema.columns().size() == schema.dimension(),
        "schema: " + schema.columns().size() + " columns of " + schema.dimension() + " variables");
  }

  private static boolean whole(Collection<?> list) {
    return list != null && list.stream().allMatch(Objects::nonNull);
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw new InvalidInputException(where + ": a damaged manifest: " + problem);
    }
  }
}
