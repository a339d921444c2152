package io.ergodic.jobs.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.apache.parquet.io.PositionOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StableFooterTest {
  @ParameterizedTest
  @ValueSource(ints = {4, 1_000_000, 5_000_000})
  void ordersTheEncodingsAndLeavesTheRestAsItIs(int size) throws IOException {
    byte[] pages = new byte[size];
    new Random(1).nextBytes(pages);
    byte[] one = written(pages, Encoding.RLE, Encoding.PLAIN, Encoding.BIT_PACKED);
    byte[] other = written(pages, Encoding.BIT_PACKED, Encoding.RLE, Encoding.PLAIN);
    assertThat(one).isEqualTo(other).startsWith(pages).endsWith("PAR1".getBytes());
    int end = one.length - 8;
    int length = ByteBuffer.wrap(one, end, 4).order(ByteOrder.LITTLE_ENDIAN).getInt();
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(one, end - length, length));
    assertThat(footer.getRow_groups().get(0).getColumns().get(0).getMeta_data().getEncodings())
        .containsExactly(Encoding.PLAIN, Encoding.RLE, Encoding.BIT_PACKED);
    assertThat(end - length).isEqualTo(size);
  }

  /** A file of these pages, written piece by piece as Parquet does. */
  private static byte[] written(byte[] pages, Encoding... encodings) throws IOException {
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(footer(encodings), footer);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PositionOutputStream out = new StableFooter(bytes).create(0)) {
      for (int from = 0; from < pages.length; from += 700_001) {
        out.write(pages, from, Math.min(700_001, pages.length - from));
      }
      assertThat(out.getPos()).isEqualTo(pages.length);
      out.write(footer.toByteArray());
      ByteBuffer length = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
      out.write(length.putInt(0, footer.size()).array());
      for (byte letter : "PAR1".getBytes()) {
        out.write(letter);
      }
      out.close();
    }
    return bytes.toByteArray();
  }

  private static FileMetaData footer(Encoding... encodings) {
    ColumnMetaData column =
        new ColumnMetaData(
            Type.DOUBLE,
            new ArrayList<>(Arrays.asList(encodings)),
            List.of("x"),
            CompressionCodec.ZSTD,
            1,
            2,
            3,
            4);
    ColumnChunk chunk = new ColumnChunk(4);
    chunk.setMeta_data(column);
    RowGroup group = new RowGroup(List.of(chunk), 2, 1);
    return new FileMetaData(1, List.of(new SchemaElement("root")), 1, List.of(group));
  }
}
