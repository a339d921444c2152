package io.ergodic.models.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.registry.Kinds;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes that do not fit are refused when a network is put together, and those that just do not. */
class RefusalsTest {
  private static final Shape TOKENS = Shape.tokens(5, 12);
  private static final Shape IMAGE = Shape.image(4, 6, 8);

  private static Shape build(Class<?> role, String settings, Shape input) {
    Object kind = Kinds.read(role, Settings.parse(settings, "block"));
    Build build = new Build(new Parameters());
    return kind instanceof LayerKind layer
        ? layer.build(input, build, 0).output()
        : ((BlockKind) kind).build(input, build).output();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kind = attention, heads = 5                     | no multiple of 5 heads",
        "kind = attention, heads = 4, position = rotary  | even width, not 3",
        "kind = linear-attention, heads = 5              | no multiple of",
        "kind = pool                                     | tokens on a grid",
        "kind = conv                                     | tokens on a grid",
        "kind = depthwise                                | tokens on a grid",
        "kind = pool, size = 2                           | must be odd",
      })
  void tokenMixersRefuse(String settings, String message) {
    refused(TokenMixer.class, settings, TOKENS, message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Stem         | kind = patch, size = 4                | do not divide",
        "Stem         | kind = patch, size = 9, stride = 2    | do not fit",
        "Stem         | kind = patch, size = 7, stride = 2    | do not fit",
        "Stem         | kind = rows, rows = 4                 | 6 rows cannot be taken 4",
        "LayerKind    | kind = conv, groups = 3               | 3 groups do not divide 4 and 4",
        "LayerKind    | kind = conv, width = 6, groups = 4    | do not divide 4 and 6",
        "LayerKind    | kind = conv, kernel = 7, padding = 0  | does not fit",
        "LayerKind    | kind = linear                         | works on vectors and tokens",
        "LayerKind    | 'kind = residual, width = 2, shortcut = padding' | from 4 to 2",
        "LayerKind    | kind = gru                            | works on tokens",
        "LayerKind    | kind = lstm                           | works on tokens",
        "Norm         | kind = group, groups = 3              | 3 equal groups",
        "Downsampling | kind = max-pool, size = 7             | no square of 7",
      })
  void blocksOfPicturesRefuse(String role, String settings, String message) throws Exception {
    refused(Class.forName("io.ergodic.models.block." + role), settings, IMAGE, message);
  }

  private static void refused(Class<?> role, String settings, Shape input, String message) {
    assertThatThrownBy(() -> build(role, settings, input))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining(message);
  }

  @Test
  void whatJustFitsIsTaken() {
    assertThat(build(Stem.class, "kind = patch, size = 6, stride = 2, width = 3", IMAGE))
        .hasToString("tokens[2, 3]");
    assertThat(build(Stem.class, "kind = patch, size = 5, padding = 1, width = 3", IMAGE))
        .hasToString("tokens[2, 3]");
    assertThat(build(Stem.class, "kind = patch, size = 2, width = 3", IMAGE))
        .hasToString("tokens[12, 3]");
    assertThat(build(LayerKind.class, "kind = conv, kernel = 6, padding = 0", IMAGE))
        .hasToString("image[4, 1, 3]");
    assertThat(
            build(
                LayerKind.class,
                "kind = residual, width = 4, shortcut = padding, stride = 2",
                IMAGE))
        .hasToString("image[4, 3, 4]");
    assertThat(build(Downsampling.class, "kind = max-pool, size = 6", IMAGE))
        .hasToString("image[4, 1, 1]");
    assertThat(build(TokenMixer.class, "kind = attention, heads = 6, position = rotary", TOKENS))
        .hasToString("tokens[5, 12]");
  }

  @Test
  void normsSayWhetherTheyTakeAConstantAway() {
    assertThat(Kinds.read(Norm.class, Settings.parse("kind = batch", "n")).centres()).isTrue();
    assertThat(Kinds.read(Norm.class, Settings.parse("kind = layer", "n")).centres()).isFalse();
  }
}
