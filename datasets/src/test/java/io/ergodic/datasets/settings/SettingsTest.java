package io.ergodic.datasets.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void refusesKeysNobodyAskedForWithTheNearestKnown() {
    Settings settings = Settings.parse("lookback = 96, horizn = 24", "task");
    settings.integer("lookback", 1, 1000);
    settings.integer("horizon", 96, 1, 1000);

    assertThatThrownBy(settings::rejectUnknown)
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("task.horizn: unknown key; did you mean 'horizon'? Known: horizon, lookback");
  }

  @Test
  void acceptsKeysThatWereAskedFor() {
    Settings settings = Settings.parse("a = 1, b { c = x }, \"d.e\" = [1, 2]", "");
    assertThat(settings.integer("a", 0, 9)).isEqualTo(1);
    assertThat(settings.child("b").string("c")).isEqualTo("x");
    assertThat(settings.child("b").path("c")).isEqualTo("b.c");
    assertThat(settings.numbers("d.e")).containsExactly(1, 2);

    assertThatCode(settings::rejectUnknown).doesNotThrowAnyException();
  }

  @Test
  void namesFileAndLine() throws IOException {
    Path file = Files.writeString(folder.resolve("suite.conf"), "rate = 3\n\nstep = -1\n");
    Settings settings = Settings.of(ConfigFactory.parseFile(file.toFile()));

    assertThatThrownBy(() -> settings.number("step", 0, 1))
        .hasMessageStartingWith("step: must lie in [0.0, 1.0], not -1.0 (")
        .hasMessageContaining("suite.conf: 3");
    assertThatThrownBy(settings::rejectUnknown)
        .hasMessageContaining("rate: unknown key")
        .hasMessageContaining("suite.conf: 1");
  }

  @Test
  void refusesWrongTypes() {
    Settings settings = Settings.parse("word = abc, list = [1], object { a = 1 }, part = 1.5", "p");

    assertThatThrownBy(() -> settings.integer("word", 0, 9))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("p.word: cannot be used as it is: \"abc\"");
    assertThatThrownBy(() -> settings.string("list")).hasMessageContaining("p.list: cannot");
    assertThatThrownBy(() -> settings.numbers("object")).hasMessageContaining("p.object: cannot");
    assertThatThrownBy(() -> settings.child("word")).hasMessageContaining("p.word: cannot");
    assertThatThrownBy(() -> settings.flag("part", true)).hasMessageContaining("p.part: cannot");
    assertThatThrownBy(() -> settings.integer("part", 0, 9))
        .hasMessage("p.part: must be a whole number, not 1.5");
    assertThatThrownBy(() -> settings.string("absent"))
        .hasMessage("p.absent: required, but not set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "-1", "1.01"})
  void refusesNumbersOutOfRange(String value) {
    Settings settings = Settings.parse("x = \"" + value + "\"", "p");

    assertThatThrownBy(() -> settings.number("x", 0, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("p.x: must lie in [0.0, 1.0]");
  }

  @Test
  void refusesListsWithValuesThatAreNotFinite() {
    assertThatThrownBy(() -> Settings.parse("x = [1, NaN]", "p").numbers("x"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("p.x: must hold finite numbers");
  }

  @Test
  void keepsWholeNumbersBeyondDoubles() {
    Settings settings = Settings.parse("seed = 9223372036854775807, one = 1.0", "");

    assertThat(settings.whole("seed", 0, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(settings.integer("one", 0, 9)).isEqualTo(1);
    assertThatThrownBy(() -> settings.integer("seed", 0, Integer.MAX_VALUE))
        .hasMessageContaining("must lie in [0, 2147483647], not 9223372036854775807");
  }

  @Test
  void readsDurationsAndChoices() {
    Settings settings = Settings.parse("a = 90s, b = 2 minutes, c = 5, d = -1s, e = blue", "p");

    assertThat(settings.seconds("a", 1)).isEqualTo(90);
    assertThat(settings.seconds("b", 1)).isEqualTo(120);
    assertThat(settings.seconds("c", 1)).isEqualTo(5);
    assertThat(settings.seconds("absent", 7)).isEqualTo(7);
    assertThatThrownBy(() -> settings.seconds("d", 1)).hasMessageContaining("p.d: must be a posit");
    assertThatThrownBy(() -> settings.choice("e", "red", List.of("red", "black")))
        .hasMessageContaining("p.e: unknown value 'blue'; did you mean 'black'");
  }

  @Test
  void refusesTextThatIsNoHocon() {
    assertThatThrownBy(() -> Settings.parse("a = [1", "p"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("p: cannot be read: ");
  }

  @Test
  void writesEqualSettingsAsEqualText() {
    String one = Settings.parse("b = 1, a { d = 2, c = 3 } # note", "p").json();

    assertThat(one).isEqualTo("{\"a\":{\"c\":3,\"d\":2},\"b\":1}");
    assertThat(Settings.parse("a.c = 3, a.d = 2, b = 1", "q").json()).isEqualTo(one);
  }

  @Test
  void measuresDistancesBetweenWords() {
    assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearestName.distance("", "abc")).isEqualTo(3);
    assertThat(NearestName.hint("lorenz", List.of("Rossler", "Lorenz")))
        .isEqualTo("did you mean 'Lorenz'? Known: Lorenz, Rossler");
  }
}
