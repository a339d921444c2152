package io.ergodic.datasets.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static Settings of(String text) {
    return Settings.parse(text, "models.x");
  }

  private static void refused(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts);
  }

  @Test
  void unknownKeysAreAnsweredWithTheNearestKnown() {
    Settings settings = of("hiden = 3");
    settings.integer("hidden", 1, 1, 9);
    settings.flag("clipped", true);
    refused(settings::rejectUnknown, "models.x.hiden", "did you mean 'hidden'?", "clipped");
    Settings known = of("hidden = 3, \"dotted.key\" = a");
    known.integer("hidden", 1, 9);
    assertThat(known.string("dotted.key")).isEqualTo("a");
    known.rejectUnknown();
    refused(of("a = 1")::rejectUnknown, "models.x.a", "nothing is known here");
  }

  @Test
  void messagesGiveFileAndLine(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("suite.conf"), "a = 1\n\nbad = 2\nw = word\n");
    Settings settings = Settings.of(ConfigFactory.parseFile(file.toFile()));
    settings.integer("a", 0, 9);
    settings.has("w");
    refused(settings::rejectUnknown, "bad", "suite.conf: 3");
    refused(() -> settings.integer("bad", 0, 1), "bad: must lie in [0, 1], not 2", "suite.conf: 3");
    refused(() -> settings.number("w", 0, 1), "w: ", "\"word\"", "suite.conf: 4");
  }

  @Test
  void numbersAreCheckedForTypeAndRange() {
    Settings settings =
        of("i = 3, d = 2.5, big = 9007199254740993, s = x, o { a = 1 }, l = [1, 2]");
    assertThat(settings.integer("i", 3, 3)).isEqualTo(3);
    assertThat(settings.whole("big", 0, Long.MAX_VALUE)).isEqualTo(9007199254740993L);
    assertThat(settings.number("d", 0, 3)).isEqualTo(2.5);
    assertThat(settings.number("none", 0.5, 0, 1)).isEqualTo(0.5);
    assertThat(settings.numbers("l")).containsExactly(1, 2);
    assertThat(settings.numbers("d")).containsExactly(2.5);
    refused(() -> settings.integer("d", 0, 9), "models.x.d", "whole number", "2.5");
    refused(() -> settings.integer("i", 4, 9), "models.x.i", "[4, 9]");
    refused(() -> settings.number("s", 0, 1), "models.x.s", "\"x\"");
    refused(() -> settings.number("o", 0, 1), "models.x.o");
    refused(() -> settings.number("l", 0, 1), "models.x.l");
    refused(() -> settings.number("none", 0, 1), "models.x.none: required");
    refused(() -> of("n = NaN").number("n", -9, 9), "models.x.n");
    refused(() -> of("n = 1e30").integer("n", 0, 9), "models.x.n");
    refused(() -> of("n = true").integer("n", 0, 9), "models.x.n");
  }

  /** A double would make neighbours of 2^53 the same number. */
  @Test
  void wholeNumbersHave64Bits() {
    long most = Long.MAX_VALUE;
    Settings settings =
        of("l = [9007199254740993, -9007199254740993, 1e3, 2.0], n = 9223372036854775807");
    assertThat(settings.wholes("l", List.of()))
        .containsExactly(9007199254740993L, -9007199254740993L, 1000L, 2L);
    assertThat(settings.wholes("n", List.of())).containsExactly(most);
    assertThat(settings.whole("n", 0, most)).isEqualTo(most);
    assertThat(settings.wholes("none", List.of(7L))).containsExactly(7L);
    for (String value : new String[] {"9223372036854775808", "1e30", "-1e999999999"}) {
      refused(() -> of("n = " + value).whole("n", Long.MIN_VALUE, most), "64 bits", value);
      refused(() -> of("n = [1, " + value + "]").wholes("n", List.of()), "64 bits", value);
    }
    refused(() -> of("n = [1, 2.5]").wholes("n", List.of()), "whole number", "2.5");
    refused(() -> of("n = [a]").wholes("n", List.of()), "models.x.n");
  }

  @Test
  void aMisspelledKeyIsNamedBeforeTheMissingOneItWasMeantFor() {
    refused(
        () -> of("datasetz = 1").string("datasets"),
        "models.x.datasetz: unknown key",
        "'datasets'");
    refused(() -> of("other = 1").string("datasets"), "models.x.datasets: required");
    refused(() -> of("a = 1, bta = 1").only("a", "beta"), "models.x.bta: unknown key", "'beta'");
  }

  @Test
  void nullIsAbsent() {
    Settings settings = of("a = null");
    assertThat(settings.has("a")).isFalse();
    assertThat(settings.string("a", "b")).isEqualTo("b");
    refused(() -> settings.string("a"), "models.x.a");
    settings.rejectUnknown();
  }

  @Test
  void childrenKnowTheirPath() {
    Settings settings = of("o { p { q = x } }, n = 1, r { }");
    refused(() -> settings.child("o").child("p").integer("q", 0, 1), "models.x.o.p.q");
    refused(() -> settings.child("n"), "models.x.n");
    assertThat(settings.child("none").keys()).isEmpty();
    assertThat(settings.isObject("o")).isTrue();
    assertThat(settings.isObject("n")).isFalse();
    assertThat(settings.isObject("none")).isFalse();
    assertThat(of("b { }, a { }").children().keySet()).containsExactly("a", "b");
  }

  @Test
  void childrenStandInTheOrderOfTheirFile(@TempDir Path folder) throws Exception {
    String text =
        "all {\n  zebra { a = 1 }\n  ape { a = [2] }\n  cat = ${all.zebra} { b = 1 }\n}\n";
    Path file = Files.writeString(folder.resolve("suite.conf"), text + "all.bee.a = 3\n");
    var config =
        ConfigFactory.parseString("all { bee.a = 4, zebra.b = 5, ant.a = 6 }")
            .withFallback(ConfigFactory.parseFile(file.toFile()))
            .resolve();
    // cat begins with what it takes over from zebra; what no file has comes last.
    assertThat(Settings.of(config).child("all").children().keySet())
        .containsExactly("cat", "zebra", "ape", "ant", "bee");
  }

  @Test
  void durationsChoicesAndLists() {
    Settings settings = of("a = 90s, b = 5 minutes, c = 3, d = -1, e = soon, w = adma, l = [x, y]");
    assertThat(settings.seconds("a", 1)).isCloseTo(90, within(1e-9));
    assertThat(settings.seconds("b", 1)).isCloseTo(300, within(1e-9));
    assertThat(settings.seconds("c", 1)).isEqualTo(3);
    assertThat(settings.seconds("none", 1)).isEqualTo(1);
    refused(() -> settings.seconds("d", 1), "models.x.d", "positive");
    refused(() -> settings.seconds("e", 1), "models.x.e");
    refused(() -> settings.choice("w", "sgd", List.of("adam", "sgd")), "models.x.w", "mean 'adam'");
    assertThat(settings.strings("l")).containsExactly("x", "y");
    assertThat(settings.strings("w")).containsExactly("adma");
    refused(() -> settings.flag("w", true), "models.x.w");
  }

  @Test
  void fallbackWithoutAndCanonicalText() {
    Settings settings = of("b = 2, a { y = 1, x = 2 }").withFallback(of("b = 9, c = 3"));
    assertThat(settings.integer("b", 0, 9)).isEqualTo(2);
    assertThat(settings.integer("c", 0, 9)).isEqualTo(3);
    assertThat(of("b = 2, a { y = 1, x = 2 }").json())
        .isEqualTo(of("a { x = 2, y = 1 }\nb = 2 # comment").json());
    assertThat(settings.without("b").keys()).containsExactly("a", "c");
  }

  @Test
  void brokenTextIsInvalidInput() {
    refused(() -> of("a = [1"), "models.x");
    refused(() -> of("a = ${nowhere}"), "models.x", "nowhere");
  }

  @Test
  void distanceIsLevenshteins() {
    assertThat(NearestName.distance("kitten", "sitting")).isEqualTo(3);
    assertThat(NearestName.distance("", "abc")).isEqualTo(3);
    assertThat(NearestName.distance("abc", "abc")).isZero();
    assertThat(NearestName.hint("LORENZ", List.of("Rossler", "Lorenz"))).contains("'Lorenz'");
  }

  @Test
  void readsDurationsExactly() {
    Settings settings = Settings.parse("a = 2 minutes, b = 1ms, c = 5", "p");

    assertThat(settings.seconds("a", 1)).isEqualTo(120);
    assertThat(settings.seconds("b", 1)).isEqualTo(0.001);
    assertThat(settings.seconds("c", 1)).isEqualTo(5);
  }

  @Test
  void refusesListsWithValuesThatAreNotFinite() {
    assertThatThrownBy(() -> Settings.parse("x = [1, NaN]", "p").numbers("x"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("p.x: must hold finite numbers, not NaN");
  }

  private enum Colour {
    RED,
    DARK_BLUE
  }

  @Test
  void constantsAreNamedInLowerCase() {
    Settings settings = Settings.parse("sky = dark_blue, grass = green", "picture");
    assertThat(settings.choice("sky", Colour.RED)).isEqualTo(Colour.DARK_BLUE);
    assertThat(settings.choice("rose", Colour.RED)).isEqualTo(Colour.RED);
    assertThatThrownBy(() -> settings.choice("grass", Colour.RED))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll("picture.grass", "green", "red", "dark_blue");
  }

  @Test
  void distinctNumbersAreWholeAndNoneStandsTwice() {
    Settings settings =
        Settings.parse("a = [2, 0], b = 1, c = [1, 1], d = 0.5, e = [3], f = []", "x");
    assertThat(settings.distinct("a", 0, 2)).containsExactly(2, 0);
    assertThat(settings.distinct("b", 0, 2)).containsExactly(1);
    for (String key : List.of("c", "d", "e", "f")) {
      assertThatThrownBy(() -> settings.distinct(key, 0, 2))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("x." + key);
    }
  }
}
