package io.ergodic.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.registry.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlReportTest {
  private static String page;

  @BeforeAll
  static void write(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("out/report.html");
    HtmlReport.write(ReportFixture.input(), file);
    page = Files.readString(file);
  }

  @Test
  void everySectionIsThereAndInTheNavigation() {
    for (String id :
        List.of(
            "leaderboard",
            "results",
            "attractors",
            "spectra",
            "forecasts",
            "confusion",
            "examples",
            "training",
            "averaging",
            "time",
            "provenance")) {
      assertThat(page).contains("<section id=\"" + id + "\"").contains("href=\"#" + id + "\"");
    }
  }

  @Test
  void namesOfTheSuiteNeverBecomeMarkup() {
    assertThat(page).doesNotContain(ReportFixture.HOSTILE).doesNotContain("<b onclick");
    assertThat(page)
        .contains("loss is NaN &lt;/script&gt;&lt;b onclick=&quot;x&quot;&gt;&amp;&#39;");
  }

  @Test
  void failuresFloorsAndPublishedValuesAreShown() {
    Matcher failures = Pattern.compile("loss is NaN").matcher(page);
    assertThat(failures.results().count()).isEqualTo(2);
    assertThat(page).contains("1 failed").contains("in 64 trials, 2 failed");
    assertThat(page).contains("floor (truth against itself)").contains("published 0.2600");
  }

  @Test
  void nothingIsLoadedFromOutside() {
    Matcher links = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(page);
    assertThat(links.results().map(m -> m.group(1)))
        .isNotEmpty()
        .allMatch(target -> target.startsWith("#") || target.startsWith("data:image/png;base64,"));
    assertThat(page).doesNotContain("http://").doesNotContain("https://").doesNotContain("@import");
  }

  @Test
  void averagedTrainingsShowTheirKnobsAndCosts() throws Exception {
    JsonNode sweep = null;
    for (JsonNode figure : new ObjectMapper().readTree(script("figures"))) {
      sweep = figure.get("kind").asText().equals("sweep") ? figure : sweep;
    }
    assertThat(sweep).isNotNull();
    JsonNode first = sweep.get("items").get(0);
    assertThat(first.get("system").asText()).isEqualTo("mean-h1");
    assertThat(first.at("/knobs/local steps").asInt()).isEqualTo(1);
    // Median of 0.891 and 0.892, and the lowest and highest median of resamples.
    assertThat(first.at("/scores/Accuracy").toString()).isEqualTo("[0.8915,0.891,0.892]");
    // 1.2 MB over 12 rounds; 5 ms of compute of 0.96 s / 12.
    assertThat(page).contains("<td>100 kB</td>").contains("<td>80 ms</td><td>6 %</td>");
  }

  @Test
  void systemsStandInTheOrderOfTheSuite() {
    assertThat(new Report(ReportFixture.input()).datasets().get(0).systems())
        .containsExactly("shallow-plrnn", "al-rnn", "nvar", "persistence");
  }

  @Test
  void figuresAreJsonWithAPlaceEach() throws Exception {
    JsonNode figures = new ObjectMapper().readTree(script("figures"));
    assertThat(figures.size()).isEqualTo(2 + 2 + 1 + 1 + 4 + 5 + 4);
    figures.fieldNames().forEachRemaining(id -> assertThat(page).contains("id=\"" + id + "\""));
    JsonNode attractor = figures.get("figure-1");
    assertThat(attractor.get("truths").size()).isEqualTo(1);
    assertThat(attractor.get("items").get(0).get("generated").size()).isEqualTo(3);
    assertThat(attractor.get("items").findValuesAsText("system")).contains("shallow-plrnn");
  }

  @Test
  void plotlyIsWithinThePage() throws Exception {
    byte[] packed = java.util.Base64.getDecoder().decode(script("plotly"));
    try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
      assertThat(new String(in.readNBytes(200))).contains("plotly.js v3", "MIT license");
    }
  }

  @Test
  void sameInputGivesSameBytes() {
    assertThat(HtmlReport.page(ReportFixture.input())).isEqualTo(page);
  }

  @Test
  void reportOfNothingStillOpens() {
    ReportInput empty =
        new ReportInput(
            "Empty",
            "",
            "none",
            List.of(),
            Map.of(),
            "",
            Map.of(),
            Registry.of("metric", List.of()));
    assertThat(HtmlReport.page(empty))
        .contains("0 systems on 0 datasets")
        .contains("<section id=\"provenance\"")
        .doesNotContain("<section id=\"results\"");
  }

  private static String script(String id) {
    Matcher script =
        Pattern.compile("<script type=\"[a-z/]+\" id=\"" + id + "\">([^<]*)</script>")
            .matcher(page);
    assertThat(script.find()).isTrue();
    return script.group(1);
  }
}
