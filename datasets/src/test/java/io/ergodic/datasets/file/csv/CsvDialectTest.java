package io.ergodic.datasets.file.csv;

import static io.ergodic.datasets.file.Produced.refused;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.Produced;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvDialectTest {
  private static final String TEXT = "größe,b\n1,2\n3,4\n";
  @TempDir Path folder;
  private final CsvSource source = new CsvSource();

  private String path(byte[] content) throws Exception {
    Path file = Files.write(Files.createTempFile(folder, "t", ".csv"), content);
    return "path = \"" + file + "\", dateColumn = none, fractions = [1, 0, 0]";
  }

  private void isText(byte[] content, String more) throws Exception {
    Produced made = Produced.of(source, path(content) + more);
    assertThat(made.plan().schema().columns()).containsExactly("größe", "b");
    assertThat(made.values(Split.TRAIN)).containsExactly(1, 2, 3, 4);
  }

  private static byte[] marked(Charset charset) {
    return ("\ufeff" + TEXT).getBytes(charset);
  }

  @Test
  void encodingsAreFoundByMarkOrBytes() throws Exception {
    isText(marked(StandardCharsets.UTF_8), "");
    isText(marked(StandardCharsets.UTF_16LE), "");
    isText(marked(StandardCharsets.UTF_16BE), "");
    isText(TEXT.getBytes(StandardCharsets.UTF_16LE), "");
    isText(TEXT.getBytes(StandardCharsets.UTF_16BE), "");
    isText(TEXT.getBytes(StandardCharsets.ISO_8859_1), "");
    isText(TEXT.getBytes(Charset.forName("IBM850")), ", encoding = IBM850");
    refused(
        source,
        path(TEXT.getBytes(StandardCharsets.ISO_8859_1)) + ", encoding = UTF-8",
        "no UTF-8",
        "encoding = NAME");
    refused(source, path(TEXT.getBytes(StandardCharsets.UTF_8)) + ", encoding = utf9", "'utf9'");
  }

  @Test
  void packedFilesAreKnownByTheirFirstBytes() throws Exception {
    byte[] text = TEXT.getBytes(StandardCharsets.UTF_8);
    isText(Zstd.compress(text), "");
    ByteArrayOutputStream gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(text);
    }
    isText(gzip.toByteArray(), "");
    ByteArrayOutputStream bzip = new ByteArrayOutputStream();
    try (OutputStream out = new BZip2CompressorOutputStream(bzip)) {
      out.write(text);
    }
    isText(bzip.toByteArray(), "");
    isText(zip(text, "__MACOSX/x", "a.csv"), "");
    isText(zip(StandardCharsets.ISO_8859_1, text, "größe.csv"), "");
    refused(source, path(zip(text, "a.csv", "b.csv")), "several files", "a.csv", "b.csv");
    refused(source, path(zip(text, "[Content_Types].xml")), "workbook", "CSV");
    refused(source, path(zip(text, "__MACOSX/x")), "no file in it");
    refused(source, path(new byte[] {'7', 'z', (byte) 0xbc, (byte) 0xaf, 0x27, 0x1c}), "7z", "zip");
  }

  private static byte[] zip(byte[] content, String... names) throws Exception {
    return zip(StandardCharsets.UTF_8, content, names);
  }

  private static byte[] zip(Charset encoding, byte[] content, String... names) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes, encoding)) {
      for (String name : names) {
        out.putNextEntry(new ZipEntry(name));
        out.write(content);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void separatorsAreFoundByCountingOrTold() throws Exception {
    isText(TEXT.replace(',', ';').getBytes(StandardCharsets.UTF_8), "");
    isText(TEXT.replace(',', '|').getBytes(StandardCharsets.UTF_8), "");
    isText(TEXT.replace(',', ' ').getBytes(StandardCharsets.UTF_8), ", separator = blank");
    isText(TEXT.replace(',', '~').getBytes(StandardCharsets.UTF_8), ", separator = \"~\"");
    isText(("sep=;\r\n" + TEXT.replace(',', ';')).getBytes(StandardCharsets.UTF_8), "");
    isText(("made by x\n\n" + TEXT).getBytes(StandardCharsets.UTF_8), ", skip = 2");
    refused(source, path("made, by x\na,b,c\n1,2,3\n".getBytes()), "line 2: 3 fields", "skip");
    refused(source, path(TEXT.getBytes()) + ", separator = comm", "separator", "semicolon");
    refused(source, path(TEXT.getBytes()) + ", seperator = comma", "'separator'");
  }

  @Test
  void linesAreCountedAsAnEditorDoes() throws Exception {
    byte[] text = "a,b\n\n\"1\",\"2\n\"\n3,x\n4,5\n6,7\n".getBytes(StandardCharsets.UTF_8);
    refused(source, path(text), "line 5, column b: not a finite number: 'x'");
    byte[] blank = "a,b\n1,2\n \n3,4\n\n\n".getBytes(StandardCharsets.UTF_8);
    assertThat(Produced.of(source, path(blank)).plan().notes())
        .contains("1 blank lines between rows are passed over");
    refused(source, path("a,b\n1,2\n3,\"4\n".getBytes()), "line 3", "not closed");
    refused(source, path("a,b\n1,2\n3,\"4\"x\n".getBytes()), "line 3", "closing quote");
  }
}
