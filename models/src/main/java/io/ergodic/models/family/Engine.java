package io.ergodic.models.family;

/** What carries the arithmetic of a model. */
public enum Engine {
  /** Hand-derived kernels on the JVM's Vector API. */
  FUSED("fused"),
  /** Closed-form solutions and fixed rules on the JVM. */
  CLOSED_FORM("closed-form"),
  LIBTORCH("libtorch"),
  DEEPLEARNING4J("deeplearning4j"),
  MLLIB("mllib");

  private final String label;

  Engine(String label) {
    this.label = label;
  }

  /** The name in results and on the command line. */
  public String label() {
    return label;
  }
}
