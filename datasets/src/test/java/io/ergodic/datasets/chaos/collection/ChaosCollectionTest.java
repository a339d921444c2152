package io.ergodic.datasets.chaos.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.delay.DelaySystem;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetCollection;
import io.ergodic.datasets.source.DatasetCollection.Member;
import io.ergodic.datasets.source.DatasetSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChaosCollectionTest {
  private static List<Member> members(String settings, long seed) {
    return DatasetCollection.registry()
        .get("chaos", "test")
        .members(Settings.parse(settings, "datasets.x"), seed);
  }

  @Test
  void allAreTheFlowsAndDelayEquationsAndAllCanBePlanned() {
    List<Member> members = members("systems = all, length = 10", 1);
    int flows = ChaoticSystem.registry().names().size();
    assertThat(members).hasSize(flows + DelaySystem.registry().names().size());
    assertThat(members).extracting(Member::seed).doesNotHaveDuplicates();
    for (Member member : members) {
      var plan =
          DatasetSource.registry()
              .get(member.source(), "test")
              .plan(member.settings(), member.seed());
      assertThat(plan.shardCount()).isEqualTo(3);
    }
  }

  @Test
  void variantsAreCombinedAndShareTheSeedOfTheirSystem() {
    String settings =
        "systems = [Lorenz, MackeyGlass, Henon], observationNoise = 0.3, variants {"
            + " granularity { coarse { length = 18 }, fine { length = 120 } },"
            + " noise { clean { observationNoise = 0 }, noisy {} } }, overrides.Lorenz.transient = 7";
    List<Member> members = members(settings, 1);
    assertThat(members)
        .extracting(Member::label)
        .startsWith("Lorenz-coarse-clean", "Lorenz-coarse-noisy", "Lorenz-fine-clean")
        .hasSize(12)
        .doesNotHaveDuplicates();
    assertThat(members).extracting(Member::source).contains("flow", "delay", "map");
    assertThat(members.subList(0, 4)).extracting(Member::seed).containsOnly(members.get(0).seed());
    Settings clean = members.get(0).settings();
    assertThat(clean.json())
        .isEqualTo("{\"length\":18,\"observationNoise\":0,\"system\":\"Lorenz\",\"transient\":7}");
    assertThat(members.get(5).settings().json()).contains("0.3").doesNotContain("transient");
    // another system in the list changes no member
    assertThat(members("systems = [Chen, Lorenz]", 1).get(1).seed())
        .isEqualTo(members.get(0).seed());
    assertThat(members("systems = [Lorenz]", 2).get(0).seed()).isNotEqualTo(members.get(0).seed());
  }

  @Test
  void choosesByKindDimensionAndFlags() {
    assertThat(members("systems { kinds = map }", 1))
        .hasSizeGreaterThan(20)
        .allMatch(member -> member.source().equals("map"));
    assertThat(members("systems { dimension = 10 }", 1))
        .extracting(Member::label)
        .contains("MacArthur");
    List<String> hamiltonian =
        members(
                "systems { with = hamiltonian, without = [unbounded], except = [HenonHeilesRegular] }",
                1)
            .stream()
            .map(Member::label)
            .toList();
    assertThat(hamiltonian)
        .contains("HenonHeiles")
        .doesNotContain("HenonHeilesRegular", "SwingingAtwood", "Lorenz");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "systems = [Lorentz] | systems: unknown system 'Lorentz'; did you mean 'Lorenz'?",
        "systems = [Lorenz, Lorenz] | systems: names a system twice",
        "systems { with = [stif] } | systems.with: unknown flag 'stif'; did you mean 'stiff'?",
        "systems { kinds = [flows] } | systems.kinds: unknown kind 'flows'; did you mean 'flow'?",
        "systems { kind = flow } | systems.kind: unknown key; did you mean 'kinds'",
        "systems { dimension = 77 } | systems: no system of the catalogue fits",
        "systems = [Lorenz], variants.a {} | variants.a: holds no variant",
        "systems = [Lorenz], overrides.Chen {} | overrides.Chen: not among the systems",
        "length = 3 | systems: required",
      })
  void saysWhatIsWrong(String settings, String message) {
    assertThatThrownBy(() -> members(settings, 1))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("datasets.x." + message);
  }
}
