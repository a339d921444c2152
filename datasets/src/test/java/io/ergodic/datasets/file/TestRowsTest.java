package io.ergodic.datasets.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.Row;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files that differ in what is tested on alone: whatever a source decides by looking at a file,
 * what is trained and validated on stays as it is.
 */
class TestRowsTest {
  private static final int ROWS = 100;
  private static final int FIRST_TEST_ROW = 80;

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"csv", "npy", "text", "idx", "ts", "images"})
  void changeNeitherSchemaNorRowsOfTrainingAndValidation(String source) throws Exception {
    Produced one = Produced.of(DatasetSource.registry().get(source, "test"), settings(source, 1));
    Produced other = Produced.of(DatasetSource.registry().get(source, "test"), settings(source, 3));
    assertThat(other.plan().schema()).usingRecursiveComparison().isEqualTo(one.plan().schema());
    for (Split split : new Split[] {Split.TRAIN, Split.VALIDATION}) {
      assertThat(rows(one, split)).as(split.label()).isNotEmpty();
      assertThat(rows(other, split))
          .as(split.label())
          .usingRecursiveComparison()
          .isEqualTo(rows(one, split));
    }
    assertThat(rows(other, Split.TEST)).isNotEmpty();
    assertThat(digest(other)).isNotEqualTo(digest(one));
  }

  private static List<Row> rows(Produced produced, Split split) {
    return produced.rows().stream().filter(row -> row.split() == split).toList();
  }

  /** Rows print their arrays by address: their content decides here. */
  private static String digest(Produced produced) throws Exception {
    StringBuilder digest = new StringBuilder();
    for (Row row : rows(produced, Split.TEST)) {
      for (var component : row.getClass().getRecordComponents()) {
        Object value = component.getAccessor().invoke(row);
        digest.append(value instanceof double[] a ? Arrays.hashCode(a) : "");
        digest.append(value instanceof float[] a ? Arrays.hashCode(a) : "");
        digest.append(value instanceof byte[] a ? Arrays.hashCode(a) : "");
        digest.append(value instanceof int[] a ? Arrays.hashCode(a) : "");
      }
    }
    return digest.toString();
  }

  /** Settings of a source for files whose test rows are so many times as large. */
  private String settings(String source, int factor) throws Exception {
    return switch (source) {
      case "csv" -> {
        StringBuilder text = new StringBuilder("date,v\n");
        for (int row = 0; row < ROWS; row++) {
          text.append(LocalDate.ofEpochDay(row))
              .append(',')
              .append(value(row, factor))
              .append('\n');
        }
        yield along("path", file(source, factor, bytes(text.toString()))) + ", context = 10";
      }
      case "npy" -> {
        byte[] header = bytes("{'descr': '<f8', 'fortran_order': False, 'shape': (100, 1), }\n");
        ByteBuffer out =
            ByteBuffer.allocate(10 + header.length + 8 * ROWS).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        out.putShort((short) header.length).put(header);
        for (int row = 0; row < ROWS; row++) {
          out.putDouble(value(row, factor));
        }
        yield along("train", file(source, factor, out.array()));
      }
      case "text" -> {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < ROWS; row++) {
          text.append((char) ('a' + value(row, factor) % 7));
        }
        yield along("path", file(source, factor, bytes(text.toString()))) + ", units = characters";
      }
      case "idx" -> "train = " + pair(1) + ", test = " + pair(factor) + ", validation = 4";
      case "ts" ->
          "train = \"%s\", test = \"%s\", validation = 4"
              .formatted(series("train.ts", 1), series("test" + factor + ".ts", factor));
      default ->
          "train = \"%s\", test = \"%s\", validation = 4"
              .formatted(pictures("train", 1), pictures("test" + factor, factor));
    };
  }

  private static int value(int row, int factor) {
    return (row * 7 % 11) * (row < FIRST_TEST_ROW ? 1 : factor);
  }

  private static String along(String key, Path file) {
    return key + " = \"" + file + "\", fractions = [0.7, 0.1, 0.2]";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private Path file(String source, int factor, byte[] content) throws Exception {
    return Files.write(folder.resolve(source + factor + "." + source), content);
  }

  private String pair(int factor) throws Exception {
    ByteBuffer images = ByteBuffer.allocate(16 + 20 * 4);
    images.putInt(0x803).putInt(20).putInt(2).putInt(2);
    ByteBuffer labels = ByteBuffer.allocate(8 + 20);
    labels.putInt(0x801).putInt(20);
    for (int i = 0; i < 20; i++) {
      labels.put((byte) (i % 2));
      for (int k = 0; k < 4; k++) {
        images.put((byte) (factor * (i + k)));
      }
    }
    return "{images = \"%s\", labels = \"%s\"}"
        .formatted(file("images", factor, images.array()), file("labels", factor, labels.array()));
  }

  private Path series(String name, int factor) throws Exception {
    StringBuilder text = new StringBuilder("@classLabel true walk run\n@data\n");
    for (int i = 0; i < 20; i++) {
      text.append(factor * i).append(',').append(factor * 2).append(',').append(i * i);
      text.append(i % 2 == 0 ? ":walk\n" : ":run\n");
    }
    return Files.write(folder.resolve(name), bytes(text.toString()));
  }

  private Path pictures(String name, int factor) throws Exception {
    for (int i = 0; i < 20; i++) {
      BufferedImage picture = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
      picture.getRaster().setSample(1, 1, 0, factor * i);
      Path file = folder.resolve(name).resolve(i % 2 == 0 ? "even" : "odd").resolve(i + ".png");
      Files.createDirectories(file.getParent());
      ImageIO.write(picture, "png", file.toFile());
    }
    return folder.resolve(name);
  }
}
