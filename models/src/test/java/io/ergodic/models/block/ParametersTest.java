package io.ergodic.models.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.learner.Merge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What blocks declare before there is any memory. */
class ParametersTest {
  private static final Initial ZERO = Initial.constant(0);

  @Test
  void whatDecaysComesFirstAndBuffersLast() {
    Parameters parameters = new Parameters();
    parameters.buffer("mean", ZERO, 2);
    parameters.parameter("bias", ZERO, 2);
    parameters.in("layer").in(3).parameter("weight", ZERO, 2, 4);
    parameters.parameter("table", Role.EMBEDDING, ZERO, 5);
    parameters.buffer("codes", Merge.EQUAL, ZERO, 3);
    assertThat(parameters.ordered())
        .extracting(Parameter::name)
        .containsExactly("layer.3.weight", "table", "bias", "mean", "codes");
    assertThat(parameters.ordered())
        .extracting(Parameter::role)
        .containsExactly(Role.WEIGHT, Role.EMBEDDING, Role.BIAS, Role.NORM, Role.NORM);
    assertThat(parameters.ordered())
        .extracting(Parameter::merge)
        .containsExactly(Merge.MEAN, Merge.MEAN, Merge.MEAN, Merge.MEAN, Merge.EQUAL);
    assertThat(parameters.ordered())
        .extracting(Parameter::trainable)
        .containsExactly(true, true, true, false, false);
    assertThat(parameters.checkedCount(1)).isEqualTo(8 + 5 + 2 + 2 + 3);
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void matricesAndTablesDecay(Role role) {
    assertThat(role.decays()).isEqualTo(role == Role.WEIGHT || role == Role.EMBEDDING);
  }

  @Test
  void aNameIsDeclaredOnce() {
    Parameters parameters = new Parameters();
    parameters.parameter("weight", ZERO, 2);
    assertThatThrownBy(() -> parameters.buffer("weight", ZERO, 2)).hasMessageContaining("weight");
  }

  @Test
  void whatNoVectorHoldsIsRefusedByItsLargestPart() {
    Parameters parameters = new Parameters();
    parameters.parameter("small", ZERO, 4);
    parameters.parameter("large", ZERO, 1 << 15, 1 << 15);
    parameters.parameter("other", ZERO, 7, 3);
    assertThat(parameters.checkedCount(1)).isEqualTo((1 << 30) + 25);
    assertThatThrownBy(() -> parameters.checkedCount(2))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("large [32768, 32768]")
        .hasMessageContaining("ema.decay");
    parameters.parameter("more", ZERO, 1 << 15, 1 << 15);
    assertThatThrownBy(() -> parameters.checkedCount(1))
        .hasMessageContaining("large [32768, 32768]")
        .hasMessageContaining("2.147e+09 parameters: one vector");
    Parameters beyond = new Parameters();
    beyond.parameter("beyond", ZERO, 1L << 40, 1L << 40);
    assertThat(beyond.ordered().get(0).count()).isEqualTo(Long.MAX_VALUE);
    assertThat(beyond.ordered().get(0).shape()).containsExactly(1L << 40, 1L << 40);
  }

  @Test
  void shapesKnowTheirPlacesAndFeatures() {
    Shape image = Shape.image(3, 4, 5);
    assertThat(image.features()).isEqualTo(3);
    assertThat(image.places()).isEqualTo(20);
    assertThat(image.withFeatures(7)).hasToString("image[7, 4, 5]");
    Shape grid = Shape.grid(2, 3, 8);
    assertThat(grid.places()).isEqualTo(6);
    assertThat(grid.withFeatures(2).needGrid("x").gridWidth()).isEqualTo(3);
    assertThat(grid.withFeatures(2)).hasToString("tokens[6, 2]");
    assertThat(Shape.vector(9).withFeatures(2)).hasToString("vector[2]");
    assertThat(Shape.vector(9).places()).isEqualTo(1);
    assertThat(Shape.of(new Port(Port.IMAGE, 1, 2, 3))).hasToString("image[1, 2, 3]");
    assertThat(Shape.of(new Port(Port.SERIES, 4, 2))).hasToString("tokens[4, 2]");
    assertThat(Shape.of(new Port(Port.DYNAMICS, 6))).hasToString("vector[6]");
  }

  @Test
  void aBlockIsToldWhatItIsGiven() {
    Shape tokens = Shape.tokens(4, 2);
    assertThat(tokens.needTokens("mixer x")).isSameAs(tokens);
    Shape image = Shape.image(1, 2, 3);
    assertThat(image.needImage("stem x")).isSameAs(image);
    for (Runnable refused :
        new Runnable[] {
          () -> tokens.needImage("stem x"),
          () -> tokens.needGrid("stem x"),
          () -> image.needTokens("stem x")
        }) {
      assertThatThrownBy(refused::run)
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("stem x works on");
    }
  }

  @Test
  void costsAreAddedUpOverParts() {
    Build build = new Build(new Parameters());
    build.in("a").count(3);
    build.in("b").in("c").count(4);
    assertThat(build.multiplyAdds()).isEqualTo(7);
  }
}
