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
  void findsByNameAndHints() {
    Registry<Thing> registry = Registry.of("thing", List.of(new Thing("b"), new Thing("alpha")));
    assertThat(registry.names()).containsExactly("alpha", "b");
    assertThat(registry.all()).extracting(Thing::name).containsExactly("alpha", "b");
    assertThat(registry.get("b", "p").name()).isEqualTo("b");
    assertThat(registry.contains("c")).isFalse();
    assertThatThrownBy(() -> registry.get("alpa", "suite.things"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("suite.things: unknown thing 'alpa'; did you mean 'alpha'?");
  }

  @Test
  void refusesTwoOfOneName() {
    assertThatThrownBy(() -> Registry.of("thing", List.of(new Thing("a"), new Thing("a"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("two of the name a");
  }

  @Test
  void theFileSourcesAreFound() {
    assertThat(DatasetSource.registry().names()).contains("csv", "idx", "images", "npy");
  }
}
