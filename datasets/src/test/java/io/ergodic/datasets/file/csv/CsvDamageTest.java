package io.ergodic.datasets.file.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.github.luben.zstd.Zstd;
import io.ergodic.datasets.file.Produced;
import io.ergodic.datasets.settings.InvalidInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A file with any bytes changed, doubled or cut off is read or refused, and ends in nothing else.
 */
class CsvDamageTest {
  private static final int TRIES = 60;
  private static final byte[] TELLING = {
    ',', ';', '"', '\n', '\r', 0, '-', '.', '%', 'e', (byte) 0xff
  };

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "semicolon-decimal-comma.csv",
        "utf16.csv",
        "zipped.csv",
        "percent.csv",
        "sep-line.csv"
      })
  void isReadOrRefused(String name) throws Exception {
    Path path = Path.of(CsvDamageTest.class.getResource("cases/" + name).toURI());
    tryAll(name, Files.readAllBytes(path));
  }

  @Test
  void packedByZstdToo() throws Exception {
    Path path = Path.of(CsvDamageTest.class.getResource("cases/tab.csv").toURI());
    tryAll("tab.csv.zst", Zstd.compress(Files.readAllBytes(path)));
  }

  private void tryAll(String name, byte[] whole) throws Exception {
    int refused = 0;
    for (int seed = 0; seed < TRIES; seed++) {
      Path file = Files.write(folder.resolve(name), damaged(whole, new SplittableRandom(seed)));
      String settings = "path = \"" + file + "\", context = 0, times.gaps = keep";
      try {
        Produced.of(new CsvSource(), settings);
      } catch (InvalidInputException said) {
        refused++;
        assertThat(said).hasMessageContaining("datasets.d");
      } catch (RuntimeException unsaid) {
        fail("seed " + seed + " of " + name, unsaid);
      }
    }
    assertThat(refused).isPositive();
  }

  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      // Half of the damage where the format is told.
      int at = random.nextInt(random.nextBoolean() ? Math.min(64, bytes.length) : bytes.length);
      bytes[at] =
          random.nextBoolean()
              ? TELLING[random.nextInt(TELLING.length)]
              : (byte) random.nextInt(256);
    }
    return switch (random.nextInt(4)) {
      case 0 -> Arrays.copyOf(bytes, random.nextInt(1, bytes.length));
      case 1 -> doubled(bytes, random.nextInt(bytes.length));
      default -> bytes;
    };
  }

  private static byte[] doubled(byte[] bytes, int from) {
    byte[] more = Arrays.copyOf(bytes, 2 * bytes.length - from);
    System.arraycopy(bytes, from, more, bytes.length, bytes.length - from);
    return more;
  }
}
