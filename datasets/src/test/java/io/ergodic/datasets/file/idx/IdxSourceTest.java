package io.ergodic.datasets.file.idx;

import static io.ergodic.datasets.file.Produced.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import io.ergodic.datasets.kind.images.LabelledImage;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IdxSourceTest {
  @TempDir Path folder;
  private final IdxSource source = new IdxSource();

  private static byte[] idx(int[] shape, int bytes) {
    ByteBuffer out = ByteBuffer.allocate(4 + 4 * shape.length + bytes);
    out.putInt(0x800 | shape.length);
    for (int axis : shape) {
      out.putInt(axis);
    }
    for (int i = 0; i < bytes; i++) {
      out.put((byte) (i % 5));
    }
    return out.array();
  }

  private static byte[] gzip(byte[] bytes) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    }
    return out.toByteArray();
  }

  private String pair(byte[] images, byte[] labels) throws Exception {
    Path first = Files.write(Files.createTempFile(folder, "images", ""), images);
    Path second = Files.write(Files.createTempFile(folder, "labels", ""), labels);
    return "{images = \"" + first + "\", labels = \"" + second + "\"}";
  }

  @Test
  void readsPlainAndGzippedAlike() throws Exception {
    byte[] images = idx(new int[] {10, 2, 3}, 60);
    byte[] labels = idx(new int[] {10}, 10);
    String rest = ", validation = 3, limit = 4, shards = 3";
    Produced plain = Produced.of(source, "train = " + pair(images, labels) + rest);
    Produced zipped = Produced.of(source, "train = " + pair(gzip(images), gzip(labels)) + rest);
    assertThat(zipped.rows()).usingRecursiveComparison().isEqualTo(plain.rows());
    assertThat(plain.images(Split.TRAIN)).hasSize(4);
    assertThat(plain.images(Split.VALIDATION))
        .extracting(LabelledImage::index, LabelledImage::label)
        .containsExactly(tuple(0L, 2), tuple(1L, 3), tuple(2L, 4));
    assertThat(plain.images(Split.TRAIN).get(1).pixels()).containsExactly(1, 2, 3, 4, 0, 1);
    assertThat(plain.plan().schema().height()).isEqualTo(2);
    assertThat(plain.plan().schema().width()).isEqualTo(3);
    assertThat(plain.plan().inputs()).hasSize(2);
  }

  @Test
  void readsColourAndSplitsFromFiles() throws Exception {
    String pair = pair(idx(new int[] {5, 2, 1, 3}, 30), idx(new int[] {5}, 5));
    Produced made =
        Produced.of(source, "train = %s, validation = %s, test = %s".formatted(pair, pair, pair));
    assertThat(made.plan().schema().channels()).isEqualTo(3);
    assertThat(made.images(Split.VALIDATION)).hasSize(5);
    assertThat(made.images(Split.TEST)).hasSize(5);
  }

  @Test
  void refusesImagesOfOneClass() throws Exception {
    byte[] images = idx(new int[] {60, 8, 8}, 60 * 64);
    byte[] labels = new byte[68];
    System.arraycopy(idx(new int[] {60}, 0), 0, labels, 0, 8);
    refused(
        source,
        "classes = [a, b, c], train = " + pair(images, labels),
        "datasets.d.train",
        "60 images, all that train of one class (a)");
    labels[67] = 2;
    Produced made = Produced.of(source, "classes = [a, b, c], train = " + pair(images, labels));
    assertThat(made.plan().notes()).containsExactly("no training image of 1 classes: [b]");
  }

  @Test
  void takesNoMemoryForWhatAHeaderClaims() throws Exception {
    int most = Integer.MAX_VALUE;
    byte[] images = gzip(idx(new int[] {most, 1, 1}, 0));
    refused(
        source,
        "train = " + pair(images, gzip(idx(new int[] {most}, 4))),
        "train.labels",
        "truncated or damaged at element 4 of " + most);
    // The labels are there, the images are not.
    refused(
        source,
        "train = "
            + pair(
                gzip(idx(new int[] {3_000_000, 28, 28}, 0)),
                gzip(idx(new int[] {3_000_000}, 3_000_000))),
        "datasets.d.limit",
        "2.4 GB",
        "set limit = 2739137 or less");
    byte[] two = idx(new int[] {2}, 2);
    refused(
        source,
        "train = " + pair(gzip(idx(new int[] {2, 5000, 5000}, 0)), two),
        "claims 5000x5000 pixels",
        "datasets.d.pixels allows 16777216");
    refused(
        source,
        "pixels = 25000000, train = " + pair(gzip(idx(new int[] {2, 5000, 5000}, 0)), two),
        "truncated or damaged at element 0 of 2");
    refused(
        source,
        "train = " + pair(gzip(idx(new int[] {2, 2, 2}, 9)), two),
        "too long",
        "and more follow");
  }

  @Test
  void refusesDamagedFiles() throws Exception {
    byte[] images = idx(new int[] {10, 2, 3}, 60);
    byte[] labels = idx(new int[] {10}, 10);
    refused(
        source,
        "train = " + pair(Arrays.copyOf(images, 70), labels),
        "datasets.d.train.images",
        "truncated",
        "makes 76 bytes, found 70");
    byte[] zipped = gzip(images);
    refused(
        source,
        "train = " + pair(Arrays.copyOf(zipped, zipped.length - 10), labels),
        "truncated or damaged");
    refused(source, "train = " + pair(Arrays.copyOf(images, 6), labels), "within the idx header");
    refused(source, "train = " + pair(labels, images), "wrong magic number 0x00000801");
    refused(source, "train = " + pair(images, idx(new int[] {9}, 9)), "9 labels for the 10 images");
    refused(
        source, "classes = [a, b], train = " + pair(images, labels), "label 2 at 2", "2 classes");
    refused(source, "validation = 10, train = " + pair(images, labels), "datasets.d.validation");
    refused(source, "test = {}", "datasets.d.train");
    refused(
        source,
        "train = %s, test = %s"
            .formatted(
                pair(images, labels), pair(idx(new int[] {2, 3, 3}, 18), idx(new int[] {2}, 2))),
        "3x3x1",
        "2x3x1");
  }
}
