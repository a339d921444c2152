package io.ergodic.jobs.ml;

import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.Assembler;
import io.ergodic.datasets.kind.images.LabelledImage;
import io.ergodic.datasets.kind.labelled.LabelledRow;
import io.ergodic.datasets.kind.labelled.LabelledSeries;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.source.Row;
import io.ergodic.jobs.data.ContentHash;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Labelled examples of a DataFrame: pictures, or series of equal rows. They are put in an order of
 * their own, so that the same examples give the same model however the DataFrame is partitioned.
 *
 * @param form of an example
 * @param classes number of classes
 * @param examples in that order
 * @param held fraction of the examples of every class that is for validation
 */
record LabelledFrame(Form form, int classes, ArrayList<Example> examples, double held)
    implements FrameData {
  private static final long serialVersionUID = 1;

  /**
   * The form of an example.
   *
   * @param channels of a picture; 0 for series
   * @param rows of a series, or height of a picture
   * @param columns variables of a series, or width of a picture
   */
  record Form(int channels, int rows, int columns) implements Serializable {
    private static final long serialVersionUID = 1;

    boolean picture() {
      return channels > 0;
    }

    int size() {
      return Math.max(1, channels) * rows * columns;
    }
  }

  /**
   * An example.
   *
   * @param values of a series rows x columns; of a picture pixels, channels x rows x columns
   */
  record Example(int label, float[] values) implements Serializable {
    private static final long serialVersionUID = 1;
  }

  LabelledFrame {
    examples.sort(
        Comparator.comparingInt(Example::label).thenComparing(Example::values, Arrays::compare));
  }

  private Schema schema() {
    List<String> names = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    if (form.picture()) {
      return Schema.images(form.rows(), form.columns(), form.channels(), names);
    }
    List<String> variables =
        IntStream.range(0, form.columns()).mapToObj(i -> "variable" + i).toList();
    return LabelledSeries.schema(variables, 1, names, form.rows());
  }

  @Override
  public Dataset dataset() {
    ContentHash hash = new ContentHash().add(form).add(classes).add(held);
    List<Row> rows = new ArrayList<>();
    long[] indices = new long[Split.values().length];
    int ofClass = 0;
    int before = -1;
    for (Example example : examples) {
      ofClass = example.label() == before ? ofClass + 1 : 0;
      before = example.label();
      // Of every class, as many of the first n as the fraction of n says.
      boolean validation = Math.floor(held * (ofClass + 1)) > Math.floor(held * ofClass);
      Split split = validation ? Split.VALIDATION : Split.TRAIN;
      rows.add(row(form, split, indices[split.ordinal()]++, example));
      add(hash, example);
    }
    return FrameData.dataset(schema(), hash.hex(), rows);
  }

  private static void add(ContentHash hash, Example example) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * example.values().length);
    bytes.asFloatBuffer().put(example.values());
    try {
      hash.add(example.label()).addStream(new ByteArrayInputStream(bytes.array()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Examples, in their order, as a dataset scaled by that of a training. */
  static Dataset asked(Form form, List<Example> examples, Schema schema, Scaler scaler) {
    List<Row> rows = new ArrayList<>();
    for (Example example : examples) {
      rows.add(row(form, Split.TRAIN, rows.size(), example));
    }
    SplitCount count = new SplitCount(rows.size(), rows.size());
    Manifest manifest =
        new Manifest(
            Manifest.VERSION,
            "asked",
            "",
            "dataframe",
            1,
            0,
            null,
            schema,
            List.of(),
            Map.of(Split.TRAIN.label(), count),
            scaler);
    return Assembler.assemble(manifest, rows.iterator());
  }

  private static Row row(Form form, Split split, long index, Example example) {
    return form.picture()
        ? new LabelledImage(split, index, example.label(), pixels(form, example.values()))
        : new LabelledRow(split, index, example.label(), example.values());
  }

  /** From channels first, as vectors have them, to channels last, as they are stored. */
  static byte[] pixels(Form form, float[] values) {
    int area = form.rows() * form.columns();
    byte[] pixels = new byte[values.length];
    for (int c = 0; c < form.channels(); c++) {
      for (int i = 0; i < area; i++) {
        pixels[i * form.channels() + c] = (byte) (int) values[c * area + i];
      }
    }
    return pixels;
  }
}
