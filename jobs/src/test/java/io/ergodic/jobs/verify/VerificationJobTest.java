package io.ergodic.jobs.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ergodic.datasets.invariant.Estimate;
import io.ergodic.datasets.invariant.Subject;
import io.ergodic.datasets.invariant.SubjectProvider;
import io.ergodic.datasets.invariant.VerifiedCatalogue;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.command.Ergodic;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.testing.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationJobTest {
  private static final List<Subject> SYSTEMS =
      SubjectProvider.select(List.of("SprottB", "Lorenz"), "test");

  private static SparkSession session;

  @TempDir private Path folder;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  @BeforeAll
  static void start() {
    session = LocalSpark.start(2);
  }

  @AfterAll
  static void stop() {
    session.stop();
  }

  private List<VerifiedSystem> run() throws Exception {
    return new VerificationJob(session, folder.toString(), new PrintStream(shown, true, "UTF-8"))
        .run(SYSTEMS, 2);
  }

  @Test
  void writesTheTableOnceAndGoesOnFromIt() throws Exception {
    List<VerifiedSystem> rows = run();
    assertThat(rows).extracting(VerifiedSystem::system).containsExactly("SprottB", "Lorenz");
    assertThat(shown.toString("UTF-8")).contains("2 to run", "[2/2]");

    List<String> csv = Files.readAllLines(folder.resolve("invariants.csv"));
    assertThat(csv).hasSize(3);
    assertThat(csv.get(0))
        .startsWith("system,kind,dimension,status,lambda_max,lambda_max_se,spectrum")
        .contains(",kaplan_yorke,", ",published_lambda_max,");
    assertThat(csv.get(2)).startsWith("Lorenz,flow,3,chaotic,0.9").contains("0.8917");

    assertThat(Files.readString(folder.resolve("invariants.json")))
        .contains("ergodic verify chaos", "\"rows\" : 2", "\"seed\" : 1", "\"sha256\" : \"");

    Row lorenz =
        session
            .read()
            .parquet(folder.resolve("invariants.parquet").toString())
            .where("system = 'Lorenz'")
            .first();
    double exponent = lorenz.getAs("lambda_max");
    double error = lorenz.getAs("lambda_max_se");
    assertThat(exponent).isCloseTo(0.9056, within(4 * error + 1e-4));
    assertThat(lorenz.<Double>getAs("correlation_dimension")).isBetween(1.8, 2.3);
    assertThat(lorenz.<Double>getAs("trace_defect")).isCloseTo(0, within(1e-5));
    assertThat(lorenz.getList(lorenz.fieldIndex("spectrum"))).hasSize(3);
    assertThat(Files.readString(folder.resolve("report.md")))
        .contains(
            "2 systems: 2 chaotic",
            "Of the 135 systems of the public database, 2 are here",
            "off by more than 10 %",
            "|Lorenz|lambda_1|0.9",
            "|Lorenz|flow|3|chaotic");

    shown.reset();
    assertThat(run()).isEqualTo(rows);
    assertThat(shown.toString("UTF-8")).contains("2 done before, 0 to run");
  }

  @Test
  void verifiesEquationsThatAFileWritesDown() throws Exception {
    Path file = folder.resolve("mine.conf");
    String text =
        "datasets.mine { source = ode, equations { x = \"y\", y = \"z\", z = \"-2.017*z + y^2 - x\" },"
            + " start { x = 4, y = 2, z = 0 }, period = 6.3 }\n"
            + "datasets.other { source = seasonal }\n";
    Files.writeString(file, text);
    PrintStream out = new PrintStream(shown, true, "UTF-8");
    Map<String, DatasetSpec> systems = WrittenSubjects.read(file, List.of());
    assertThat(systems.keySet()).containsExactly("mine");
    VerifiedSystem row =
        new VerificationJob(session, folder.toString(), out).run(systems, 2).get(0);
    // Sprott, Phys. Lett. A 228 (1997) 271: exponents 0.0551, 0, -2.0721
    assertThat(row.system()).isEqualTo("mine");
    assertThat(row.largest()).isCloseTo(0.0551, within(0.01));
    assertThat(row.spectrum().get(2)).isCloseTo(-2.0721, within(0.01));
    // other equations under the same name are other systems
    Files.writeString(file, text.replace("2.017", "2.02"));
    shown.reset();
    new VerificationJob(session, folder.toString(), out)
        .run(WrittenSubjects.read(file, List.of()), 2);
    assertThat(shown.toString("UTF-8")).contains("0 done before, 1 to run");
    assertThatThrownBy(() -> WrittenSubjects.read(file, List.of("mein")))
        .hasMessageContaining("--systems: no system 'mein'")
        .hasMessageContaining("did you mean 'mine'");
  }

  @Test
  void namesTheNearestSystemForAnUnknownOne() {
    assertThatThrownBy(() -> SubjectProvider.select(List.of("Lorens"), "--systems"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("--systems: no system 'Lorens'")
        .hasMessageContaining("Lorenz");
    assertThat(
            Ergodic.execute("verify", "chaos", "--out", folder.toString(), "--systems", "Lorens"))
        .isEqualTo(2);
  }

  @Test
  void knowsWhatOthersHavePublished() {
    PublishedExponents.Entry rossler = PublishedExponents.of("Rossler").orElseThrow();
    assertThat(rossler.published()).isCloseTo(0.1506, within(1e-3));
    assertThat(rossler.independent()).isNaN();
    assertThat(PublishedExponents.of("Laser").orElseThrow().independentError()).isEqualTo(0.0007);
    assertThat(PublishedExponents.of("nothing")).isEmpty();
  }

  @Test
  void everySystemOfThePublicDatabaseAndOfTheLiteratureResolves() {
    Set<String> known = SubjectProvider.all().keySet();
    assertThat(PublishedExponents.systems()).hasSize(135);
    assertThat(known).containsAll(PublishedExponents.systems());
    assertThat(LiteratureValue.all()).extracting(LiteratureValue::system).isSubsetOf(known);
    assertThat(LiteratureValue.all())
        .allSatisfy(value -> assertThat(value.source()).isNotBlank())
        .allSatisfy(value -> assertThat(value.value().standardError()).isNotNegative());
  }

  /** What ships, read as rows: the literature is that of the same systems in the same units. */
  @Test
  void theShippedTableAgreesWithMostOfTheLiterature() {
    long near =
        LiteratureValue.all().stream()
            .filter(value -> value.quantity().equals("lambda_1"))
            .filter(
                value -> {
                  Estimate here = VerifiedCatalogue.of(value.system()).orElseThrow().largest();
                  double allowed =
                      0.02 * value.value().value()
                          + 4 * Math.hypot(here.standardError(), value.value().standardError());
                  return Math.abs(here.value() - value.value().value()) <= allowed;
                })
            .count();
    long all = LiteratureValue.all().stream().filter(v -> v.quantity().equals("lambda_1")).count();
    assertThat(near).isGreaterThanOrEqualTo(all - 3);
  }

  @Test
  void aRowThatHasConvergedStandsWhateverTheBudget() throws Exception {
    List<VerifiedSystem> rows = run();
    shown.reset();
    new VerificationJob(session, folder.toString(), new PrintStream(shown, true, "UTF-8"))
        .run(SYSTEMS, 3);
    long open = rows.stream().filter(row -> !row.converged()).count();
    assertThat(shown.toString("UTF-8")).contains(open + " to run");
  }

  @Test
  void listsTheChaoticSystemsWithTheirExponents() {
    PrintStream before = System.out;
    System.setOut(new PrintStream(shown, true, java.nio.charset.StandardCharsets.UTF_8));
    try {
      assertThat(Ergodic.execute("systems", "--chaotic")).isZero();
    } finally {
      System.setOut(before);
    }
    assertThat(shown.toString(java.nio.charset.StandardCharsets.UTF_8).lines())
        .hasSize(SubjectProvider.all().size())
        .anyMatch(line -> line.matches("Lorenz +flow +dim 3 +chaotic +lambda_max 0\\.9.*2\\.06.*"));
  }
}
