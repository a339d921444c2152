package io.ergodic.evaluation.result;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * Data for a figure of the report, small enough to be kept with the trial (about 100 KB). A kind is
 * a record; an {@link ArtefactProvider} makes it known by a name.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
public interface Artefact {
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

  /**
   * How several workers trained one model by averaging, thinned to some hundred rounds. A shown
   * round stands for itself and the rounds left out before it: loss and phases are their means.
   *
   * @param engine that ran the rounds
   * @param workers that took local steps
   * @param localSteps of a worker between two averages (H)
   * @param outer name of the outer optimiser
   * @param optimiserState what becomes of the workers' optimiser states
   * @param rounds in all
   * @param examples a second over all of them
   * @param bytes of vectors sent and received, in all
   * @param round numbers of the rounds shown, from 1
   * @param seconds wall time from the first round's start to the end of each
   * @param loss of the local steps
   * @param validation loss after the round; NaN where there was none
   * @param phases milliseconds a round: one row for each of {@link #PHASES}
   * @param timeline rounds in a row, in full, from the middle of the training
   */
  record Rounds(
      String engine,
      int workers,
      int localSteps,
      String outer,
      String optimiserState,
      int rounds,
      double examples,
      long bytes,
      int[] round,
      float[] seconds,
      float[] loss,
      float[] validation,
      float[][] phases,
      List<Round> timeline)
      implements Artefact {
    /** What a round's wall time is made of, in the order it passes. */
    public static final List<String> PHASES =
        List.of("broadcast", "compute", "reduce", "idle", "validation", "checkpoint");
  }

  /**
   * One round in full.
   *
   * @param phases milliseconds, one for each of {@link Rounds#PHASES}
   * @param workers begin of the task after the round's begin, wait for the parameters, and compute,
   *     in milliseconds; a row for each worker
   */
  record Round(int number, float[] phases, float[][] workers) {}
}
