package io.ergodic.jobs.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.kind.series.SeriesKind;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.LocalSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnShardsTest {
  private static final String DATASETS =
      """
      datasets {
        lorenz { source = flow, system = Lorenz, length = 300, transient = 5, seed = 1, shards = 4
                 trajectories { train = 5, validation = 1, test = 1 } }
        attractors { source = attractor-net, classes = 3, size = 16, seed = 3, shards = 4
                     perClass { train = 9, validation = 2, test = 2 } }
      }
      """;

  @TempDir static java.nio.file.Path folder;

  private static SparkSession session;

  @BeforeAll
  static void start() {
    session = LocalSpark.start(2);
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  @Test
  void thePartsOfAnImageDatasetAreAllItsTrainingImages() throws IOException {
    Path dataset = generate("attractors");
    Images all = ((ImageDataset) whole(dataset)).images(Split.TRAIN);
    List<String> dealt = new ArrayList<>();
    for (int part = 0; part < 3; part++) {
      ImageDataset own = (ImageDataset) own(dataset, part, 3);
      assertThat(own.splits()).containsOnlyKeys(Split.TRAIN);
      dealt.addAll(images(own.images(Split.TRAIN)));
    }
    assertThat(dealt).containsExactlyInAnyOrderElementsOf(images(all)).hasSize(27);
  }

  @Test
  void thePartsOfASeriesDatasetAreAllItsTrainingSeries() throws IOException {
    Path dataset = generate("lorenz");
    List<double[]> dealt = new ArrayList<>();
    for (int part = 0; part < 2; part++) {
      ((SeriesDataset) own(dataset, part, 2))
          .series(Split.TRAIN)
          .forEach(series -> dealt.add(series.values()));
    }
    List<double[]> all =
        ((SeriesDataset) whole(dataset)).series(Split.TRAIN).stream().map(Series::values).toList();
    assertThat(dealt)
        .usingElementComparator(Arrays::compare)
        .containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void otherShardsAreNotRead() throws IOException {
    Path dataset = generate("attractors");
    java.nio.file.Path copy = folder.resolve("copy");
    Files.createDirectories(copy);
    java.nio.file.Path from = java.nio.file.Path.of(dataset.toUri().getPath());
    for (String file : List.of("manifest.json", "shard-00001.parquet", "shard-00003.parquet")) {
      Files.copy(from.resolve(file), copy.resolve(file));
    }
    Images own = ((ImageDataset) own(new Path(copy.toUri()), 1, 2)).images(Split.TRAIN);
    assertThat(images(own))
        .containsExactlyElementsOf(images(((ImageDataset) own(dataset, 1, 2)).images(Split.TRAIN)));
  }

  @Test
  void aWorkerWithoutDataIsRefused() throws IOException {
    Path dataset = generate("attractors");
    assertThatThrownBy(() -> own(dataset, 6, 7))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("worker 6 of 7")
        .hasMessageContaining("averaging.data = own");
  }

  @Test
  void whatFollowsAGapIsASeriesOfItsOwn() {
    List<SeriesBlock> rows = new ArrayList<>();
    for (int block : new int[] {7, 2, 3, 6}) {
      rows.add(new SeriesBlock(Split.TRAIN, "000000", block, block, 1, 1, new double[] {block}));
    }
    rows.add(new SeriesBlock(Split.TRAIN, "000001", 4, 4, 1, 1, new double[] {4}));
    new SeriesKind().standAlone(rows);
    assertThat(rows)
        .extracting(row -> row.series() + " " + row.block())
        .containsExactly(
            "000000.000002 0",
            "000000.000002 1",
            "000000.000006 0",
            "000000.000006 1",
            "000001.000004 0");
    assertThat(rows).extracting(row -> row.values()[0]).containsExactly(2.0, 3.0, 6.0, 7.0, 4.0);
  }

  @Test
  void whatIsSpilledIsReadBackToTheBit() throws IOException {
    for (String name : List.of("attractors", "lorenz")) {
      Dataset own = own(generate(name), 0, 2);
      SpillFile file = new SpillFile(folder.resolve("spill-" + name));
      file.write(own);
      assertThat(file.read(own.manifest())).usingRecursiveComparison().isEqualTo(own);
      assertThat(Files.size(folder.resolve("spill-" + name)))
          .isGreaterThan(SpillFile.bytes(own))
          .isLessThan(SpillFile.bytes(own) + 400);
    }
  }

  private static Path generate(String name) throws IOException {
    var spec = Suite.datasets(Settings.parse(DATASETS, "")).get(name);
    return new DatasetJob(
            JavaSparkContext.fromSparkContext(session.sparkContext()), new Path(folder.toUri()))
        .ensure(spec);
  }

  private static Dataset whole(Path dataset) throws IOException {
    return new DatasetReader(new Configuration()).read(dataset);
  }

  private static Dataset own(Path dataset, int part, int parts) throws IOException {
    return new OwnShards(new Configuration()).read(dataset, part, parts);
  }

  private static List<String> images(Images images) {
    List<String> all = new ArrayList<>();
    for (int k = 0; k < images.count(); k++) {
      int size = images.size();
      byte[] pixels = Arrays.copyOfRange(images.pixels(), k * size, (k + 1) * size);
      all.add(images.labels()[k] + Arrays.toString(pixels));
    }
    return all;
  }
}
