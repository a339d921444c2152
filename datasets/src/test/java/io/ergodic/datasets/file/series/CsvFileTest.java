package io.ergodic.datasets.file.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void leavesOutAFirstColumnOfDates(String end) throws IOException {
    CsvFile table =
        read(String.join(end, "date,a,b", "1990/1/1 0:00,1,2.5", "1990/1/2 0:00,-3e2,+4", ""));

    assertThat(table.columns()).containsExactly("a", "b");
    assertThat(table.rows()).isEqualTo(2);
    assertThat(table.values()).containsExactly(1, 2.5, -300, 4);
  }

  @Test
  void readsQuotedCells() throws IOException {
    CsvFile table = read("\"a \"\"x\"\", b\",\"two\nlines\",c\n\"1\",2,\" 3 \"");

    assertThat(table.columns()).containsExactly("a \"x\", b", "two_lines", "c");
    assertThat(table.values()).containsExactly(1, 2, 3);
  }

  @Test
  void sanitisesNames() throws IOException {
    assertThat(read("\uFEFFW/m\uFFFD, ,x,x,µmol\n1,2,3,4,5\n").columns())
        .containsExactly("W/m_", "column2", "x", "x_2", "µmol");
  }

  @Test
  void keepsTheColumnsAskedForInTheirOrder() throws IOException {
    Path file = write("a,b,c\n1,2,x\n3,4,y\n");

    assertThat(CsvFile.read(file, Optional.empty(), List.of("b", "a")).values())
        .containsExactly(2, 1, 4, 3);
    assertThat(CsvFile.read(file, Optional.of("a"), List.of()).columns()).containsExactly("b");
    assertThatThrownBy(() -> CsvFile.read(file, Optional.of("bb"), List.of()))
        .hasMessageContaining("no column 'bb'; did you mean 'b'");
  }

  @Test
  void readsGzip() throws IOException {
    Path file = folder.resolve("table.csv.gz");
    try (OutputStream stream = new GZIPOutputStream(Files.newOutputStream(file))) {
      stream.write("a\n1\n2\n".getBytes(StandardCharsets.UTF_8));
    }
    assertThat(CsvFile.read(file, Optional.empty(), List.of()).values()).containsExactly(1, 2);

    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length - 10));
    assertThatThrownBy(() -> CsvFile.read(file, Optional.empty(), List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("not a whole gzip file")
        .hasMessageContaining(file.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "NaN", "abc", "1f", "0x1p3", "1e999", "Infinity", "1,5 "})
  void namesThePlaceOfACellThatIsNoNumber(String content) throws IOException {
    Path file = write("date,a,b\nx,1,2\n\nx,3,\"" + content + "\"\n");

    assertThatThrownBy(() -> CsvFile.read(file, Optional.empty(), List.of()))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(file + ", line 4, column 'b': '" + content + "' is not a finite number");
  }

  @Test
  void findsABadCellFarBehindTheFirstRows() throws IOException {
    String text = "a,b\n" + "1,2\n".repeat(5000) + "?,2\n";

    assertThatThrownBy(() -> read(text)).hasMessageContaining("line 5002, column 'a': '?'");
    assertThat(read(text.replace("?", "7")).rows()).isEqualTo(5001);
  }

  @Test
  void refusesBrokenTables() {
    assertThatThrownBy(() -> read("a,b\n1,2\n3\n"))
        .hasMessageContaining("line 3: expected 2 cells as in the header, found 1");
    assertThatThrownBy(() -> read("a,b\n1,\"2\n3,4\n"))
        .hasMessageContaining("line 2: a quote opens here and is never closed");
    assertThatThrownBy(() -> read("a,b\n1,\"2\"3\n")).hasMessageContaining("line 2, cell 2: '3'");
    assertThatThrownBy(() -> read("a,b\n")).hasMessageContaining("no rows");
    assertThatThrownBy(() -> read("0.1,0.2\n1,2\n")).hasMessageContaining("must name the columns");
    assertThatThrownBy(() -> read("a,b\nx,y\n")).hasMessageContaining("no column of numbers");
  }

  @Test
  void acceptsCountedColumns() throws IOException {
    assertThat(read("0,1\n5,6\n").columns()).containsExactly("0", "1");
  }

  private CsvFile read(String text) throws IOException {
    return CsvFile.read(write(text), Optional.empty(), List.of());
  }

  private Path write(String text) throws IOException {
    return Files.writeString(Files.createTempFile(folder, "table", ".csv"), text);
  }
}
