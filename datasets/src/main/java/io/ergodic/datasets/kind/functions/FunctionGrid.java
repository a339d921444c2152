package io.ergodic.datasets.kind.functions;

import io.ergodic.datasets.manifest.Schema;
import java.util.List;
import java.util.Map;

/**
 * Where functions are sampled and what they have there: {@code points} equally spaced ones from 0
 * on, the last one {@code extent / points} before {@code extent}, as on a circle.
 *
 * @param extent length of the domain
 * @param inputPoints points of an input
 * @param inputChannels values of an input at each
 * @param outputPoints points of an output
 * @param outputChannels values of an output at each
 */
public record FunctionGrid(
    double extent, int inputPoints, int inputChannels, int outputPoints, int outputChannels) {
  /** What {@link Schema#kind} says. */
  public static final String KIND = "functions";

  private static final String EXTENT = "extent";
  private static final String INPUT_POINTS = "inputPoints";
  private static final String INPUT_CHANNELS = "inputChannels";
  private static final String OUTPUT_POINTS = "outputPoints";
  private static final String OUTPUT_CHANNELS = "outputChannels";

  /** One channel in and out at the same points. */
  public static FunctionGrid of(double extent, int points) {
    return new FunctionGrid(extent, points, 1, points, 1);
  }

  static FunctionGrid of(Schema schema) {
    Double extent = schema.properties().get(EXTENT);
    if (extent == null) {
      throw new IllegalStateException("a schema of " + KIND + " without " + EXTENT);
    }
    return new FunctionGrid(
        extent,
        schema.size(INPUT_POINTS),
        schema.size(INPUT_CHANNELS),
        schema.size(OUTPUT_POINTS),
        schema.size(OUTPUT_CHANNELS));
  }

  /** The schema of pairs of functions on this grid; models see them as they are. */
  public Schema schema() {
    return Schema.of(
        KIND,
        List.of(),
        extent / outputPoints,
        List.of(),
        false,
        Map.of(EXTENT, extent),
        Map.of(
            INPUT_POINTS, inputPoints,
            INPUT_CHANNELS, inputChannels,
            OUTPUT_POINTS, outputPoints,
            OUTPUT_CHANNELS, outputChannels));
  }

  int inputSize() {
    return inputPoints * inputChannels;
  }

  int outputSize() {
    return outputPoints * outputChannels;
  }
}
