package io.ergodic.jobs.ml;

import io.ergodic.datasets.settings.InvalidInputException;
import java.util.List;
import org.apache.spark.ml.param.Param;
import org.apache.spark.ml.param.StringArrayParam;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.StructType;

/**
 * What estimators of series have in common. Series stand either one in a row, in {@code inputCol}:
 * a vector, an array of numbers, or an array of rows that are arrays of numbers; or row by row, in
 * {@code valueCols} with {@code timeCol} and, where there are several, {@code idCol}.
 *
 * @param <M> the model it fits
 */
public abstract class SeriesEstimator<M extends SeriesModel<M>> extends RecipeEstimator<M> {
  private static final long serialVersionUID = 1;

  private final Param<String> inputCol;
  private final StringArrayParam valueCols;
  private final Param<String> timeCol;
  private final Param<String> idCol;

  SeriesEstimator(String uid, String fallback, double held) {
    super(uid, fallback, held);
    this.inputCol = new Param<>(this, "inputCol", "column of whole series");
    this.valueCols = new StringArrayParam(this, "valueCols", "columns of rows of series");
    this.timeCol = new Param<>(this, "timeCol", "column that rows are ordered by");
    this.idCol = new Param<>(this, "idCol", "column that tells series apart");
    setDefault(inputCol, "series");
    setDefault(valueCols, new String[0]);
    setDefault(timeCol, "");
    setDefault(idCol, "");
  }

  public final Param<String> inputCol() {
    return inputCol;
  }

  public final StringArrayParam valueCols() {
    return valueCols;
  }

  public final Param<String> timeCol() {
    return timeCol;
  }

  public final Param<String> idCol() {
    return idCol;
  }

  /** Rows that a model reads before those it is asked for. */
  abstract int context();

  /** Rows it is asked for. */
  abstract int wanted();

  final SeriesColumns columns() {
    return new SeriesColumns(
        value(inputCol), List.of(value(valueCols)), value(timeCol), value(idCol));
  }

  @Override
  final FrameData collect(Dataset<?> frame) {
    SeriesColumns columns = columns();
    SeriesColumns.Collected all = columns.collect(frame);
    int least = context() + wanted();
    for (double[] series : all.series()) {
      if (series.length / all.variables() < least) {
        throw new InvalidInputException(
            "a series of "
                + series.length / all.variables()
                + " rows: training needs "
                + least
                + "; filter shorter ones out before");
      }
    }
    return new SeriesFrame(
        columns.names(all.variables()), all.series(), context(), wanted(), held());
  }

  @Override
  public final StructType transformSchema(StructType schema) {
    return SeriesModel.with(schema, columns(), value(predictionCol()));
  }
}
