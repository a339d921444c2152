package io.ergodic.evaluation.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class ArtefactJsonTest {
  private static final List<Artefact> ARTEFACTS =
      List.of(
          new Artefact.Attractor(
              List.of("x", "y"), new float[][] {{0.1f, -1e-30f}}, new float[][] {{Float.NaN, 3f}}),
          new Artefact.Spectrum("x", new float[] {0.5f}, new float[] {1f}, new float[] {2f}),
          new Artefact.Forecast(
              "x",
              new float[] {1f},
              new float[] {2f},
              new float[] {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}),
          new Artefact.Confusion(List.of("a", "b"), new int[][] {{3, 1}, {0, 4}}),
          new Artefact.Examples(
              1, 2, List.of("a", "b"), new int[][] {{0, 255}}, new int[] {0}, new int[] {1}),
          new Artefact.Rounds(
              "ergodic",
              2,
              16,
              "mean",
              "average",
              1,
              512.5,
              4096,
              new int[] {1},
              new float[] {0.5f},
              new float[] {1.5f},
              new float[] {Float.NaN},
              new float[][] {{1}, {2}, {3}, {4}, {5}, {6}},
              List.of(
                  new Artefact.Round(
                      1, new float[] {1, 2, 3, 4, 5, 6}, new float[][] {{0, 1, 2}, {1, 0, 2}}))));

  private static byte[] bytes() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ArtefactJson.write(ARTEFACTS, out);
    return out.toByteArray();
  }

  private static List<Artefact> read(byte[] bytes) throws IOException {
    return ArtefactJson.read(new ByteArrayInputStream(bytes), "x.json.gz");
  }

  @Test
  void figuresReadBackToTheSameBits() throws IOException {
    assertThat(read(bytes()))
        .usingRecursiveComparison()
        .withEqualsForType(Float::equals, Float.class)
        .isEqualTo(ARTEFACTS);
    assertThat(bytes()).isEqualTo(bytes());
  }

  @Test
  void kindsHaveTheNamesOfTheirProviders() {
    assertThat(ArtefactJson.kinds(ARTEFACTS))
        .containsExactly("attractor", "spectrum", "forecast", "confusion", "examples", "rounds");
  }

  @Test
  void aKindThatNobodyKnowsIsLeftOut() throws IOException {
    String text;
    try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes()))) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(out)) {
      packed.write(
          text.replace("\"spectrum\"", "\"of-a-plug-in\"").getBytes(StandardCharsets.UTF_8));
    }
    assertThat(read(out.toByteArray()))
        .hasSize(ARTEFACTS.size() - 1)
        .noneMatch(Artefact.Spectrum.class::isInstance);
  }

  @Test
  void whatUnpacksToThousandsOfTimesItsSizeIsRefused() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var packed = new GZIPOutputStream(out)) {
      byte[] blanks = new byte[1 << 20];
      Arrays.fill(blanks, (byte) ' ');
      for (int i = 0; i < 40; i++) {
        packed.write(blanks);
      }
    }
    assertThatThrownBy(() -> read(out.toByteArray()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("x.json.gz: ")
        .hasMessageContaining("unpack to more than");
  }

  @Test
  void damagedBytesAreRefusedByName() throws IOException {
    byte[] whole = bytes();
    for (byte[] bad : List.of(new byte[0], new byte[] {1, 2, 3}, Arrays.copyOf(whole, 200))) {
      assertThatThrownBy(() -> read(bad))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("x.json.gz");
    }
  }
}
