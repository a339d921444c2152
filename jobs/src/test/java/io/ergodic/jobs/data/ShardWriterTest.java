package io.ergodic.jobs.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.Shard;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.source.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardWriterTest {
  private static final Configuration CONFIGURATION = new Configuration(false);
  private static final int ROWS = 30;
  private static final ShardSchema SCHEMA =
      ShardSchema.of(Schema.series(List.of("x", "y"), 0.1, 0, true, Map.of()));

  @TempDir private java.nio.file.Path folder;

  /** Blocks of 1 to 500 samples; the last has none. */
  private static List<SeriesBlock> rows() {
    RandomGenerator random = RandomStreams.stream(1, "rows");
    List<SeriesBlock> rows = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      double[] values = new double[i == ROWS - 1 ? 0 : 2 * (1 + random.nextInt(500))];
      for (int j = 0; j < values.length; j++) {
        values[j] = random.nextGaussian();
      }
      rows.add(new SeriesBlock(Split.TRAIN, "train-" + i / 4, i % 4, 0.5 * i, 0.1, 2, values));
    }
    return rows;
  }

  private Path write(String name, long most) throws IOException {
    Path file = new Path(folder.resolve(name).toUri());
    try (ShardWriter writer = new ShardWriter(file, SCHEMA, CONFIGURATION, most)) {
      for (SeriesBlock row : rows()) {
        writer.accept(row);
      }
      assertThat(writer.rows()).isEqualTo(ROWS);
    }
    return file;
  }

  private int groups(Path file) throws IOException {
    try (var reader = ParquetFileReader.open(HadoopInputFile.fromPath(file, CONFIGURATION))) {
      return reader.getRowGroups().size();
    }
  }

  private List<Row> read(String name) throws IOException {
    List<Row> rows = new ArrayList<>();
    Shard shard = new Shard(name, ROWS, 0, "");
    Path root = new Path(folder.toUri());
    try (ShardRows shards = new ShardRows(root, List.of(shard), SCHEMA, CONFIGURATION)) {
      shards.forEachRemaining(rows::add);
    }
    return rows;
  }

  @Test
  void manySmallRowGroupsHoldTheSameRows() throws IOException {
    assertThat(groups(write("one", 1 << 30))).isEqualTo(1);
    assertThat(groups(write("many", 1 << 14))).isGreaterThan(5);
    assertThat(read("one")).usingRecursiveComparison().isEqualTo(rows());
    assertThat(read("many")).usingRecursiveComparison().isEqualTo(rows());
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    write("first", 1 << 14);
    write("second", 1 << 14);
    assertThat(folder.resolve("second")).hasSameBinaryContentAs(folder.resolve("first"));
    assertThat(Files.size(folder.resolve("first"))).isPositive();
  }
}
