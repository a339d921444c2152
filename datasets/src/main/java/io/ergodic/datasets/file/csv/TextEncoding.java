package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;

/** Finds the encoding of a text: told by a setting, by a byte-order mark, or by its bytes. */
final class TextEncoding {
  private static final int HEAD = 4096;

  private TextEncoding() {}

  /**
   * The encoding of a file.
   *
   * @param notes gets a sentence where it was found and is not UTF-8
   */
  static Charset of(Settings settings, InputFile file, List<String> notes) throws IOException {
    if (settings.has("encoding")) {
      return named(settings);
    }
    Charset wide = wide(file);
    if (wide != null) {
      notes.add("the text is read as " + wide.name() + ", as its first bytes show");
      return wide;
    }
    if (decodes(file, StandardCharsets.UTF_8)) {
      return StandardCharsets.UTF_8;
    }
    Charset western = Charset.forName("windows-1252");
    notes.add(
        "the text is no UTF-8 and is read as windows-1252 (Latin-1); encoding = NAME says"
            + " otherwise");
    return western;
  }

  private static Charset named(Settings settings) {
    String name = settings.string("encoding");
    try {
      return Charset.forName(name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw settings.error(
          "encoding", "no encoding '" + name + "'; one such as UTF-8, UTF-16 or windows-1252");
    }
  }

  private static Charset wide(InputFile file) throws IOException {
    byte[] head;
    try (InputStream in = file.open()) {
      head = in.readNBytes(HEAD);
    }
    if (head.length < 4) {
      return null;
    }
    int mark = (head[0] & 0xff) << 8 | head[1] & 0xff;
    if (mark == 0xfffe) {
      return head[2] == 0 && head[3] == 0 ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE;
    }
    if (mark == 0xfeff) {
      return StandardCharsets.UTF_16BE;
    }
    int[] zeros = new int[2];
    for (int i = 0; i < head.length; i++) {
      zeros[i % 2] += head[i] == 0 ? 1 : 0;
    }
    // Numbers and western names are ASCII: half of the bytes of UTF-16 are zero.
    if (zeros[1] > head.length / 4 && zeros[0] <= head.length / 50) {
      return StandardCharsets.UTF_16LE;
    }
    return zeros[0] > head.length / 4 && zeros[1] <= head.length / 50
        ? StandardCharsets.UTF_16BE
        : null;
  }

  private static boolean decodes(InputFile file, Charset charset) throws IOException {
    char[] buffer = new char[1 << 15];
    try (Reader reader = strict(file, charset)) {
      while (reader.read(buffer) >= 0) {
        // Only whether it can be read counts.
      }
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  /** The characters of a file; bytes that are none throw {@link CharacterCodingException}. */
  static Reader strict(InputFile file, Charset charset) throws IOException {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new InputStreamReader(file.open(), decoder);
  }
}
