package io.ergodic.datasets.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.source.DatasetSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryTest {
  private record Thing(String name) implements Named {}

  @Test
  void findsByNameInTheOrderOfNames() {
    Thing ridge = new Thing("ridge");
    Registry<Thing> registry = Registry.of("system", List.of(ridge, new Thing("dlinear")));

    assertThat(registry.get("ridge", "systems.a")).isSameAs(ridge);
    assertThat(registry.names()).containsExactly("dlinear", "ridge");
    assertThat(registry.all()).extracting(Thing::name).containsExactly("dlinear", "ridge");
  }

  @Test
  void answersAnUnknownNameWithTheNearest() {
    Registry<Thing> registry = Registry.of("system", List.of(new Thing("ridge"), new Thing("cnn")));

    assertThatThrownBy(() -> registry.get("rigde", "systems.a.family"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "systems.a.family: unknown system 'rigde'; did you mean 'ridge'? Known: cnn, ridge");
  }

  @Test
  void refusesTwoOfOneName() {
    assertThatThrownBy(() -> Registry.of("system", List.of(new Thing("a"), new Thing("a"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("two of the name a");
  }

  @Test
  void findsTheSourcesOnTheClassPath() {
    assertThat(DatasetSource.registry().names()).contains("flow", "seasonal", "npy", "csv");
  }
}
