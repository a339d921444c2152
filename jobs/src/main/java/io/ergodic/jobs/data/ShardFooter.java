package io.ergodic.jobs.data;

import io.ergodic.datasets.manifest.Shard;
import io.ergodic.datasets.source.HeapRoom;
import io.ergodic.datasets.storage.DamagedFileException;
import java.io.IOException;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ParquetMetadata;
import org.apache.parquet.io.InputFile;

/**
 * The footer of a shard, compared with the length of the file, the manifest and the schema before
 * any value is read: Parquet itself takes the memory that a footer claims.
 */
final class ShardFooter {
  private final String name;
  private final long length;
  private long rows;
  private long largest;

  private ShardFooter(String name, long length) {
    this.name = name;
    this.length = length;
  }

  /**
   * Checks a shard.
   *
   * @return bytes of the largest column of a row group, unpacked
   * @throws DamagedFileException for one that cannot be what the manifest says
   */
  static long check(InputFile file, String name, Shard shard, ShardSchema schema)
      throws IOException {
    ShardFooter footer = new ShardFooter(name, file.getLength());
    try (ParquetFileReader reader = ParquetFileReader.open(file)) {
      footer.check(reader.getFooter(), shard, schema);
    }
    return footer.largest;
  }

  private void check(ParquetMetadata footer, Shard shard, ShardSchema schema) {
    require(
        footer.getFileMetaData().getSchema().equals(schema.message()),
        "has other columns than its dataset");
    for (BlockMetaData group : footer.getBlocks()) {
      require(group.getRowCount() >= 0, "a row group of less than no rows");
      rows = Math.addExact(rows, group.getRowCount());
      long unpacked = 0;
      for (ColumnChunkMetaData column : group.getColumns()) {
        long start = column.getStartingPos();
        require(
            start >= 0 && column.getTotalSize() >= 0 && column.getTotalSize() <= length - start,
            "column " + column.getPath() + " lies outside its " + length + " bytes");
        require(
            column.getTotalUncompressedSize() >= 0,
            "column " + column.getPath() + " of less than no bytes");
        largest = Math.max(largest, column.getTotalUncompressedSize());
        unpacked = Math.addExact(unpacked, column.getTotalUncompressedSize());
      }
      HeapRoom.need(name, "a row group takes", unpacked, "make more shards");
    }
    require(rows == shard.rows(), "holds " + rows + " rows, the manifest says " + shard.rows());
  }

  private void require(boolean holds, String problem) {
    if (!holds) {
      throw new DamagedFileException(name + ": damaged: " + problem);
    }
  }
}
