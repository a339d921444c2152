package io.ergodic.evaluation.result;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** Data for a figure of the report, small enough to be kept with the trial (about 100 KB). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Artefact.Attractor.class, name = "attractor"),
  @JsonSubTypes.Type(value = Artefact.Spectrum.class, name = "spectrum"),
  @JsonSubTypes.Type(value = Artefact.Forecast.class, name = "forecast"),
  @JsonSubTypes.Type(value = Artefact.Confusion.class, name = "confusion"),
  @JsonSubTypes.Type(value = Artefact.Examples.class, name = "examples")
})
public sealed interface Artefact {
  /** A true and a generated orbit: rows x up to 3 variables each, thinned. */
  record Attractor(List<String> columns, float[][] truth, float[][] generated)
      implements Artefact {}

  /**
   * Power spectra of one variable: frequency (cycles per unit of time), true and generated power.
   */
  record Spectrum(String column, float[] frequency, float[] truth, float[] generated)
      implements Artefact {}

  /** One forecast over its truth; {@code context} are the rows before it. */
  record Forecast(String column, float[] context, float[] truth, float[] forecast)
      implements Artefact {}

  /** Confusion matrix: row = true class, column = predicted class. */
  record Confusion(List<String> classes, int[][] counts) implements Artefact {}

  /** Test images with true and predicted class; pixels height x width grey values 0 to 255. */
  record Examples(
      int height, int width, List<String> classes, int[][] pixels, int[] truth, int[] predicted)
      implements Artefact {}
}
