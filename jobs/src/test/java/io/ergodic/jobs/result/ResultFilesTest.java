package io.ergodic.jobs.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.result.CsvTable;
import io.ergodic.evaluation.result.ResultRow;
import io.ergodic.evaluation.result.ResultTable;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.jobs.testing.Specs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFilesTest {
  private static final List<ResultRow> ROWS =
      ResultTable.rows(
          List.of(
              Specs.record("nvar", 1, 0.1 + 0.2, Double.NaN),
              Specs.failed("plrnn", Long.MAX_VALUE, "loss is NaN, \"step\" 3\nand more"),
              Specs.record(TrialRecord.FLOOR, 1, 0.01, 0.02)));

  private static SparkSession session;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    session = LocalSpark.start(1);
  }

  @AfterAll
  static void stop() {
    session.close();
  }

  @Test
  void parquetHasTheColumnsAndTypesOfTheTable() throws IOException {
    write(ROWS);
    Map<String, String> types = new HashMap<>();
    for (var field : read().schema().fields()) {
      types.put(field.name(), field.dataType().simpleString());
    }
    assertThat(read().columns()).containsExactly(ResultRow.COLUMNS.toArray(String[]::new));
    assertThat(types)
        .containsEntry("seed", "bigint")
        .containsEntry("parameters", "int")
        .containsEntry("value", "double")
        .containsEntry("published", "double")
        .containsEntry("train_seconds", "double")
        .containsEntry("floor", "double")
        .containsEntry("metric_revision", "int");
    types
        .keySet()
        .removeAll(
            List.of(
                "seed",
                "parameters",
                "value",
                "published",
                "train_seconds",
                "floor",
                "metric_revision"));
    assertThat(types.values()).containsOnly("string");
  }

  /** docs/results.md is what others program against. */
  @Test
  void theDocumentNamesEveryColumnWithItsTypeAndTheVersion() throws IOException {
    write(ROWS);
    String document = Files.readString(Path.of("docs/results.md"));
    List<String> documented =
        document
            .lines()
            .filter(line -> line.startsWith("| `"))
            .map(line -> line.split("\\|"))
            .map(cells -> cells[1].strip().replace("`", "") + " " + cells[2].strip())
            .toList();
    List<String> written =
        Arrays.stream(read().schema().fields())
            .map(field -> field.name() + " " + field.dataType().simpleString())
            .toList();
    assertThat(documented).isEqualTo(written);
    assertThat(document).contains("version " + ResultRow.VERSION + ",");
    var file = new org.apache.hadoop.fs.Path(folder.resolve("results.parquet").toUri());
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(file, new Configuration(false)))) {
      assertThat(reader.getFileMetaData().getKeyValueMetaData())
          .containsEntry(ParquetTable.VERSION, String.valueOf(ResultRow.VERSION));
    }
  }

  /** Folders of several suites are one table. */
  @Test
  void tablesOfSeveralFoldersAreReadAsOne() throws IOException {
    for (String suite : List.of("a", "b")) {
      Path own = Files.createDirectory(folder.resolve(suite));
      new ResultFiles(new Configuration(false), new org.apache.hadoop.fs.Path(own.toUri()))
          .write(ROWS);
    }
    var all = session.read().parquet(folder + "/*/results.parquet");
    assertThat(all.count()).isEqualTo(2L * ROWS.size());
    assertThat(all.groupBy("system", "metric").count().filter("count = 2").count()).isPositive();
  }

  @Test
  void parquetReadsBackEveryCell() throws IOException {
    write(ROWS);
    List<Row> rows = read().collectAsList();
    assertThat(rows).hasSameSizeAs(ROWS);
    for (int i = 0; i < rows.size(); i++) {
      Object[] cells = ROWS.get(i).cells();
      for (int j = 0; j < cells.length; j++) {
        assertThat(rows.get(i).get(j)).as(ResultRow.COLUMNS.get(j)).isEqualTo(cells[j]);
      }
    }
    assertThat(read().filter("status = 'failed' and value is null").count()).isEqualTo(3);
    assertThat(read().filter("isnan(value)").count()).isZero();
  }

  @Test
  void writingAgainReplacesBothFilesAndLeavesNothingElse() throws IOException {
    write(ROWS);
    write(ROWS.subList(0, 1));
    assertThat(read().count()).isEqualTo(1);
    assertThat(folder.resolve("results.csv")).hasContent(CsvTable.text(ROWS.subList(0, 1)));
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("results.parquet", "results.csv");
  }

  private void write(List<ResultRow> rows) throws IOException {
    new ResultFiles(new Configuration(false), new org.apache.hadoop.fs.Path(folder.toUri()))
        .write(rows);
  }

  private org.apache.spark.sql.Dataset<Row> read() {
    return session.read().parquet(folder.resolve("results.parquet").toString());
  }
}
