package io.ergodic.datasets.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.images.LabelledImage;
import io.ergodic.datasets.kind.series.SeriesBlock;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.scale.Scaler;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssemblerTest {
  static Manifest manifest(Schema schema, Map<String, SplitCount> splits) {
    return new Manifest(
        1,
        "d",
        "0123456789abcdef",
        "npy",
        1,
        0,
        JsonNodeFactory.instance.objectNode(),
        schema,
        List.of(),
        splits,
        new Scaler(new double[] {1, 2}, new double[] {2, 4}));
  }

  private static Manifest series(boolean standardise, int series, int samples) {
    return manifest(
        Schema.series(List.of("x", "y"), 0.5, 0, standardise, Map.of()),
        Map.of("train", new SplitCount(series, samples)));
  }

  private static SeriesBlock block(String id, int block, double... values) {
    return new SeriesBlock(Split.TRAIN, id, block, block * 2, 0.5, 2, values);
  }

  private static final List<Row> ROWS =
      List.of(
          block("b", 0, 1, 2, 3, 4),
          block("b", 1, 5, 6, 7, 8),
          block("b", 2, 9, 10),
          block("a", 0, 1, 2, 3, 6));

  @Test
  void joinsBlocksInAnyOrderAndSortsSeries() {
    for (int order = 0; order < 10; order++) {
      List<Row> rows = new ArrayList<>(ROWS);
      Collections.shuffle(rows, new Random(order));
      SeriesDataset data = (SeriesDataset) Assembler.assemble(series(false, 2, 7), rows.iterator());
      assertThat(data.series(Split.TRAIN)).extracting(Series::id).containsExactly("a", "b");
      assertThat(data.series(Split.TRAIN).get(1).values())
          .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
      assertThat(data.series(Split.TEST)).isEmpty();
    }
  }

  @Test
  void standardisesWhenTheSchemaSaysSo() {
    SeriesDataset data = (SeriesDataset) Assembler.assemble(series(true, 2, 7), ROWS.iterator());
    assertThat(data.series(Split.TRAIN).get(0).values()).containsExactly(0, 0, 1, 1);
    assertThat(((SeriesBlock) ROWS.get(3)).values()).containsExactly(1, 2, 3, 6);
  }

  @Test
  void refusesMissingAndDoubledBlocks() {
    refused(List.of(ROWS.get(0), ROWS.get(2)), 1, 5, "block 1 of train series b is missing");
    refused(List.of(ROWS.get(1)), 1, 2, "block 0 of train series b is missing");
    refused(List.of(ROWS.get(0), ROWS.get(0)), 1, 4, "block 0 of train series b is there twice");
    refused(List.of(ROWS.get(0), ROWS.get(1)), 1, 5, "1 series with 4 rows", "1 with 5");
    refused(List.of(ROWS.get(3)), 2, 5, "1 series with 2 rows");
    refused(
        List.of(new SeriesBlock(Split.TRAIN, "a", 0, 0, 1, 3, new double[3])), 1, 1, "rows of 3");
  }

  private static void refused(List<Row> rows, int series, int samples, String... parts) {
    assertThatThrownBy(() -> Assembler.assemble(series(false, series, samples), rows.iterator()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts)
        .hasMessageContaining("d-0123456789abcdef");
  }

  @Test
  void sortsImagesByIndex() {
    Manifest manifest =
        manifest(
            Schema.images(1, 2, 1, List.of("a", "b")),
            Map.of("train", new SplitCount(3, 3), "test", new SplitCount(1, 1)));
    List<Row> rows =
        List.of(
            new LabelledImage(Split.TRAIN, 7, 1, new byte[] {7, 8}),
            new LabelledImage(Split.TEST, 0, 0, new byte[] {9, 9}),
            new LabelledImage(Split.TRAIN, 2, 0, new byte[] {1, 2}),
            new LabelledImage(Split.TRAIN, 5, 1, new byte[] {-1, 0}));
    ImageDataset data = (ImageDataset) Assembler.assemble(manifest, rows.iterator());
    assertThat(data.images(Split.TRAIN).pixels()).containsExactly(1, 2, -1, 0, 7, 8);
    assertThat(data.images(Split.TRAIN).labels()).containsExactly(0, 1, 1);
    assertThat(data.images(Split.TEST).count()).isEqualTo(1);
    assertThat(data.classes()).isEqualTo(2);
  }

  @Test
  void refusesWrongImages() {
    Row good = new LabelledImage(Split.TRAIN, 0, 0, new byte[2]);
    refusedImages(List.of(good), "has 1 images, the manifest says 2");
    refusedImages(List.of(good, good), "image 0 of the train split is there twice");
    refusedImages(List.of(new LabelledImage(Split.TRAIN, 0, 2, new byte[2])), "label 2 of 2");
    refusedImages(List.of(new LabelledImage(Split.TRAIN, 0, 0, new byte[3])), "3 bytes");
    refusedImages(List.of(new LabelledImage(Split.TEST, 0, 0, new byte[2])), "one more than the 0");
  }

  private static void refusedImages(List<Row> rows, String part) {
    Manifest manifest =
        manifest(Schema.images(1, 2, 1, List.of("a", "b")), Map.of("train", new SplitCount(2, 2)));
    assertThatThrownBy(() -> Assembler.assemble(manifest, rows.iterator()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(part);
  }
}
