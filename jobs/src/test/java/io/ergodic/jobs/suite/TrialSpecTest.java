package io.ergodic.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.testing.Specs;
import io.ergodic.models.family.Cost;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TrialSpecTest {
  private static final TrialSpec TRIAL = Specs.trial("nvar", 1);
  private static final ResolvedSystem RESOLVED = TRIAL.resolved();

  /** What changes no weight: names, places, and what is asked of the weights afterwards. */
  private static final Set<String> LEFT_OUT =
      Set.of("experiment", "dataset", "dataFolder", "metrics", "published", "timeLimit");

  /** Another value for each component; one that is added later has none and fails the test. */
  private static final Map<String, Object> OTHER =
      Map.ofEntries(
          Map.entry("experiment", "other"),
          Map.entry("task", "forecasting"),
          Map.entry("taskSettings", "{\"lookback\":1}"),
          Map.entry("dataset", "chua"),
          Map.entry("dataFolder", "/elsewhere/lorenz-d4a7"),
          Map.entry("dataHash", "d4a8"),
          Map.entry("system", new SystemSpec("nvar", "ridge", "{}", "systems.nvar")),
          Map.entry("resolved", resolved("{\"delays\":3}", 1, false)),
          Map.entry("seed", 2L),
          Map.entry("metrics", new ArrayList<>(List.of("d_h", "d_stsp"))),
          Map.entry("published", new TreeMap<>(Map.of("d_stsp", 0.4))),
          Map.entry("timeLimit", 61.0));

  static List<String> components() {
    return Arrays.stream(TrialSpec.class.getRecordComponents())
        .map(RecordComponent::getName)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("components")
  void theHashChangesWithAllThatDeterminesWeightsAndNothingElse(String component)
      throws ReflectiveOperationException {
    TrialSpec changed = with(component, OTHER.get(component));
    assertThat(changed).isNotEqualTo(TRIAL);
    if (LEFT_OUT.contains(component)) {
      assertThat(changed.hash()).isEqualTo(TRIAL.hash());
    } else {
      assertThat(changed.hash()).isNotEqualTo(TRIAL.hash());
    }
  }

  @Test
  void familyAndSettingsInForceCountButNotNameSpellingOrPlace()
      throws ReflectiveOperationException {
    assertThat(hash(new SystemSpec("nvar", "nvar", "{}", "moved"))).isEqualTo(TRIAL.hash());
    assertThat(hash(new SystemSpec("ngrc", "nvar", "{}", "systems.ngrc"))).isEqualTo(TRIAL.hash());
    assertThat(hash(new SystemSpec("nvar", "nvar", "{\"delays\":2}", "systems.nvar")))
        .isEqualTo(TRIAL.hash());
    assertThat(hash(new SystemSpec("nvar", "ridge", "{}", "systems.nvar")))
        .isNotEqualTo(TRIAL.hash());
    String averaged = "{\"averaging\":{\"workers\":2}}";
    assertThat(hash(new SystemSpec("nvar", "nvar", averaged, "systems.nvar")))
        .isNotEqualTo(TRIAL.hash());
  }

  @Test
  void aRevisionOfTheFamilyCountsButNotTheBuild() throws ReflectiveOperationException {
    assertThat(with("resolved", resolved("{\"delays\":2}", 2, false)).hash())
        .isNotEqualTo(TRIAL.hash());
    ResolvedSystem built =
        new ResolvedSystem(RESOLVED.settings(), 1, false, "ffff", new Cost(353, 1000, 2, 0));
    assertThat(with("resolved", built).hash()).isEqualTo(TRIAL.hash());
  }

  @Test
  void theSeedOfWhatIsDeterministicIsNoMatter() throws ReflectiveOperationException {
    TrialSpec one = with("resolved", resolved("{}", 1, true));
    assertThat(seeded(one, 2).hash()).isEqualTo(one.hash());
    assertThat(seeded(one, 2).trialSeed()).isEqualTo(one.trialSeed());
    assertThat(seeded(one, 2).evaluationSeed()).isEqualTo(one.evaluationSeed());
  }

  /** Systems are compared seed by seed: what is drawn is the same for all of them. */
  @Test
  void drawsDependOnListedSeedAndDataAlone() throws ReflectiveOperationException {
    for (String component : components()) {
      TrialSpec changed = with(component, OTHER.get(component));
      if (Set.of("seed", "dataHash").contains(component)) {
        assertThat(changed.trialSeed()).as(component).isNotEqualTo(TRIAL.trialSeed());
        assertThat(changed.evaluationSeed()).as(component).isNotEqualTo(TRIAL.evaluationSeed());
      } else {
        assertThat(changed.trialSeed()).as(component).isEqualTo(TRIAL.trialSeed());
        assertThat(changed.evaluationSeed()).as(component).isEqualTo(TRIAL.evaluationSeed());
      }
    }
    assertThat(TRIAL.trialSeed()).isNotEqualTo(TRIAL.evaluationSeed());
  }

  @Test
  void aHashIsShortHex() {
    assertThat(TRIAL.hash()).matches("[0-9a-f]{24}").isEqualTo(Specs.trial("nvar", 1).hash());
  }

  @Test
  void onlyTheFloorIsAFloor() {
    assertThat(TRIAL.floor()).isFalse();
    assertThat(Specs.trial(TrialRecord.FLOOR, 1).floor()).isTrue();
    assertThat(Specs.trial(TrialRecord.FLOOR, 1).hash()).isNotEqualTo(TRIAL.hash());
    assertThat(TRIAL.label()).isEqualTo("reconstruction/lorenz/nvar/1");
  }

  private static ResolvedSystem resolved(String settings, int revision, boolean deterministic) {
    return new ResolvedSystem(settings, revision, deterministic, "0a1b", new Cost(353, 1000, 2, 0));
  }

  private static String hash(SystemSpec system) throws ReflectiveOperationException {
    return with("system", system).hash();
  }

  private static TrialSpec with(String component, Object value)
      throws ReflectiveOperationException {
    return with(TRIAL, component, value);
  }

  private static TrialSpec seeded(TrialSpec of, long seed) throws ReflectiveOperationException {
    return with(of, "seed", seed);
  }

  private static TrialSpec with(TrialSpec of, String component, Object value)
      throws ReflectiveOperationException {
    RecordComponent[] components = TrialSpec.class.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] =
          components[i].getName().equals(component)
              ? value
              : components[i].getAccessor().invoke(of);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return TrialSpec.class.getConstructor(types).newInstance(values);
  }
}
