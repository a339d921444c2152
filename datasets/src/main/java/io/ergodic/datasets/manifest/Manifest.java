package io.ergodic.datasets.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.ergodic.datasets.scale.Scaler;
import java.util.List;
import java.util.Map;

/**
 * The description written beside a dataset's shards as {@code manifest.json}.
 *
 * @param version of this format
 * @param name what the user calls the dataset
 * @param hash SHA-256 over source, revision, settings, seed and the content of input files; names
 *     the folder
 * @param source the {@link io.ergodic.datasets.source.DatasetSource} it came from
 * @param revision of that source: raised whenever it would give other bytes
 * @param seed of all random draws
 * @param settings as resolved
 * @param scaler fitted on the train split only; one entry a variable, one a channel for images
 * @param failures series that could not be made, in the order of their shards
 * @param notes what reading the input left out, detected, put in order or filled; a sentence each
 */
public record Manifest(
    int version,
    String name,
    String hash,
    String source,
    int revision,
    long seed,
    JsonNode settings,
    Schema schema,
    List<Shard> shards,
    Map<String, SplitCount> splits,
    Scaler scaler,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Failure> failures,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> notes) {

  public static final int VERSION = 1;
  public static final String FILE = "manifest.json";

  /** A manifest of a dataset nothing of which failed or is to be noted. */
  public Manifest(
      int version,
      String name,
      String hash,
      String source,
      int revision,
      long seed,
      JsonNode settings,
      Schema schema,
      List<Shard> shards,
      Map<String, SplitCount> splits,
      Scaler scaler) {
    this(
        version, name, hash, source, revision, seed, settings, schema, shards, splits, scaler,
        List.of(), List.of());
  }

  /** The folder a dataset of this name and hash lives in. */
  public static String folder(String name, String hash) {
    return name + "-" + hash.substring(0, 16);
  }
}
