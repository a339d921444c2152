package io.ergodic.evaluation.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.evaluation.report.ReportFixture;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookExportTest {
  @Test
  void notebookHasCellsWithIdsFiguresAndPandas(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("suite.ipynb");
    NotebookExport.write(ReportFixture.input(), "../out/results.parquet", file);
    JsonNode notebook = new ObjectMapper().readTree(file.toFile());
    assertThat(notebook.get("nbformat").asInt()).isEqualTo(4);
    assertThat(notebook.get("nbformat_minor").asInt()).isEqualTo(5);
    Set<String> ids = new HashSet<>();
    int figures = 0;
    StringBuilder text = new StringBuilder();
    for (JsonNode cell : notebook.get("cells")) {
      assertThat(ids.add(cell.get("id").asText())).isTrue();
      text.append(cell.get("source").asText()).append('\n');
      if (cell.at("/outputs/0/data").has("image/png")) {
        byte[] png = Base64.getDecoder().decode(cell.at("/outputs/0/data/image~1png").asText());
        assertThat(ImageIO.read(new ByteArrayInputStream(png)).getWidth()).isEqualTo(960);
        assertThat(cell.at("/metadata/tags/0").asText()).isEqualTo("skip-execution");
        figures++;
      }
    }
    assertThat(figures).isEqualTo(2 + 2 + 1 + 4 + 1);
    assertThat(text.toString())
        .contains("pd.read_parquet(\"../out/results.parquet\")")
        .contains("\"accuracy\": \"HIGHER_IS_BETTER\"")
        .contains("1 of 5")
        .contains("published 0.2600")
        .doesNotContain(ReportFixture.HOSTILE)
        .doesNotContainPattern("@[A-Z]+@");
  }

  @Test
  void sameInputGivesSameBytes(@TempDir Path folder) throws Exception {
    NotebookExport.write(ReportFixture.input(), "r.parquet", folder.resolve("a"));
    NotebookExport.write(ReportFixture.input(), "r.parquet", folder.resolve("b"));
    assertThat(Files.mismatch(folder.resolve("a"), folder.resolve("b"))).isEqualTo(-1);
  }
}
