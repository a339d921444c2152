package io.ergodic.datasets.attractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.Rows;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.images.LabelledImage;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.InvalidInputException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttractorNetTest {
  private static final String SMALL =
      "classes = 4, perClass { train = 6, validation = 1, test = 2 }, points = 1500";

  private static List<LabelledImage> images(String settings, long seed) {
    return Rows.of("attractor-net", settings, seed).rows().stream()
        .map(r -> (LabelledImage) r)
        .toList();
  }

  private static List<String> text(List<LabelledImage> images) {
    return images.stream()
        .map(i -> i.split() + " " + i.index() + " " + i.label() + Arrays.toString(i.pixels()))
        .toList();
  }

  @Test
  void givesTheSameBitsAgainAndInAnyNumberOfShards() {
    List<String> once = text(images(SMALL, 3));
    assertThat(text(images(SMALL, 3))).isEqualTo(once);
    assertThat(text(images(SMALL + ", shards = 5", 3))).isEqualTo(once);
    assertThat(text(images(SMALL, 4))).isNotEqualTo(once);
  }

  @Test
  void classesTakeTurnsAndSplitsShareNoImage() {
    List<LabelledImage> images = images(SMALL, 3);
    assertThat(images).hasSize(36);
    assertThat(images.stream().map(i -> Arrays.toString(i.pixels()))).doesNotHaveDuplicates();
    for (Split split : Split.values()) {
      List<LabelledImage> part = images.stream().filter(i -> i.split() == split).toList();
      for (int i = 0; i < part.size(); i++) {
        assertThat(part.get(i).index()).isEqualTo(i);
        assertThat(part.get(i).label()).isEqualTo(i % 4);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 28, 64})
  void usesTheWholeRangeOfGreysAndTheFrame(int size) {
    for (LabelledImage image : images(SMALL + ", size = " + size, 3)) {
      assertThat(image.pixels()).hasSize(size * size);
      int most = 0;
      int lit = 0;
      for (byte pixel : image.pixels()) {
        most = Math.max(most, pixel & 0xff);
        lit += pixel != 0 ? 1 : 0;
      }
      assertThat(most).isEqualTo(255);
      assertThat(lit).isGreaterThan(size);
    }
  }

  @Test
  void theStandardListIsInTheCatalogue() {
    assertThat(Rows.plan("attractor-net", "classes = 16", 1).schema().classes()).hasSize(16);
    assertThat(Rows.plan("attractor-net", "", 1).schema().classes())
        .hasSize(10)
        .startsWith("Lorenz", "Rossler", "Chua");
  }

  @Test
  void refusesAnOrbitThatIsNotChaotic() {
    // at rho = 28 (1 - 0.9) and below, Lorenz' flow falls onto a fixed point
    AttractorOrbit orbit = new AttractorOrbit(ChaoticSystem.registry().get("Lorenz", "test"), 2000);
    RandomGenerator chaotic = RandomStreams.stream(1, "orbit");
    assertThat(orbit.follow(0, chaotic)).isTrue();
    RandomGenerator low =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return 1;
          }

          @Override
          public double nextGaussian() {
            return -1;
          }
        };
    assertThat(orbit.follow(0.9, low)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "classes = [Lorenz, Rosler] | datasets.x.classes: unknown chaotic system 'Rosler'; did you mean 'Rossler'",
        "classes = [Lorenz, HyperRossler] | datasets.x.classes: HyperRossler is not three-dimensional",
        "classes = [Lorenz, Lorenz] | datasets.x.classes: Lorenz stands there twice",
        "classes = 17 | datasets.x.classes: must lie in [2, 16]",
        "perClass { train = 0, validation = 0, test = 0 } | datasets.x.perClass: all splits are empty",
        "sise = 28 | datasets.x.sise: unknown key; did you mean 'size'",
      })
  void saysWhatIsWrong(String settings, String message) {
    assertThatThrownBy(() -> Rows.plan("attractor-net", settings, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith(message);
  }
}
