package io.ergodic.datasets.storage;

import java.util.UUID;

/**
 * The names of files and folders that are being written: hidden, so that nobody takes them for
 * finished; no two alike, so that two writers of one file never tear each other's; with one
 * beginning, by which those that a killed writer has left are found; and with the ending of the
 * file they become, since some writers go by it.
 */
public final class HiddenName {
  private static final String BEGINNING = ".part-";

  private HiddenName() {}

  /** A name for what becomes {@code name}. */
  public static String of(String name) {
    return BEGINNING + UUID.randomUUID() + "-" + name;
  }

  /** Whether a name is one of these. */
  public static boolean is(String name) {
    return name.startsWith(BEGINNING);
  }
}
