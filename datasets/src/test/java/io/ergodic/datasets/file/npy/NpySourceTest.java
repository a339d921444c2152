package io.ergodic.datasets.file.npy;

import static io.ergodic.datasets.file.Produced.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import io.ergodic.datasets.kind.series.SeriesBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NpySourceTest {
  @TempDir Path folder;
  private final NpySource source = new NpySource();

  private Path npy(int version, String type, boolean fortran, String shape, double... values)
      throws Exception {
    String dictionary =
        String.format(
            "{'descr': '%s', 'fortran_order': %s, 'shape': %s, }\n",
            type, fortran ? "True" : "False", shape);
    byte[] text = dictionary.getBytes(StandardCharsets.ISO_8859_1);
    ByteBuffer out =
        ByteBuffer.allocate(200 + text.length + values.length * 8).order(ByteOrder.LITTLE_ENDIAN);
    out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) version, 0});
    if (version == 1) {
      out.putShort((short) text.length);
    } else {
      out.putInt(text.length);
    }
    out.put(text);
    out.order(type.charAt(0) == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    for (double value : values) {
      switch (type.substring(1)) {
        case "f4" -> out.putFloat((float) value);
        case "f8" -> out.putDouble(value);
        case "i1", "u1", "b1" -> out.put((byte) value);
        case "i2", "u2" -> out.putShort((short) (int) value);
        case "i4", "u4" -> out.putInt((int) (long) value);
        default -> out.putLong((long) value);
      }
    }
    Path file = Files.createTempFile(folder, "a", ".npy");
    return Files.write(file, Arrays.copyOf(out.array(), out.position()));
  }

  private static String all(Path file) {
    return "train = \"" + file + "\", fractions = [1, 0, 0]";
  }

  @ParameterizedTest
  @CsvSource({
    "1,<f4", "2,<f8", "3,>f4", "1,>f8", "1,|i1", "2,<i2", "1,>i4", "1,<i8", "1,|u1", "1,>u2",
    "3,<u4", "1,<u8"
  })
  void readsEveryTypeAndVersion(int version, String type) throws Exception {
    Path file = npy(version, type, false, "(3, 2)", 1, 2, 3, 4, 5, 6);
    assertThat(Produced.of(source, all(file)).values(Split.TRAIN))
        .containsExactly(1, 2, 3, 4, 5, 6);
  }

  /** Which of many ways a row of digits is a row of lengths must not be tried one by one. */
  @Test
  void readsNoShapeThatTakesForever() throws Exception {
    for (String digits : List.of("1".repeat(150), "1".repeat(60_000), "1 ".repeat(90))) {
      Path file = npy(1, "<f8", false, "(" + digits + "!)", 1);
      assertTimeoutPreemptively(
          Duration.ofSeconds(60),
          () -> refused(source, all(file), "datasets.d.train", "damaged .npy header"));
    }
    refused(source, all(npy(1, "<f8", false, "(1 2,)", 1)), "impossible shape (1 2,)");
  }

  @Test
  void refusesRowsWiderThanABlockCanBe() throws Exception {
    Path file = npy(1, "|u1", false, "(2, 600000)", new double[1_200_000]);
    refused(source, all(file), "too large for one series", "600000");
  }

  @Test
  void readsSignsAndBooleans() throws Exception {
    assertThat(Produced.of(source, all(npy(1, "<i2", false, "(2,)", -3, 4))).values(Split.TRAIN))
        .containsExactly(-3, 4);
    assertThat(Produced.of(source, all(npy(1, "<u2", false, "(2,)", 65535, 4))).values(Split.TRAIN))
        .containsExactly(65535, 4);
    assertThat(Produced.of(source, all(npy(1, "<u8", false, "(2,)", -1, 4))).values(Split.TRAIN))
        .containsExactly(0x1p64, 4);
    assertThat(Produced.of(source, all(npy(1, "|b1", false, "(2,)", 0, 7))).values(Split.TRAIN))
        .containsExactly(0, 1);
  }

  @Test
  void readsFortranOrderAcrossBlocks() throws Exception {
    int rows = 2 * SeriesBlock.SAMPLES + 10;
    double[] columns = new double[2 * rows];
    for (int i = 0; i < rows; i++) {
      columns[i] = i;
      columns[rows + i] = -i;
    }
    Produced made = Produced.of(source, all(npy(1, "<f8", true, "(" + rows + ", 2)", columns)));
    double[] values = made.values(Split.TRAIN);
    assertThat(
            IntStream.range(0, rows).allMatch(i -> values[2 * i] == i && values[2 * i + 1] == -i))
        .isTrue();
    assertThat(made.rows()).hasSize(3);
    assertThat(((SeriesBlock) made.rows().get(2)).values()).hasSize(20);
    assertThat(((SeriesBlock) made.rows().get(1)).start()).isEqualTo(SeriesBlock.SAMPLES);
  }

  @Test
  void shardsDoNotChangeTheRows() throws Exception {
    int rows = 3 * SeriesBlock.SAMPLES;
    String file =
        "train = \""
            + npy(
                1,
                "<f4",
                false,
                "(" + rows + ",)",
                IntStream.range(0, rows).asDoubleStream().toArray())
            + "\", fractions = [0.5, 0.25, 0.25]";
    Produced one = Produced.of(source, file + ", shards = 1");
    for (String more : new String[] {"", ", shards = 2", ", shards = 3"}) {
      Produced other = Produced.of(source, file + more);
      assertThat(other.rows()).usingRecursiveComparison().isEqualTo(one.rows());
    }
    assertThat(one.plan().shardCount()).isEqualTo(1);
    assertThat(one.values(Split.TEST)).hasSize(rows / 4);
  }

  @Test
  void splitsByTimeWithContext() throws Exception {
    Path file = npy(1, "<f8", false, "(10,)", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    Produced made = Produced.of(source, "train = \"" + file + "\", context = 2, step = 0.5");
    assertThat(made.values(Split.TRAIN)).containsExactly(0, 1, 2, 3, 4, 5, 6);
    assertThat(made.values(Split.VALIDATION)).containsExactly(5, 6, 7);
    assertThat(made.values(Split.TEST)).containsExactly(6, 7, 8, 9);
    assertThat(made.plan().schema().overlap()).isEqualTo(2);
    assertThat(((SeriesBlock) made.rows().get(2)).start()).isEqualTo(3);
    assertThat(made.plan().inputs()).containsExactly(file);
  }

  @Test
  void keepsVariablesAndStride() throws Exception {
    Path train = npy(1, "<f8", false, "(3, 2)", 1, 2, 3, 4, 5, 6);
    Path test = npy(1, "<f8", false, "(1, 2)", 7, 8);
    Produced made =
        Produced.of(
            source,
            "train = [\"%s\", \"%s\"], test = \"%s\", columns = [a, b], variables = b, stride = 2"
                    .formatted(train, test, test)
                + ", step = 0.1, lyapunov = 0.9");
    assertThat(made.values(Split.TRAIN)).containsExactly(2, 6, 8);
    assertThat(made.values(Split.TEST)).containsExactly(8);
    assertThat(made.plan().schema().columns()).containsExactly("b");
    assertThat(made.plan().schema().step()).isEqualTo(0.2);
    assertThat(made.plan().schema().properties()).containsEntry("lyapunov", 0.9);
  }

  @Test
  void refusesWhatIsNoArray() throws Exception {
    Path good = npy(1, "<f8", false, "(3, 2)", 1, 2, 3, 4, 5, 6);
    byte[] bytes = Files.readAllBytes(good);
    for (int length : new int[] {1, 7, 9, 20, bytes.length - 1}) {
      Path cut = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(bytes, length));
      refused(source, all(cut), "cut.npy", length < 6 ? "found" : String.valueOf(length));
    }
    Path cut = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(bytes, bytes.length - 1));
    refused(source, all(cut), "truncated", bytes.length + " bytes", "found " + (bytes.length - 1));
    refused(source, all(Files.write(folder.resolve("g.npy"), new byte[99])), "93 4e 55 4d 50 59");
    refused(source, all(npy(1, "|O", false, "(1,)", 1)), "'|O'", "f8");
    refused(source, all(npy(1, "<f8", false, "()", 1)), "1 or 2 axes");
    refused(source, all(npy(1, "<f8", false, "(0, 3)")), "empty array");
    refused(source, all(npy(9, "<f8", false, "(1,)", 1)), "version 9");
    refused(source, all(Files.createFile(folder.resolve("e.npy"))), "train", "empty file");
    refused(source, all(folder.resolve("none.npy")), "datasets.d.train", "no such file");
    refused(source, all(npy(1, "<f8", false, "(2, 2)", 1, 2, 3, Double.NaN)), "NaN at row 1", "x2");
    refused(source, all(good) + ", variables = [x1, y]", "'y'");
    refused(source, all(good) + ", colums = [a, b]", "datasets.d.colums", "'columns'");
    refused(source, "step = 1", "datasets.d.train");
    refused(source, "train = \"" + good + "\", truth { noise = loud }", "truth.noise");
  }
}
