package io.ergodic.datasets.file.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void readsEveryFormatVersion(int version) throws IOException {
    byte[] data = doubles(ByteOrder.LITTLE_ENDIAN, 1, -2.5, 3, 4, 5, 6);
    NpyFile file = NpyFile.open(NpyBytes.write(folder, version, "<f8", false, "(3, 2)", data));

    assertThat(file.shape()).containsExactly(3, 2);
    assertThat(file.values()).containsExactly(1, -2.5, 3, 4, 5, 6);
  }

  @Test
  void turnsFortranOrderIntoRows() throws IOException {
    byte[] matrix = doubles(ByteOrder.BIG_ENDIAN, 1, 3, 5, 2, 4, 6);
    assertThat(read(">f8", true, "(3, 2)", matrix)).containsExactly(1, 2, 3, 4, 5, 6);

    // value at (i, j, k) of shape 2 x 2 x 2 is 4 i + 2 j + k; stored with i running fastest
    byte[] cube = doubles(ByteOrder.LITTLE_ENDIAN, 0, 4, 2, 6, 1, 5, 3, 7);
    assertThat(read("<f8", true, "(2, 2, 2)", cube)).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
  }

  @ParameterizedTest
  @CsvSource({
    "<f4, 0000c03f000000c0, 1.5, -2",
    ">f4, 3fc00000c0000000, 1.5, -2",
    "|i1, 7f80, 127, -128",
    "<i2, 0180ff7f, -32767, 32767",
    ">i4, fffffffe00000007, -2, 7",
    "<i8, feffffffffffffff0700000000000000, -2, 7",
    "|u1, 80ff, 128, 255",
    ">u2, 8000ffff, 32768, 65535",
    "<u4, ffffffff01000000, 4294967295, 1",
    ">u8, ffffffffffffffff8000000000000000, 18446744073709551616, 9223372036854775808",
    "|b1, 0001, 0, 1"
  })
  void widensEveryType(String type, String hex, double first, double second) throws IOException {
    byte[] data = java.util.HexFormat.of().parseHex(hex);

    assertThat(read(type, false, "(2,)", data)).containsExactly(first, second);
  }

  @Test
  void readsMoreValuesThanOneChunkHolds() throws IOException {
    double[] values = new double[200_001];
    Arrays.setAll(values, i -> i * 0.5);

    assertThat(read("<f8", false, "(200001,)", doubles(ByteOrder.LITTLE_ENDIAN, values)))
        .isEqualTo(values);
  }

  @Test
  void namesFileAndBytesOfACutFile() throws IOException {
    Path file = NpyBytes.write(folder, 1, "<f8", false, "(3, 2)", new byte[40]);

    assertThatThrownBy(() -> NpyFile.open(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("takes " + (Files.size(file) + 8) + " bytes")
        .hasMessageContaining("found " + Files.size(file))
        .hasMessageContaining("cut off");
  }

  @Test
  void refusesBytesBehindTheArray() throws IOException {
    Path file = NpyBytes.write(folder, 1, "<f8", false, "(2,)", new byte[17]);

    assertThatThrownBy(() -> NpyFile.open(file)).hasMessageContaining("more follows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\u0093NUM", "date,HUFL,HULL\n1,2,3"})
  void refusesWhatIsNoArray(String content) throws IOException {
    Path file = folder.resolve("other.npy");
    Files.write(file, content.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> NpyFile.open(file))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not a NumPy file")
        .hasMessageContaining(file.toString());
  }

  @Test
  void refusesObjectsAndComplexNumbers() throws IOException {
    Path objects = NpyBytes.write(folder, 1, "|O", false, "(1,)", new byte[8]);
    assertThatThrownBy(() -> NpyFile.open(objects)).hasMessageContaining("type |O");

    Path complex = NpyBytes.write(folder, 1, "<c8", false, "(1,)", new byte[8]);
    assertThatThrownBy(() -> NpyFile.open(complex)).hasMessageContaining("only f4, f8");
  }

  @Test
  void refusesAHeaderLongerThanTheFile() throws IOException {
    Path file = folder.resolve("header.npy");
    Files.write(file, new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 100, 0, '{'});

    assertThatThrownBy(() -> NpyFile.open(file)).hasMessageContaining("110 bytes of it, found 11");
  }

  private double[] read(String type, boolean fortran, String shape, byte[] data)
      throws IOException {
    return NpyFile.open(NpyBytes.write(folder, 1, type, fortran, shape, data)).values();
  }

  private static byte[] doubles(ByteOrder order, double... values) {
    ByteBuffer buffer = ByteBuffer.allocate(8 * values.length).order(order);
    buffer.asDoubleBuffer().put(values);
    return buffer.array();
  }
}
