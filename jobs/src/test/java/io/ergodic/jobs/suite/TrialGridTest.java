package io.ergodic.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.statistics.ComparisonPlan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrialGridTest {
  private static final String SUITE =
      """
      name = grid
      datasets {
        lorenz { source = flow, system = Lorenz }
        rossler { source = flow, system = Rossler }
        unused { source = flow, system = Chua }
      }
      systems { plrnn { family = shallow-plrnn, hidden = 8, optimiser.learningRate = 0.01 }, nvar {} }
      experiments {
        b { task = reconstruction, datasets = [rossler, lorenz], systems = [plrnn, nvar]
            seeds = [3, 1], metrics = [d_h], timeLimit = 2 minutes
            overrides { lorenz { plrnn { optimiser.clipNorm = 1 } } }
            published { lorenz { plrnn { d_h = 0.07 } } } }
        a { task = reconstruction, datasets = [lorenz], systems = [nvar], floor = false }
      }
      """;
  private static final Schema SCHEMA =
      Schema.series(List.of("x", "y", "z"), 0.01, 0, true, Map.of());
  private static final Map<String, DatasetHandle> DATA =
      Map.of(
          "lorenz", new DatasetHandle("/l", "11", SCHEMA, 2000, List.of()),
          "rossler", new DatasetHandle("/r", "22", SCHEMA, 2000, List.of()));

  @Test
  void trialsStandInTheOrderOfTheSuiteEachDatasetsFloorFirst() {
    assertThat(trials(SUITE))
        .extracting(TrialSpec::label)
        .containsExactly(
            "a/lorenz/nvar/1",
            "b/rossler/floor/3",
            "b/rossler/plrnn/3",
            "b/rossler/plrnn/1",
            "b/rossler/nvar/3",
            "b/rossler/nvar/1",
            "b/lorenz/floor/3",
            "b/lorenz/plrnn/3",
            "b/lorenz/plrnn/1",
            "b/lorenz/nvar/3",
            "b/lorenz/nvar/1");
  }

  @Test
  void aTrialCarriesItsDatasetMetricsLimitAndPublishedValues() {
    TrialSpec trial = trial("b/lorenz/plrnn/1");
    assertThat(trial.dataFolder()).isEqualTo("/l");
    assertThat(trial.dataHash()).isEqualTo("11");
    assertThat(trial.metrics()).containsExactly("d_h");
    assertThat(trial.timeLimit()).isEqualTo(120);
    assertThat(trial.published()).isEqualTo(Map.of("d_h", 0.07));
    assertThat(trial("b/rossler/plrnn/1").published()).isEmpty();
    assertThat(trial("a/lorenz/nvar/1").metrics()).contains("d_stsp", "d_h");
  }

  @Test
  void overridesAreLaidOverTheSystemForTheirDatasetAlone() {
    Settings settings = Settings.parse(trial("b/lorenz/plrnn/1").system().settings(), "");
    assertThat(settings.integer("hidden", 0, 100)).isEqualTo(8);
    assertThat(settings.child("optimiser").number("learningRate", 0, 1)).isEqualTo(0.01);
    assertThat(settings.child("optimiser").number("clipNorm", 0, 1)).isEqualTo(1);
    assertThat(trial("b/rossler/plrnn/1").system().settings()).doesNotContain("clipNorm");
  }

  @Test
  void changingAnOverrideChangesTheTrialsItConcerns() {
    assertThat(changed("clipNorm = 1", "clipNorm = 2"))
        .containsExactly("b/lorenz/plrnn/1", "b/lorenz/plrnn/3");
    assertThat(changed("hidden = 8", "hidden = 9"))
        .containsExactly(
            "b/lorenz/plrnn/1", "b/lorenz/plrnn/3", "b/rossler/plrnn/1", "b/rossler/plrnn/3");
    assertThat(changed("seeds = [3, 1]", "seeds = [3, 1, 2]"))
        .as("of nvar any seed is the same")
        .hasSize(2)
        .allMatch(l -> l.endsWith("/2"));
    assertThat(changed("d_h = 0.07", "d_h = 0.08")).isEmpty();
    assertThat(changed("2 minutes", "3 minutes")).isEmpty();
    assertThat(changed("name = grid", "name = grid, title = Other")).isEmpty();
  }

  @Test
  void whatIsComputedAlikeIsOneTraining() {
    assertThat(trial("a/lorenz/nvar/1").hash()).isEqualTo(trial("b/lorenz/nvar/1").hash());
    // A closed form: the seed changes nothing.
    assertThat(trial("b/lorenz/nvar/3").hash()).isEqualTo(trial("b/lorenz/nvar/1").hash());
    assertThat(trial("b/lorenz/plrnn/3").hash()).isNotEqualTo(trial("b/lorenz/plrnn/1").hash());
    assertThat(trial("b/lorenz/nvar/1").hash()).isNotEqualTo(trial("b/rossler/nvar/1").hash());
    assertThat(changed("metrics = [d_h]", "metrics = [d_stsp, d_h]")).isEmpty();
    assertThat(changed(" b {", " renamed {")).isEmpty();
    assertThat(changed("hidden = 8,", "hidden = 8, latent = 3,")).as("a default").isEmpty();
    assertThat(changed("learningRate = 0.01", "learningRate = 1e-2")).isEmpty();
  }

  @Test
  void howSystemsAreComparedChangesNoTrainingAndIsChecked() {
    String plan = "timeLimit = 2 minutes, control = nvar, groups { both = [nvar, plrnn] }";
    assertThat(changed("timeLimit = 2 minutes", plan)).isEmpty();
    ComparisonPlan read =
        suite(SUITE.replace("timeLimit = 2 minutes", plan)).experiments().stream()
            .filter(experiment -> experiment.name().equals("b"))
            .findFirst()
            .orElseThrow()
            .comparison();
    assertThat(read.control()).contains("nvar");
    assertThat(read.groups()).containsExactly(Map.entry("both", List.of("nvar", "plrnn")));
    for (String wrong : List.of("control = nvra", "groups { a = [nvar, nvra] }")) {
      assertThatThrownBy(() -> suite(SUITE.replace("timeLimit = 2 minutes", wrong)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("'nvra' is no system of this experiment; did you mean 'nvar'?");
    }
    assertThatThrownBy(() -> suite(SUITE.replace("timeLimit = 2 minutes", "groups { a = [nvar] }")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("it takes 2 to 15");
  }

  @Test
  void onlyDatasetsThatAreUsedAreGenerated() {
    assertThat(suite(SUITE).usedDatasets())
        .extracting(spec -> spec.name())
        .containsExactly("lorenz", "rossler");
    assertThat(suite(SUITE).datasets()).containsOnlyKeys("lorenz", "rossler", "unused");
  }

  @Test
  void aCollectionStandsForItsMembers() {
    String many =
        SUITE
            .replace(
                "unused {",
                "chaos { source = chaos, systems = [Chen, MackeyGlass], length = 500 }\n unused {")
            .replace("[rossler, lorenz]", "[chaos, lorenz]");
    assertThat(suite(many).usedDatasets())
        .extracting(spec -> spec.name())
        .containsExactly("chaos-Chen", "chaos-MackeyGlass", "lorenz");
    assertThat(suite(many).experiments().get(1).datasets())
        .containsExactly("chaos-Chen", "chaos-MackeyGlass", "lorenz");
    assertThat(suite(many.replace("[chaos, lorenz]", "[chaos-Chen, lorenz]")).usedDatasets())
        .extracting(spec -> spec.name())
        .containsExactly("chaos-Chen", "lorenz");
  }

  @Test
  void gridsThatMakeNoSenseAreRefused() {
    refused("seeds = [3, 1]", "seeds = [3, 3]", "experiments.b.seeds");
    refused("seeds = [3, 1]", "seeds = [1.5]", "experiments.b.seeds");
    refused("seeds = [3, 1]", "seeds = []", "experiments.b.seeds");
    refused("seeds = [3, 1]", "seeds = [1e30]", "64 bits", "not 1e30");
    refused("seeds = [3, 1]", "seeds = [9223372036854775808]", "64 bits", "9223372036854775808");
    refused("metrics = [d_h]", "metrics = []", "experiments.b.metrics", "names none", "d_stsp");
    refused("metrics = [d_h]", "metrics = [d_h, d_h]", "experiments.b.metrics", "twice");
    refused("seeds = [3, 1]", "seedz = [3, 1]", "experiments.b.seedz: unknown key", "'seeds'");
    refused("datasets = [", "datasetz = [", "datasetz: unknown key; did you mean 'datasets'");
    refused("[plrnn, nvar]", "[nvar, nvar]", "experiments.b.systems");
    refused("overrides { lorenz", "overrides { lorens", "experiments.b.overrides.lorens");
    refused("lorenz { plrnn { opt", "lorenz { plrn { opt", "experiments.b.overrides.lorenz.plrn");
    refused("d_h = 0.07", "d_x = 0.07", "experiments.b.published.lorenz.plrnn");
    refused("2 minutes", "-1", "experiments.b.timeLimit");
    refused("systems = [nvar]", "systems = [ridge]", "experiments.a.systems");
    assertThatThrownBy(() -> suite("name = none"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("experiments");
    assertThatThrownBy(() -> suite(SUITE.replace("name = grid", "name = \"a/b\"")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("'a/b'");
  }

  @Test
  void aSuiteIsWhatItsResolvedTextSays() {
    Suite suite = suite(SUITE);
    assertThat(suite(suite.resolved()).experiments()).isEqualTo(suite.experiments());
    assertThat(suite(suite.resolved()).resolved()).isEqualTo(suite.resolved());
    assertThat(suite.title()).isEqualTo("grid");
  }

  private static void refused(String right, String wrong, String... parts) {
    assertThat(SUITE).contains(right);
    assertThatThrownBy(() -> suite(SUITE.replace(right, wrong)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContainingAll(parts);
  }

  /** Labels of the trials whose hash was not there before a change. */
  private static Set<String> changed(String from, String to) {
    assertThat(SUITE).contains(from);
    Set<String> before = trials(SUITE).stream().map(TrialSpec::hash).collect(Collectors.toSet());
    return trials(SUITE.replace(from, to)).stream()
        .filter(trial -> !before.contains(trial.hash()))
        .map(TrialSpec::label)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TrialSpec trial(String label) {
    return trials(SUITE).stream()
        .filter(trial -> trial.label().equals(label))
        .findFirst()
        .orElseThrow();
  }

  private static List<TrialSpec> trials(String suite) {
    return TrialGrid.expand(suite(suite), DATA);
  }

  private static Suite suite(String text) {
    return Suite.read(Settings.parse(text, ""));
  }
}
