package io.ergodic.evaluation.metric;

import java.util.Optional;

/**
 * A value as it was read off.
 *
 * @param value as of {@link Metric#value}
 * @param remark one line that the value is to be read with, such as a cap that it ran into
 */
public record Reading(double value, Optional<String> remark) {}
