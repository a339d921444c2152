package io.ergodic.jobs.verify;

import io.ergodic.datasets.storage.HiddenName;
import io.ergodic.jobs.file.StoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Writes {@code invariants.parquet}, {@code invariants.csv} with its provenance in {@code
 * invariants.json}, and {@code report.md}.
 */
final class VerificationTables {
  private static final DataType LIST = DataTypes.createArrayType(DataTypes.DoubleType);

  private static final StructType SCHEMA =
      DataTypes.createStructType(
          List.of(
              field("system", DataTypes.StringType),
              field("kind", DataTypes.StringType),
              field("dimension", DataTypes.IntegerType),
              field("status", DataTypes.StringType),
              field("lambda_max", DataTypes.DoubleType),
              field("lambda_max_se", DataTypes.DoubleType),
              field("spectrum", LIST),
              field("spectrum_se", LIST),
              field("kaplan_yorke", DataTypes.DoubleType),
              field("kaplan_yorke_se", DataTypes.DoubleType),
              field("published_lambda_max", DataTypes.DoubleType),
              field("independent_lambda_max", DataTypes.DoubleType),
              field("pesin_entropy", DataTypes.DoubleType),
              field("pesin_entropy_se", DataTypes.DoubleType),
              field("correlation_dimension", DataTypes.DoubleType),
              field("correlation_dimension_se", DataTypes.DoubleType),
              field("scaling_from", DataTypes.DoubleType),
              field("scaling_to", DataTypes.DoubleType),
              field("scaling_found", DataTypes.BooleanType),
              field("multiscale_entropy", DataTypes.DoubleType),
              field("multiscale_entropy_se", DataTypes.DoubleType),
              field("period", DataTypes.DoubleType),
              field("period_se", DataTypes.DoubleType),
              field("converged", DataTypes.BooleanType),
              field("zero_found", DataTypes.BooleanType),
              field("zero_exponent", DataTypes.DoubleType),
              field("trace_defect", DataTypes.DoubleType),
              field("averaged_time", DataTypes.DoubleType),
              field("discarded_time", DataTypes.DoubleType),
              field("budget_seconds", DataTypes.DoubleType),
              field("seconds", DataTypes.DoubleType),
              field("reason", DataTypes.StringType),
              field("revision", DataTypes.StringType)));

  private final SparkSession spark;
  private final Path output;
  private final FileSystem fileSystem;

  VerificationTables(SparkSession spark, Path output) throws IOException {
    this.spark = spark;
    this.output = output;
    this.fileSystem = output.getFileSystem(spark.sparkContext().hadoopConfiguration());
  }

  /** Replaces all files; each appears whole. */
  void write(List<VerifiedSystem> rows) throws IOException {
    List<Row> table = rows.stream().map(VerificationTables::row).toList();
    Path folder = new Path(output, HiddenName.of("invariants.parquet"));
    spark
        .createDataFrame(table, SCHEMA)
        .coalesce(1)
        .write()
        .option("compression", "zstd")
        .parquet(folder.toString());
    for (FileStatus status : fileSystem.listStatus(folder)) {
      if (status.getPath().getName().endsWith(".parquet")) {
        Path target = new Path(output, "invariants.parquet");
        StoredFile.rename(fileSystem, status.getPath(), target);
      }
    }
    fileSystem.delete(folder, true);
    String csv = csv(table);
    text("invariants.csv", csv);
    text("invariants.json", VerificationProvenance.json(rows, csv));
    text("report.md", VerificationReport.text(rows));
  }

  private static Row row(VerifiedSystem s) {
    return RowFactory.create(
        s.system(),
        s.kind(),
        s.dimension(),
        s.status(),
        known(s.largest()),
        known(s.largestError()),
        s.spectrum().toArray(),
        s.spectrumErrors().toArray(),
        known(s.kaplanYorke()),
        known(s.kaplanYorkeError()),
        known(s.published()),
        known(s.independent()),
        known(s.entropy()),
        known(s.entropyError()),
        known(s.correlation()),
        known(s.correlationError()),
        known(s.scalingFrom()),
        known(s.scalingTo()),
        s.scaling(),
        known(s.multiscaleEntropy()),
        known(s.multiscaleEntropyError()),
        known(s.period()),
        known(s.periodError()),
        s.converged(),
        s.zeroFound(),
        known(s.zeroExponent()),
        known(s.traceDefect()),
        s.averaged(),
        s.discarded(),
        s.budget(),
        s.seconds(),
        s.reason(),
        s.revision());
  }

  private static Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }

  /** Lists are numbers with spaces between; what is not known is empty. */
  private static String csv(List<Row> table) {
    StringBuilder text = new StringBuilder(String.join(",", SCHEMA.fieldNames())).append('\n');
    for (Row row : table) {
      List<String> cells = new ArrayList<>();
      for (int i = 0; i < row.length(); i++) {
        cells.add(cell(row.get(i)));
      }
      text.append(String.join(",", cells)).append('\n');
    }
    return text.toString();
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof Object[] list) {
      return java.util.Arrays.stream(list).map(String::valueOf).collect(Collectors.joining(" "));
    }
    String text = String.valueOf(value);
    return text.matches("[^,\"\n\r]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private void text(String name, String content) throws IOException {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    StoredFile.write(fileSystem, new Path(output, name), out -> out.write(bytes));
  }

  private static StructField field(String name, DataType type) {
    return DataTypes.createStructField(name, type, true);
  }
}
