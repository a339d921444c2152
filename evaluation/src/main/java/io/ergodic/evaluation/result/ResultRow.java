package io.ergodic.evaluation.result;

import java.util.List;

/**
 * One trial x metric of the result table: a row of {@code results.csv} and {@code results.parquet}.
 * The components are the columns, in this order; {@link #COLUMNS} has their names on disk. New
 * columns are added at the end, so that what reads the table by name or place goes on to do so.
 *
 * @param value null when there is none
 * @param status of the metric: {@link Score#OK}, {@link Score#GIVEN}, {@link Score#FAILED} or
 *     {@link Score#ERROR}
 * @param published value of the paper it is to be compared with; null when there is none
 * @param parameters number of trained parameters
 * @param trainSeconds wall time of training; null when it was not reached
 * @param trial content hash of the trial
 * @param floor what the truth scores against itself on this dataset; null when there is none
 * @param reason one line on why there is no value, or on what a value is to be read with; null
 *     otherwise
 * @param revision of the code that computed it
 * @param role {@code model} or {@code floor}
 * @param metricRevision of the metric's definition; null when the trial did not get to it
 * @param floorStatus {@link Score#OK} for a floor that was measured, {@link Score#GIVEN} for one
 *     that somebody stated; null when there is none
 */
public record ResultRow(
    String dataset,
    String system,
    long seed,
    String metric,
    Double value,
    String status,
    Double published,
    int parameters,
    Double trainSeconds,
    String engine,
    String trial,
    String experiment,
    String task,
    String family,
    Double floor,
    String reason,
    String dataHash,
    String device,
    String revision,
    String role,
    Integer metricRevision,
    String floorStatus) {

  /**
   * Version of the table: raised by one whenever a column goes, changes its type or means something
   * else. New columns come at the end and raise nothing.
   */
  public static final int VERSION = 1;

  /** Column names on disk, in the order of the components. */
  public static final List<String> COLUMNS =
      List.of(
          "dataset",
          "system",
          "seed",
          "metric",
          "value",
          "status",
          "published",
          "parameters",
          "train_seconds",
          "engine",
          "trial",
          "experiment",
          "task",
          "family",
          "floor",
          "reason",
          "data_hash",
          "device",
          "revision",
          "role",
          "metric_revision",
          "floor_status");

  /** Cells in the order of {@link #COLUMNS}; null where there is no value. */
  public Object[] cells() {
    return new Object[] {
      dataset,
      system,
      seed,
      metric,
      value,
      status,
      published,
      parameters,
      trainSeconds,
      engine,
      trial,
      experiment,
      task,
      family,
      floor,
      reason,
      dataHash,
      device,
      revision,
      role,
      metricRevision,
      floorStatus
    };
  }
}
