package io.ergodic.datasets.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream whose reader keeps what it reads: refuses to give more than memory can hold. */
final class HeldStream extends FilterInputStream {
  private final long most;
  private final Runnable refusal;
  private long given;

  /**
   * @param most bytes that can be held
   * @param refusal throws
   */
  HeldStream(InputStream in, long most, Runnable refusal) {
    super(in);
    this.most = most;
    this.refusal = refusal;
  }

  @Override
  public int read() throws IOException {
    return counted(in.read(), 1);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = in.read(bytes, offset, length);
    return counted(count, count);
  }

  private int counted(int result, int count) {
    given += Math.max(0, result < 0 ? 0 : count);
    if (given > most) {
      refusal.run();
    }
    return result;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
