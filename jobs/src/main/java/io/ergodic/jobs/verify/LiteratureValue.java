package io.ergodic.jobs.verify;

import io.ergodic.datasets.invariant.Estimate;
import io.ergodic.datasets.invariant.FactTable;
import java.util.List;

/**
 * A number that the literature gives for a system, from the resource {@code literature.csv}.
 *
 * @param quantity {@code lambda_1}, {@code lambda_2} ... for the exponents in descending order, or
 *     {@code kaplan_yorke}
 * @param value in natural units and model time, and its error
 * @param source the paper or book, or why it is known exactly
 */
public record LiteratureValue(String system, String quantity, Estimate value, String source) {
  private static final double ERRORS = 3;
  private static final String EXPONENT = "lambda_";

  /** All values, in the order of the resource. */
  public static List<LiteratureValue> all() {
    return FactTable.read(LiteratureValue.class, "literature.csv").stream()
        .map(
            row ->
                new LiteratureValue(
                    row.get("system"),
                    row.get("quantity"),
                    new Estimate(
                        FactTable.number(row.get("value")), FactTable.number(row.get("error"))),
                    row.get("source")))
        .toList();
  }

  /** The same quantity as computed; none where the row does not have it. */
  Estimate computed(VerifiedSystem row) {
    if (!quantity.startsWith(EXPONENT)) {
      return new Estimate(row.kaplanYorke(), row.kaplanYorkeError());
    }
    int index = Integer.parseInt(quantity.substring(EXPONENT.length())) - 1;
    return index < row.spectrum().size()
        ? new Estimate(row.spectrum().get(index), row.spectrumErrors().get(index))
        : Estimate.NONE;
  }

  /** How many common standard errors both values are apart. */
  double distance(VerifiedSystem row) {
    Estimate computed = computed(row);
    double difference = Math.abs(computed.value() - value.value());
    // a difference of rounding only, where neither side has an error
    double rounding = 1e-9 * Math.abs(value.value());
    return difference <= rounding
        ? 0
        : difference / Math.hypot(computed.standardError(), value.standardError());
  }

  /** Whether both agree within three common standard errors. */
  boolean agrees(VerifiedSystem row) {
    return distance(row) <= ERRORS;
  }
}
