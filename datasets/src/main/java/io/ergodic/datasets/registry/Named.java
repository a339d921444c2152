package io.ergodic.datasets.registry;

/** Something a user refers to by name in a suite or on the command line. */
public interface Named {
  /** The name: lower case words joined by hyphens, or the name the field uses (Lorenz). */
  String name();
}
