package io.ergodic.jobs.ml;

import io.ergodic.datasets.kind.labelled.LabelledSeries;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.Arrays;
import org.apache.spark.ml.linalg.Vector;
import scala.collection.Seq;

/** The features of an example, as DataFrames hold them. */
final class FeatureValues {
  private FeatureValues() {}

  /** Of a vector or an array of numbers. */
  static float[] of(Object cell) {
    double[] values;
    if (cell instanceof Vector vector) {
      values = vector.toArray();
    } else if (cell instanceof Seq<?> list) {
      values = new double[list.length()];
      for (int i = 0; i < values.length; i++) {
        values[i] = list.apply(i) instanceof Number number ? number.doubleValue() : Double.NaN;
      }
    } else {
      throw new InvalidInputException(
          "features have to be a vector or an array of numbers, not " + cell);
    }
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
      if (!Float.isFinite(floats[i])) {
        throw new InvalidInputException(
            "features hold " + values[i] + " at place " + i + "; fill or drop it before");
      }
    }
    return floats;
  }

  /** The form that axes tell, or of a series of one variable. */
  static LabelledFrame.Form form(int[] axes, int size) {
    LabelledFrame.Form form =
        switch (axes.length) {
          case 0 -> new LabelledFrame.Form(0, size, 1);
          case 2 -> new LabelledFrame.Form(0, axes[0], axes[1]);
          case 3 -> new LabelledFrame.Form(axes[0], axes[1], axes[2]);
          default ->
              throw new InvalidInputException(
                  "shape: has to be [rows, variables] or [channels, height, width], not "
                      + Arrays.toString(axes));
        };
    if (Arrays.stream(axes).anyMatch(axis -> axis < 1) || form.size() < 1) {
      throw new InvalidInputException("shape: axes have to be positive");
    }
    return form;
  }

  /** The form of the data a model was trained on. */
  static LabelledFrame.Form form(Schema schema) {
    return schema.kind().equals(Schema.IMAGES)
        ? new LabelledFrame.Form(schema.channels(), schema.height(), schema.width())
        : new LabelledFrame.Form(0, schema.size(LabelledSeries.LENGTH), schema.dimension());
  }

  /** Refuses an example of another form. */
  static void check(LabelledFrame.Form form, float[] values) {
    if (values.length != form.size()) {
      throw new InvalidInputException(
          "an example of " + values.length + " values; the others, or shape, have " + form.size());
    }
    for (float value : values) {
      if (form.picture() && (value != Math.rint(value) || value < 0 || value > 255)) {
        throw new InvalidInputException(
            "a pixel of "
                + value
                + ": pictures have whole numbers of 0 to 255; the model scales them itself");
      }
    }
  }
}
