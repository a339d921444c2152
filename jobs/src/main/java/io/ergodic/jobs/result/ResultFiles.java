package io.ergodic.jobs.result;

import io.ergodic.evaluation.result.CsvTable;
import io.ergodic.evaluation.result.ResultRow;
import io.ergodic.jobs.file.StoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Writes {@code results.parquet} and {@code results.csv}: the same rows, each one file. */
public final class ResultFiles {
  private static final String PARQUET = "results.parquet";
  private static final String CSV = "results.csv";

  private final Configuration configuration;
  private final Path output;

  public ResultFiles(Configuration configuration, Path output) {
    this.configuration = configuration;
    this.output = output;
  }

  /**
   * Replaces both files; each appears whole.
   *
   * @return their names
   */
  public List<String> write(List<ResultRow> rows) throws IOException {
    FileSystem fileSystem = output.getFileSystem(configuration);
    StoredFile.write(
        fileSystem, new Path(output, PARQUET), out -> ParquetTable.write(rows, configuration, out));
    byte[] csv = CsvTable.text(rows).getBytes(StandardCharsets.UTF_8);
    StoredFile.write(fileSystem, new Path(output, CSV), out -> out.write(csv));
    return List.of(PARQUET, CSV);
  }
}
