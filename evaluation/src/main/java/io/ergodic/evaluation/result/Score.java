package io.ergodic.evaluation.result;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/**
 * What came out of one metric of a trial.
 *
 * @param metric its name
 * @param revision of its definition
 * @param value NaN when it failed
 * @param status {@link #OK}, {@link #GIVEN}, {@link #FAILED} or {@link #ERROR}
 * @param reason one line on why there is no value, or on what a value is to be read with, such as a
 *     cap; null otherwise
 */
public record Score(String metric, int revision, double value, String status, String reason) {
  /** Measured. */
  public static final String OK = "ok";

  /** A floor that is a known property of the data: somebody stated it, nobody measured it. */
  public static final String GIVEN = "given";

  /** Not to be had: counts as the worst value in this metric, and in no other. */
  public static final String FAILED = "failed";

  /** Not measured, for an error of the machine: it is computed again, and does not count. */
  public static final String ERROR = "error";

  /** A value as measured; one that is not finite is a failure. */
  public static Score of(String metric, int revision, double value) {
    return Double.isFinite(value)
        ? new Score(metric, revision, value, OK, null)
        : failed(metric, revision, "the value is " + value);
  }

  /** The same with a line to be read beside its value; a failure keeps its reason. */
  public Score remarked(Optional<String> remark) {
    return remark.isEmpty() || reason != null
        ? this
        : new Score(metric, revision, value, status, remark.get());
  }

  /** A value that is stated of the data. */
  public static Score given(String metric, int revision, double value) {
    return new Score(metric, revision, value, GIVEN, null);
  }

  /** No value. */
  public static Score failed(String metric, int revision, String reason) {
    return new Score(metric, revision, Double.NaN, FAILED, reason);
  }

  /** Not measured. */
  public static Score error(String metric, int revision, String reason) {
    return new Score(metric, revision, Double.NaN, ERROR, reason);
  }

  @JsonIgnore
  public boolean error() {
    return ERROR.equals(status);
  }

  @JsonIgnore
  public boolean failed() {
    return FAILED.equals(status);
  }
}
