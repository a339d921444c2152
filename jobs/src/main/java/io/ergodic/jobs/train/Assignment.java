package io.ergodic.jobs.train;

import java.io.Serializable;

/**
 * The data and the device of a learner.
 *
 * @param part of the training data, from 0
 * @param parts number of parts of the training data; 1 when every worker sees all of it
 * @param address of the GPU that Spark has assigned; empty for none
 */
public record Assignment(int part, int parts, String address) implements Serializable {
  /** All the data, on the processor. */
  public static final Assignment WHOLE = new Assignment(0, 1, "");
}
