package io.ergodic.evaluation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.evaluation.result.ArtefactSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReportTest {
  /** All files by name. */
  private static Map<String, String> files;

  /** All pages together. */
  private static String page;

  @BeforeAll
  static void write(@TempDir Path folder) throws Exception {
    HtmlReport.write(ReportFixture.input(), ReportFiles.in(folder.resolve("out")));
    files = new TreeMap<>();
    try (var all = Files.walk(folder.resolve("out"))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.resolve("out").relativize(file).toString().replace('\\', '/');
        files.put(name, Files.readString(file));
      }
    }
    page =
        files.entrySet().stream()
            .filter(file -> file.getKey().endsWith(".html"))
            .map(Map.Entry::getValue)
            .collect(Collectors.joining());
  }

  private static Map<String, String> written(ReportInput input) throws IOException {
    Map<String, String> all = new TreeMap<>();
    HtmlReport.write(
        input, (name, content) -> all.put(name, new String(content, StandardCharsets.UTF_8)));
    return all;
  }

  @Test
  void anIndexLeadsToAPageForEachExperiment() {
    assertThat(files.keySet())
        .filteredOn(name -> name.endsWith(".html"))
        .containsExactly(
            "report.html",
            "report/dynamics.html",
            "report/forecast.html",
            "report/images.html",
            "report/local-steps.html");
    assertThat(files.get("report.html"))
        .contains("href=\"report/images.html\"")
        .doesNotContain("id=\"plotly\"")
        .contains("<section id=\"provenance\"");
    assertThat(files.get("report/images.html"))
        .contains("href=\"../report.html\"")
        .doesNotContain("<section id=\"provenance\"")
        .doesNotContain("lorenz63");
  }

  /** Five seeds of four systems: one of each in the page, all of each in its file. */
  @Test
  void thePageHoldsTheMedianSeedAndTheOthersLieBesideIt() throws Exception {
    JsonNode attractor =
        new ObjectMapper().readTree(script("figures", "report/dynamics.html")).get("figure-1");
    assertThat(attractor.get("items")).hasSize(4);
    JsonNode first = attractor.get("items").get(0);
    assertThat(first.get("system").asText()).isEqualTo("al-rnn");
    assertThat(first.get("seed").asInt()).isEqualTo(3);
    JsonNode more = attractor.get("more").get(0);
    assertThat(more.get("seeds").toString()).isEqualTo("[1,2,3,4,5]");
    assertThat(more.get("file").asText()).isEqualTo("dynamics/figure-1/1.js");
    String beside = files.get("report/dynamics/figure-1/1.js");
    Matcher call = Pattern.compile("ergodic\\(\"figure-1\", \"([^\"]+)\"\\);\n").matcher(beside);
    assertThat(call.matches()).isTrue();
    byte[] packed = java.util.Base64.getDecoder().decode(call.group(1));
    JsonNode data;
    try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
      data = new ObjectMapper().readTree(in);
    }
    assertThat(data.get("items").findValuesAsText("seed")).containsExactly("3", "1", "2", "4", "5");
    // Failed in one seed.
    assertThat(attractor.get("more").findValues("seeds").toString()).contains("[1,2,4,5]");
  }

  @Test
  void everySectionIsThereAndInTheNavigation() {
    for (String id :
        List.of(
            "leaderboard",
            "results",
            "attractors",
            "regions",
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
    Matcher failures = Pattern.compile("loss is NaN").matcher(files.get("report/dynamics.html"));
    assertThat(failures.results().count()).isEqualTo(2);
    assertThat(page).contains("1 failed").contains("in 64 trials, 2 failed");
    assertThat(page).contains("floor (truth against itself)").contains("published 0.2600");
  }

  @Test
  void nothingIsLoadedFromOutside() {
    Matcher links = Pattern.compile("(?:src|href)=\"([^\"]*)\"").matcher(page);
    assertThat(links.results().map(m -> m.group(1)))
        .isNotEmpty()
        .allMatch(
            target ->
                target.startsWith("#")
                    || target.startsWith("data:image/png;base64,")
                    || target.equals("../report.html")
                    || files.containsKey(target));
    assertThat(page).doesNotContain("http://").doesNotContain("https://").doesNotContain("@import");
  }

  @Test
  void averagedTrainingsShowTheirKnobsAndCosts() throws Exception {
    JsonNode sweep = null;
    for (JsonNode figure :
        new ObjectMapper().readTree(script("figures", "report/local-steps.html"))) {
      sweep = figure.get("kind").asText().equals("sweep") ? figure : sweep;
    }
    assertThat(sweep).isNotNull();
    JsonNode first = sweep.get("items").get(0);
    assertThat(first.get("system").asText()).isEqualTo("mean-h1");
    assertThat(first.at("/knobs/local steps").asInt()).isEqualTo(1);
    // Median of 0.891 and 0.892, and the two themselves.
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
    int count = 0;
    for (String name : files.keySet()) {
      if (name.startsWith("report/") && name.endsWith(".html")) {
        JsonNode figures = new ObjectMapper().readTree(script("figures", name));
        count += figures.size();
        figures
            .fieldNames()
            .forEachRemaining(id -> assertThat(files.get(name)).contains("id=\"" + id + "\""));
      }
    }
    assertThat(count).isEqualTo(2 + 2 + 2 + 1 + 1 + 4 + 5 + 4);
    JsonNode attractor =
        new ObjectMapper().readTree(script("figures", "report/dynamics.html")).get("figure-1");
    assertThat(attractor.get("truths").size()).isEqualTo(1);
    assertThat(attractor.get("items").get(0).get("generated").size()).isEqualTo(3);
    assertThat(attractor.get("items").findValuesAsText("system")).contains("shallow-plrnn");
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {
        0,
        1,
        -1,
        10,
        99999.4,
        99999.7,
        1e5,
        9.99996,
        0.12345678,
        1e-4,
        1.23456e-4,
        9.9999e-5,
        123.456,
        -0.001,
        1e-30,
        6.02e23,
        3.14159
      })
  void numbersKeepFiveDigits(double value) {
    assertThat(Double.parseDouble(Figures.shown(value)))
        .isCloseTo(value, within(6e-5 * Math.abs(value)));
    assertThat(Figures.shown(value).replaceAll("[^0-9]", "").replaceAll("^0+", "").length())
        .isLessThanOrEqualTo(7);
  }

  @Test
  void plotlyIsWithinThePage() throws Exception {
    byte[] packed = java.util.Base64.getDecoder().decode(script("plotly", "report/images.html"));
    try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
      assertThat(new String(in.readNBytes(200))).contains("plotly.js v3", "MIT license");
    }
  }

  @Test
  void sameInputGivesSameBytes() throws IOException {
    assertThat(written(ReportFixture.input())).isEqualTo(files);
  }

  @Test
  void reportOfNothingStillOpens() throws IOException {
    ReportInput empty =
        new ReportInput(
            "Empty",
            "",
            "none",
            List.of(),
            ArtefactSource.NONE,
            Map.of(),
            "",
            Map.of(),
            Registry.of("metric", List.of()));
    assertThat(written(empty).get("report.html"))
        .contains("0 systems on 0 datasets")
        .contains("<section id=\"provenance\"")
        .doesNotContain("<section id=\"results\"");
  }

  private static String script(String id, String name) {
    Matcher script =
        Pattern.compile("<script type=\"[a-z/]+\" id=\"" + id + "\">([^<]*)</script>")
            .matcher(files.get(name));
    assertThat(script.find()).isTrue();
    return script.group(1);
  }
}
