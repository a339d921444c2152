package io.ergodic.datasets.invariant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifiedCatalogueTest {
  @Test
  void coversExactlyWhatIsRegistered() {
    assertThat(VerifiedCatalogue.entries().keySet())
        .containsExactlyElementsOf(SubjectProvider.all().keySet());
    for (VerifiedCatalogue.Entry entry : VerifiedCatalogue.entries().values()) {
      Subject subject = SubjectProvider.all().get(entry.system());
      assertThat(entry.kind()).isEqualTo(subject.kind());
      assertThat(entry.dimension()).as(entry.system()).isEqualTo(subject.dimension());
      if (!entry.status().equals(Status.FAILED.label())) {
        assertThat(entry.spectrum().get(0)).as(entry.system()).isEqualTo(entry.largest().value());
        assertThat(entry.spectrum())
            .as(entry.system())
            .isSortedAccordingTo((a, b) -> Double.compare(b, a));
      } else {
        assertThat(entry.reason()).as(entry.system()).isNotEmpty();
      }
    }
  }

  @Test
  void chaoticMeansPositiveBeyondThreeStandardErrors() {
    List<VerifiedCatalogue.Entry> chaotic =
        VerifiedCatalogue.entries().values().stream()
            .filter(entry -> entry.status().equals(Status.CHAOTIC.label()))
            .toList();
    assertThat(chaotic).hasSizeGreaterThan(100);
    for (VerifiedCatalogue.Entry entry : chaotic) {
      Estimate largest = entry.largest();
      assertThat(largest.value()).as(entry.system()).isGreaterThan(3 * largest.standardError());
    }
  }

  @ParameterizedTest
  @CsvSource({"Lorenz, 512", "SprottB, 512", "Henon, 16384", "Chebyshev, 16384"})
  void quickEntriesComeOutAgain(String system, double length) {
    Subject subject = SubjectProvider.all().get(system);
    Estimate again =
        LyapunovEstimator.estimate(
                subject, LyapunovSettings.standard(subject).lengths(length, length))
            .largest();
    Estimate shipped = VerifiedCatalogue.of(system).orElseThrow().largest();
    assertThat(again.value())
        .isCloseTo(
            shipped.value(),
            within(3 * Math.hypot(again.standardError(), shipped.standardError())));
  }

  @Test
  void isTheFileItsProvenanceSpeaksOf() throws Exception {
    byte[] table = resource("catalogue.csv");
    byte[] hash = java.security.MessageDigest.getInstance("SHA-256").digest(table);
    assertThat(new String(resource("catalogue.json"), StandardCharsets.UTF_8))
        .contains("ergodic verify chaos", "\"revision\"", "\"seed\" : 1")
        .contains(java.util.HexFormat.of().formatHex(hash));
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream stream = VerifiedCatalogue.class.getResourceAsStream(name)) {
      return stream.readAllBytes();
    }
  }
}
