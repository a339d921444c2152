package io.ergodic.datasets.manifest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The shape of a dataset.
 *
 * @param kind name of the {@link io.ergodic.datasets.kind.DataKind}
 * @param dimension variables of a series; values of an image
 * @param columns names of the variables
 * @param step time between rows (series)
 * @param overlap rows of context that validation and test series share with the split before
 * @param height,width,channels of an image
 * @param classes class names, in label order
 * @param standardise whether models see the data standardised by the scaler
 * @param properties numbers that belong to the data, where known: {@code period}, {@code lyapunov}
 *     (largest exponent per unit of time), {@code seasonality} (rows), {@code missing} (values that
 *     are NaN)
 * @param parameters names of the parameters that every series has values of its own for; empty
 *     where all series have the same
 * @param sizes whole numbers that a kind needs beside these, such as {@code length}; empty for
 *     series and images
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Schema(
    String kind,
    int dimension,
    List<String> columns,
    double step,
    int overlap,
    int height,
    int width,
    int channels,
    List<String> classes,
    boolean standardise,
    Map<String, Double> properties,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> parameters,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Integer> sizes) {

  public Schema {
    parameters = parameters == null ? List.of() : List.copyOf(parameters);
    // Sorted, so that a manifest has the same bytes each time.
    sizes = sizes == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(sizes));
  }

  public static final String SERIES = "series";
  public static final String IMAGES = "images";

  public static Schema series(
      List<String> columns,
      double step,
      int overlap,
      boolean standardise,
      Map<String, Double> properties) {
    return new Schema(
        SERIES,
        columns.size(),
        columns,
        step,
        overlap,
        0,
        0,
        0,
        List.of(),
        standardise,
        properties,
        List.of(),
        Map.of());
  }

  /** The same schema for series that have values of their own for parameters of these names. */
  public Schema withParameters(List<String> names) {
    return new Schema(
        kind,
        dimension,
        columns,
        step,
        overlap,
        height,
        width,
        channels,
        classes,
        standardise,
        properties,
        names,
        sizes);
  }

  public static Schema images(int height, int width, int channels, List<String> classes) {
    return new Schema(
        IMAGES,
        height * width * channels,
        List.of(),
        0,
        0,
        height,
        width,
        channels,
        classes,
        true,
        Map.of(),
        List.of(),
        Map.of());
  }

  /** The schema of a kind that needs sizes of its own, whose models see values standardised. */
  public static Schema of(
      String kind,
      List<String> columns,
      double step,
      List<String> classes,
      boolean standardise,
      Map<String, Double> properties,
      Map<String, Integer> sizes) {
    return new Schema(
        kind,
        columns.size(),
        columns,
        step,
        0,
        0,
        0,
        0,
        classes,
        standardise,
        properties,
        List.of(),
        sizes);
  }

  /** A whole number of the kind. */
  public int size(String name) {
    Integer size = sizes.get(name);
    if (size == null) {
      throw new IllegalStateException("a schema of " + kind + " without " + name);
    }
    return size;
  }
}
