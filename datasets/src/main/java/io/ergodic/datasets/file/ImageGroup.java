package io.ergodic.datasets.file;

import io.ergodic.datasets.data.Split;
import java.io.IOException;

/** The images of one split, any range of which can be read. */
public interface ImageGroup {
  Split split();

  int count();

  /** Gives images {@code from} (included) to {@code to} (excluded), in order. */
  void read(int from, int to, Target target) throws IOException;

  /** Takes an image: its place in the split, its class and height x width x channels bytes. */
  interface Target {
    void accept(int index, int label, byte[] pixels) throws IOException;
  }
}
