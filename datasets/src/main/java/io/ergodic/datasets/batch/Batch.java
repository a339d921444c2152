package io.ergodic.datasets.batch;

/** What one local step trains on. Arrays may be reused by the sampler for the next batch. */
public sealed interface Batch {
  /** Number of examples. */
  int count();

  /**
   * Windows of a series.
   *
   * @param values count x length x dimension, row-major
   */
  record Sequences(int count, int length, int dimension, float[] values) implements Batch {}

  /**
   * Labelled images, standardised.
   *
   * @param pixels count x channels x height x width, row-major (channels first)
   */
  record LabelledImages(
      int count, int channels, int height, int width, float[] pixels, int[] labels)
      implements Batch {}
}
