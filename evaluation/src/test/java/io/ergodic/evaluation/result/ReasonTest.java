package io.ergodic.evaluation.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class ReasonTest {
  /** As libtorch has it, with the frames of its own build and the cache in somebody's home. */
  private static final String NATIVE =
      "mat1 and mat2 shapes cannot be multiplied (16x785 and 784x64)\n"
          + "Exception raised from meta at /home/runner/work/pytorch/LinearAlgebra.cpp:197 (most"
          + " recent call first):\n"
          + "frame #0: c10::Error::Error(c10::SourceLocation) + 0xac (0x7f1ffc1a58cc in"
          + " /home/somebody/.javacpp/cache/libc10.so)\n";

  @Test
  void nativeFramesAreLeftOutAndTheCallerIsNamed() {
    assertThat(Reason.of(new RuntimeException(NATIVE)))
        .startsWith(
            "java.lang.RuntimeException: mat1 and mat2 shapes cannot be multiplied (16x785 and"
                + " 784x64) at io.ergodic.evaluation.result.ReasonTest.")
        .doesNotContain("frame", "/home", "\n");
  }

  @Test
  void homesAreNobodysBusiness() {
    for (String home :
        new String[] {"/home/somebody", "/root", "/Users/somebody", "C:\\Users\\me"}) {
      assertThat(Reason.line("file " + home + "/data/load.csv: no such file"))
          .isEqualTo("file ~/data/load.csv: no such file");
      assertThat(Reason.of(new UnsatisfiedLinkError(home + "/.javacpp/libx.so: no such file")))
          .startsWith("java.lang.UnsatisfiedLinkError: ~/.javacpp/libx.so: no such file at ");
    }
    String own = System.getProperty("user.home");
    assertThat(Reason.line(own + "/x: gone, and file:" + own + "/y"))
        .isEqualTo("~/x: gone, and file:~/y");
    assertThat(Reason.line("/homework/a and /rooted/b")).isEqualTo("/homework/a and /rooted/b");
  }

  @Test
  void whatExplainsItselfAndFilesNeedNoPlace() {
    assertThat(Reason.of(new InvalidInputException("a.b: wrong\n  twice")))
        .isEqualTo("a.b: wrong; twice");
    assertThat(Reason.of(new IOException("no space left"))).isEqualTo("no space left");
    assertThat(Reason.of(new UncheckedIOException(new FileNotFoundException("/data/x"))))
        .isEqualTo("FileNotFoundException: /data/x");
    assertThat(Reason.of(new UncheckedIOException("cannot unpack", new IOException("no space"))))
        .isEqualTo("cannot unpack: no space");
    assertThat(Reason.of(new IOException())).startsWith("java.io.IOException at io.ergodic.");
  }

  @Test
  void aReasonIsNoNovel() {
    assertThat(Reason.line("x".repeat(10_000))).hasSize(500).endsWith("…");
  }
}
