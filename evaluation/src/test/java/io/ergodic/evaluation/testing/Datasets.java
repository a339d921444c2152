package io.ergodic.evaluation.testing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.scale.Scaler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Small datasets in memory. */
public final class Datasets {
  private Datasets() {}

  public static SeriesDataset series(
      double step,
      int overlap,
      int dimension,
      Map<String, Double> properties,
      double[] train,
      double[]... tests) {
    List<String> columns = IntStream.range(0, dimension).mapToObj(i -> "x" + i).toList();
    Schema schema = Schema.series(columns, step, overlap, false, properties);
    List<Series> test =
        IntStream.range(0, tests.length)
            .mapToObj(i -> new Series("test " + i, 0, step, dimension, tests[i]))
            .toList();
    return new SeriesDataset(
        manifest(schema),
        Map.of(
            Split.TRAIN,
            List.of(new Series("train", 0, step, dimension, train)),
            Split.TEST,
            test));
  }

  public static ImageDataset images(int classes, byte[] pixels, int[] labels) {
    List<String> names = IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    return new ImageDataset(
        manifest(Schema.images(1, 1, 1, names)),
        Map.of(Split.TEST, new Images(1, 1, 1, pixels, labels)));
  }

  /** The same series with settings of the dataset, in JSON. */
  public static SeriesDataset with(SeriesDataset data, String settings) throws IOException {
    Manifest old = data.manifest();
    return new SeriesDataset(
        new Manifest(
            old.version(),
            old.name(),
            old.hash(),
            old.source(),
            old.revision(),
            old.seed(),
            new ObjectMapper().readTree(settings),
            old.schema(),
            old.shards(),
            old.splits(),
            old.scaler()),
        data.splits());
  }

  /** The same series with other statistics of the train split. */
  public static SeriesDataset scaled(SeriesDataset data, double mean, double deviation) {
    Scaler scaler = new Scaler(new double[] {mean}, new double[] {deviation});
    return new SeriesDataset(manifest(data.manifest().schema(), scaler), data.splits());
  }

  private static Manifest manifest(Schema schema) {
    return manifest(schema, new Scaler(new double[] {0}, new double[] {1}));
  }

  private static Manifest manifest(Schema schema, Scaler scaler) {
    return new Manifest(
        Manifest.VERSION,
        "data",
        "0".repeat(64),
        "test",
        1,
        1,
        JsonNodeFactory.instance.objectNode(),
        schema,
        List.of(),
        Map.of(),
        scaler);
  }
}
