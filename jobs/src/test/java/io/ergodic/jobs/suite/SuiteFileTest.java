package io.ergodic.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteFileTest {
  @TempDir Path folder;

  @Test
  void overridesReachSubstitutions() throws IOException {
    Path file = write("data.root = here\npath = ${data.root}\"/x.npy\"\n");
    Settings settings = SuiteFile.load(file, List.of("data.root=/some/where"));
    assertThat(settings.string("path")).isEqualTo("/some/where/x.npy");
  }

  @Test
  void overridesMayBeListsAndObjects() throws IOException {
    Path file = write("a { b = 1 }\n");
    Settings settings = SuiteFile.load(file, List.of("a.b=[1, 2.5]", "a.c={d=7}"));
    assertThat(settings.child("a").numbers("b")).containsExactly(1, 2.5);
    assertThat(settings.child("a").child("c").integer("d", 0, 10)).isEqualTo(7);
  }

  @Test
  void aValueThatIsNoHoconIsTakenAsText() throws IOException {
    Settings settings = SuiteFile.load(write("a = 1\n"), List.of("a=http://x/{y"));
    assertThat(settings.string("a")).isEqualTo("http://x/{y");
  }

  @Test
  void anUnsetSubstitutionSaysHowToSetIt() throws IOException {
    Path file = write("path = ${data.root}\"/x\"\n");
    assertThatThrownBy(() -> SuiteFile.load(file, List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("data.root")
        .hasMessageContaining("--set");
  }

  @Test
  void aMissingFileAndBrokenTextAreNamed() throws IOException {
    assertThatThrownBy(() -> SuiteFile.load(folder.resolve("none.conf"), List.of()))
        .hasMessageContaining("none.conf")
        .hasMessageContaining("no such suite");
    Path broken = write("a = {\n");
    assertThatThrownBy(() -> SuiteFile.load(broken, List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("suite.conf");
    Path fine = write("a = 1\n");
    assertThatThrownBy(() -> SuiteFile.load(fine, List.of("nonsense")))
        .hasMessageContaining("key=value");
  }

  @Test
  void includesAreFilesBesideTheOneThatNamesThem() throws IOException {
    Files.createDirectories(folder.resolve("sub"));
    Files.writeString(folder.resolve("sub/deep.conf"), "c = 3\n");
    Files.writeString(folder.resolve("base.conf"), "include \"sub/deep.conf\"\na = 1, b = 1\n");
    Path file = write("include \"base.conf\"\nb = 2\nx { include \"base.conf\" }\n");
    Settings settings = SuiteFile.load(file, List.of("a=7"));
    assertThat(settings.json())
        .isEqualTo("{\"a\":7,\"b\":2,\"c\":3,\"x\":{\"a\":1,\"b\":1,\"c\":3}}");
  }

  /** HOCON itself ignores what is missing, and looks beside nothing for a bare file name. */
  @Test
  void aMissingIncludeIsRefusedAndSoIsOneFromElsewhere() throws IOException {
    Path file = write("include \"bse.conf\"\n");
    assertThatThrownBy(() -> SuiteFile.load(file, List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("suite.conf: include \"bse.conf\": no such file")
        .hasMessageContaining(folder.resolve("bse.conf").toString());
    for (String other : List.of("url(\"http://host/a.conf\")", "classpath(\"a.conf\")")) {
      write("include " + other + "\n");
      assertThatThrownBy(() -> SuiteFile.load(file, List.of()))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("include \"FILE\"");
    }
    write("include required(file(\"bse.conf\"))\n");
    assertThatThrownBy(() -> SuiteFile.load(file, List.of())).hasMessageContaining("bse.conf");
  }

  @Test
  void aSuiteNamedWithoutItsFolderFindsItsIncludesAndFiles() throws IOException {
    Path here = Path.of("").toAbsolutePath();
    Path included = Files.createTempFile(here, "included", ".conf");
    Path named = Files.createTempFile(here, "suite", ".conf");
    try {
      Files.writeString(included, "a = 1\n");
      Files.writeString(named, "include \"" + included.getFileName() + "\"\n");
      Settings settings = SuiteFile.load(named.getFileName(), List.of());
      assertThat(settings.integer("a", 0, 9)).isEqualTo(1);
      assertThat(settings.folders().get(0)).isEqualTo(here);
    } finally {
      Files.delete(included);
      Files.delete(named);
    }
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("suite.conf"), text);
  }

  @Test
  void filesThatIncludeEachOtherAreRefused(@TempDir Path here) throws IOException {
    Files.writeString(here.resolve("a.conf"), "include \"b.conf\"");
    Files.writeString(here.resolve("b.conf"), "include \"./a.conf\"");
    assertThatThrownBy(() -> SuiteFile.load(here.resolve("a.conf"), List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("includes itself")
        .hasMessageContaining("b.conf");
  }
}
