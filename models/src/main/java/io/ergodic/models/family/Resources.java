package io.ergodic.models.family;

import io.ergodic.models.device.Device;

/**
 * What a model may compute with.
 *
 * @param threads processor cores. libtorch cuts its sums by their number, so that two round
 *     otherwise than one; the same number gives the same bits
 * @param device where it computes, if its engine can
 */
public record Resources(int threads, Device device) {
  /** One core of the processor. */
  public static final Resources ONE_CORE = new Resources(1, Device.CPU);
}
