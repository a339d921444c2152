package io.ergodic.jobs.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Parquet's decompressors, for pages that are no larger than a page can be: Parquet takes the
 * memory that the header of a page claims.
 */
final class BoundedCodecs implements CompressionCodecFactory {
  private static final int PAGE = 1 << 20;

  private final CodecFactory codecs;
  private final long most;

  /**
   * @param most bytes of one column of a row group, which no page is larger than
   */
  BoundedCodecs(Configuration configuration, long most) {
    this.codecs = new CodecFactory(configuration, PAGE);
    this.most = most;
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName name) {
    return codecs.getCompressor(name);
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName name) {
    BytesInputDecompressor inner = codecs.getDecompressor(name);
    return new BytesInputDecompressor() {
      @Override
      public BytesInput decompress(BytesInput bytes, int size) throws IOException {
        check(size);
        return inner.decompress(bytes, size);
      }

      @Override
      public void decompress(ByteBuffer input, int packed, ByteBuffer output, int size)
          throws IOException {
        check(size);
        inner.decompress(input, packed, output, size);
      }

      @Override
      public void release() {
        inner.release();
      }
    };
  }

  private void check(int size) throws IOException {
    if (size < 0 || size > most) {
      throw new IOException(
          "a page of " + size + " bytes in a column that has " + most + " at most");
    }
  }

  @Override
  public void release() {
    codecs.release();
  }
}
