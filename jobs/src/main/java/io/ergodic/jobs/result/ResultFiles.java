package io.ergodic.jobs.result;

import io.ergodic.evaluation.result.CsvTable;
import io.ergodic.evaluation.result.ResultRow;
import io.ergodic.jobs.file.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

/** Writes {@code results.parquet} and {@code results.csv}: the same rows, each one file. */
public final class ResultFiles {
  private final SparkSession spark;
  private final Path output;

  public ResultFiles(SparkSession spark, Path output) {
    this.spark = spark;
    this.output = output;
  }

  /** Replaces both files; each appears whole. */
  public void write(List<ResultRow> rows) throws IOException {
    FileSystem fileSystem = output.getFileSystem(spark.sparkContext().hadoopConfiguration());
    Path parquet = new Path(output, "results.parquet");
    Path folder = WholeFile.hidden(parquet);
    List<Row> table = new ArrayList<>();
    rows.forEach(row -> table.add(RowFactory.create(row.cells())));
    spark
        .createDataFrame(table, schema())
        .coalesce(1)
        .write()
        .mode("overwrite")
        .option("compression", "zstd")
        .parquet(folder.toString());
    WholeFile.replace(fileSystem, part(fileSystem, folder), parquet);
    fileSystem.delete(folder, true);

    byte[] csv = CsvTable.text(rows).getBytes(StandardCharsets.UTF_8);
    WholeFile.write(fileSystem, new Path(output, "results.csv"), out -> out.write(csv));
  }

  private static Path part(FileSystem fileSystem, Path folder) throws IOException {
    for (FileStatus status : fileSystem.listStatus(folder)) {
      if (status.getPath().getName().endsWith(".parquet")) {
        return status.getPath();
      }
    }
    throw new IOException(folder + ": Spark wrote no Parquet file");
  }

  private static StructType schema() {
    var components = ResultRow.class.getRecordComponents();
    StructField[] fields = new StructField[components.length];
    for (int i = 0; i < fields.length; i++) {
      fields[i] =
          DataTypes.createStructField(
              ResultRow.COLUMNS.get(i), type(components[i].getType()), true);
    }
    return DataTypes.createStructType(fields);
  }

  private static DataType type(Class<?> component) {
    if (component == long.class) {
      return DataTypes.LongType;
    }
    if (component == int.class || component == Integer.class) {
      return DataTypes.IntegerType;
    }
    return component == Double.class ? DataTypes.DoubleType : DataTypes.StringType;
  }
}
