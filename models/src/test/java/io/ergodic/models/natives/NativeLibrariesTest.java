package io.ergodic.models.natives;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.models.family.Engine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NativeLibrariesTest {
  @Test
  void loadsLibtorchOnceAndForAll() {
    NativeLibraries.load(Engine.LIBTORCH);
    NativeLibraries.load(Engine.LIBTORCH);

    assertThat(Loader.getLoadedLibraries()).containsKey("jnitorch");
  }

  @Test
  void needsNothingForEnginesOfTheVirtualMachine() {
    NativeLibraries.load(Engine.FUSED);
    NativeLibraries.load(Engine.CLOSED_FORM);
  }

  /** What {@link #processesThatStartTogetherUnpackOneAfterTheOther} runs. */
  public static final class Child {
    public static void main(String[] arguments) {
      NativeLibraries.load(Engine.LIBTORCH);
      System.out.println("loaded");
    }
  }

  /** Without the lock, two out of three of these runs end in SIGBUS. */
  @Test
  @Tag("long")
  void processesThatStartTogetherUnpackOneAfterTheOther(@TempDir Path folder)
      throws IOException, InterruptedException {
    List<Process> children = new ArrayList<>();
    for (int k = 0; k < 3; k++) {
      children.add(
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Dorg.bytedeco.javacpp.cachedir=" + folder.resolve("cache"),
                  "-cp",
                  System.getProperty("java.class.path"),
                  Child.class.getName())
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve(k + ".log").toFile())
              .start());
    }

    for (int k = 0; k < children.size(); k++) {
      assertThat(children.get(k).waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(Files.readString(folder.resolve(k + ".log"))).contains("loaded");
      assertThat(children.get(k).exitValue()).isZero();
    }
  }
}
