package io.ergodic.jobs.bench;

/**
 * A measured number.
 *
 * @param bench what was measured
 * @param measured on which case, such as a system
 * @param unit of the value
 */
public record Measurement(String bench, String measured, double value, String unit) {}
