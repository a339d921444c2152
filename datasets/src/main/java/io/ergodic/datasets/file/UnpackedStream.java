package io.ergodic.datasets.file;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What comes out of a packed file: one that ends early or is damaged is the file's fault. */
final class UnpackedStream extends FilterInputStream {
  private final InputFile file;

  UnpackedStream(InputStream content, InputFile file) {
    super(content);
    this.file = file;
  }

  static InvalidInputException problem(IOException failed, InputFile file) {
    return file.error("a packed file, truncated or damaged: " + failed.getMessage());
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException damaged) {
      throw problem(damaged, file);
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return super.read(target, offset, length);
    } catch (IOException damaged) {
      throw problem(damaged, file);
    }
  }
}
