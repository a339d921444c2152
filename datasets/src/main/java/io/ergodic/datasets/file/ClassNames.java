package io.ergodic.datasets.file;

import java.text.Normalizer;

/**
 * Names of classes in one Unicode form (NFC). The same word may be stored in several: macOS takes
 * accents apart in names of files, Linux and Windows leave them as they were typed.
 */
public final class ClassNames {
  private ClassNames() {}

  /** A name as it is compared and kept. */
  public static String normal(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC);
  }
}
