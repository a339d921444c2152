package io.ergodic.datasets.file.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import io.ergodic.datasets.kind.Assembled;
import io.ergodic.datasets.kind.tokens.TokenDataset;
import io.ergodic.datasets.kind.tokens.TokenPiece;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextSourceTest {
  @TempDir Path folder;

  private String path(byte[] content) throws Exception {
    return "path = \"" + Files.write(folder.resolve("text.txt"), content) + "\"";
  }

  @Test
  void charactersAreNumberedAndComeBackAsTheText() throws Exception {
    String text = "Über den Fluß und in die Wälder 😀 ".repeat(4000);
    Produced produced =
        Produced.of(
            new TextSource(),
            path(text.getBytes(StandardCharsets.UTF_8)) + ", units = characters, shards = 3");
    TokenDataset data = (TokenDataset) Assembled.of(produced);
    var names = data.manifest().schema().classes();
    assertThat(data.vocabulary()).isEqualTo(names.size());
    assertThat(names).contains("ß", "😀").isSorted();
    StringBuilder back = new StringBuilder();
    for (Split split : Split.values()) {
      for (TokenPiece piece : data.pieces(split)) {
        assertThat(piece.tokens()).hasSizeLessThanOrEqualTo(TokenPiece.LONGEST);
        back.append(
            java.util.Arrays.stream(piece.tokens())
                .mapToObj(names::get)
                .collect(Collectors.joining()));
      }
    }
    assertThat(back.toString()).isEqualTo(text);
    assertThat(data.pieces(Split.TRAIN)).hasSize(2);
  }

  /** Letters that only the test split has come last, whatever their place in the alphabet. */
  @Test
  void testRowsDoNotNumberTheLettersOfTraining() throws Exception {
    String[] tests = {"ddccbbeedd", "aaaabbzzAA"};
    List<TokenPiece> first = new ArrayList<>();
    for (String test : tests) {
      String text = "bcdebcdebc".repeat(9) + test;
      Produced produced =
          Produced.of(
              new TextSource(),
              path(text.getBytes(StandardCharsets.UTF_8))
                  + ", units = characters, fractions = [0.8, 0.1, 0.1]");
      TokenDataset data = (TokenDataset) Assembled.of(produced);
      assertThat(data.manifest().schema().classes()).startsWith("b", "c", "d", "e");
      first.add(data.pieces(Split.TRAIN).get(0));
      assertThat(data.vocabulary()).isEqualTo(test.equals(tests[0]) ? 4 : 7);
    }
    assertThat(first.get(1).tokens()).startsWith(0, 1, 2, 3).isEqualTo(first.get(0).tokens());
  }

  @Test
  void bytesAreTheirOwnNumbers() throws Exception {
    byte[] content = {0, -1, 65, 66, 67, 68, 69, 70, 71, 72};
    Produced produced = Produced.of(new TextSource(), path(content));
    TokenDataset data = (TokenDataset) Assembled.of(produced);
    assertThat(data.vocabulary()).isEqualTo(256);
    assertThat(data.pieces(Split.TRAIN).get(0).tokens()).startsWith(0, 255, 65);
  }

  @Test
  void refusesWhatIsNoText() throws Exception {
    String broken = path(new byte[] {65, -1, 66, 66, 66, 66, 66, 66, 66, 66});
    Produced.refused(new TextSource(), broken + ", units = characters", "not UTF-8", "bytes");
    Produced.refused(new TextSource(), broken + ", units = words", "units");
  }
}
