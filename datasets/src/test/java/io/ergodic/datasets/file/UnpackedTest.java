package io.ergodic.datasets.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.file.text.TextSource;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedTest {
  private static final int LONG = 40 << 20;

  @TempDir Path folder;

  private static byte[] zeros(int count) throws Exception {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      byte[] zeros = new byte[1 << 20];
      for (int left = count; left > 0; left -= zeros.length) {
        out.write(zeros, 0, Math.min(left, zeros.length));
      }
    }
    return packed.toByteArray();
  }

  private static InputStream unpacked(byte[] packed) throws Exception {
    return Unpacked.gzip(
        new ByteArrayInputStream(packed),
        packed.length,
        problem -> new InvalidInputException("x.gz: " + problem));
  }

  @Test
  void refusesWhatUnpacksToThousandsOfTimesItsSize() throws Exception {
    InputStream bomb = unpacked(zeros(LONG));
    assertThat(bomb.readNBytes(16 << 20)).hasSize(16 << 20);
    assertThatThrownBy(bomb::read)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("unpack to more than 16777216");
    assertThatThrownBy(() -> unpacked(zeros(LONG)).skipNBytes(LONG))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void givesSmallFilesWholeHoweverOftenTheyRepeat() throws Exception {
    byte[] packed = zeros(15 << 20);
    assertThat(packed.length * 1000L).isLessThan(16 << 20);
    assertThat(unpacked(packed).readAllBytes()).hasSize(15 << 20);
  }

  @Test
  void saysThatAStreamIsCutShort() throws Exception {
    byte[] packed = zeros(100_000);
    for (int length : new int[] {0, 1, 9, 12, packed.length - 1}) {
      assertThatThrownBy(() -> unpacked(Arrays.copyOf(packed, length)).readAllBytes())
          .isInstanceOf(InvalidInputException.class)
          .hasMessageStartingWith("x.gz: a packed file, truncated or damaged");
    }
    packed[packed.length - 5] ^= 1;
    assertThatThrownBy(() -> unpacked(packed).readAllBytes())
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void sourcesNameTheFileAndTheWayOut() throws Exception {
    Path file = Files.write(folder.resolve("bomb.txt.gz"), zeros(LONG));
    Produced.refused(
        new TextSource(),
        "path = \"" + file + "\"",
        "datasets.d.path",
        file.toString(),
        "unpack to more than 16777216",
        "unpack it first",
        Unpacked.EXPANSION);
  }
}
