package io.ergodic.datasets.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.settings.Settings;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordSettingsTest {
  /** A role of this test alone. */
  interface Pasta {}

  enum Sauce {
    NONE,
    EXTRA_HOT
  }

  record Spaghetti(
      @Setting(value = "centimetres", fallback = "25", min = 1, max = 50) int length,
      @Setting(value = "what goes on it", fallback = "none") Sauce sauce)
      implements Pasta {
    @AutoService(Kind.class)
    public static final class Registered extends Kind {
      public Registered() {
        super("spaghetti", Spaghetti.class, "long");
      }
    }
  }

  record Lasagne(@Setting(value = "layers", min = 2) int layers) implements Pasta {
    @AutoService(Kind.class)
    public static final class Registered extends Kind {
      public Registered() {
        super("lasagne", Lasagne.class, "flat");
      }
    }
  }

  record Inner(@Setting(value = "share", fallback = "0.5", min = 0, max = 1) double share) {}

  record Menu(
      @Setting(value = "how many eat") int guests,
      @Setting(value = "the pasta", fallback = "kind = spaghetti, length = 30") Pasta pasta,
      @Setting(value = "details", fallback = "share = 0.25") Inner inner,
      @Setting(value = "names", fallback = "[]") List<String> names,
      @Setting(
              value = "wine",
              choices = {"red", "white"})
          Optional<String> wine) {}

  private static Menu read(String text) {
    return RecordSettings.read(Menu.class, Settings.parse(text, "menu"));
  }

  @Test
  void defaultsHoldWhereNothingIsSaid() {
    assertThat(read("guests = 4"))
        .isEqualTo(
            new Menu(
                4, new Spaghetti(30, Sauce.NONE), new Inner(0.25), List.of(), Optional.empty()));
  }

  @Test
  void aKindIsReadFromItsNameOrAnObjectAndTakesNoDefaultsOfAnother() {
    assertThat(read("guests = 1, pasta = spaghetti").pasta())
        .isEqualTo(new Spaghetti(30, Sauce.NONE));
    assertThat(read("guests = 1, pasta { sauce = extra-hot }").pasta())
        .isEqualTo(new Spaghetti(30, Sauce.EXTRA_HOT));
    assertThat(read("guests = 1, pasta { kind = lasagne, layers = 3 }").pasta())
        .isEqualTo(new Lasagne(3));
  }

  @Test
  void whatIsWrongIsSaidWithItsPlace() {
    assertThatThrownBy(() -> read("")).hasMessageContaining("menu.guests: required");
    assertThatThrownBy(() -> read("guests = 1, pasta { lenght = 3 }"))
        .hasMessageContaining("menu.pasta.lenght: unknown key")
        .hasMessageContaining("length");
    assertThatThrownBy(() -> read("guests = 1, pasta = spagetti"))
        .hasMessageContaining("unknown pasta 'spagetti'")
        .hasMessageContaining("spaghetti");
    assertThatThrownBy(() -> read("guests = 1, pasta { length = 99 }"))
        .hasMessageContaining("menu.pasta.length: must lie in [1, 50], not 99");
    assertThatThrownBy(() -> read("guests = 1, pasta = lasagne"))
        .hasMessageContaining("menu.pasta.layers: required");
    assertThatThrownBy(() -> read("guests = 1, inner { share = 2 }"))
        .hasMessageContaining("menu.inner.share");
    assertThatThrownBy(() -> read("guests = 1, wine = blue")).hasMessageContaining("menu.wine");
  }

  @Test
  void resolvedSettingsAreEqualHoweverTheyWereSpelled() {
    Settings silent = Settings.parse("guests = 4", "menu");
    Settings loud =
        Settings.parse(
            "pasta { kind = spaghetti, length = 30.0, sauce = none }, guests = \"4\", inner.share ="
                + " 25e-2, names = []",
            "menu");
    RecordSettings.read(Menu.class, silent);
    RecordSettings.read(Menu.class, loud);
    assertThat(silent.resolved()).isEqualTo(loud.resolved()).contains("\"length\":30");
    Settings other = Settings.parse("guests = 4, inner.share = 0.26", "menu");
    RecordSettings.read(Menu.class, other);
    assertThat(other.resolved()).isNotEqualTo(silent.resolved());
  }

  @Test
  void everySettingIsDescribed() {
    assertThat(RecordSettings.describe(Menu.class))
        .extracting(SettingDescription::key)
        .containsExactly("guests", "pasta", "inner.share", "names", "wine");
    assertThat(RecordSettings.describe(Spaghetti.class).get(0))
        .isEqualTo(
            new SettingDescription("length", "whole number", "25", "1 to 50", "centimetres"));
  }
}
