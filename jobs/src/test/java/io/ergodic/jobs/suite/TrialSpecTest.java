package io.ergodic.jobs.suite;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.jobs.testing.Specs;
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

  /** What changes no score. */
  private static final Set<String> LEFT_OUT = Set.of("dataFolder", "published", "timeLimit");

  /** Another value for each component; one that is added later has none and fails the test. */
  private static final Map<String, Object> OTHER =
      Map.ofEntries(
          Map.entry("experiment", "other"),
          Map.entry("task", "forecasting"),
          Map.entry("taskSettings", "{\"lookback\":1}"),
          Map.entry("dataset", "chua"),
          Map.entry("dataFolder", "/elsewhere/lorenz-d4a7"),
          Map.entry("dataHash", "d4a8"),
          Map.entry("system", new SystemSpec("nvar", "nvar", "{\"delays\":3}", "systems.nvar")),
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
  void theHashChangesWithAllThatDeterminesScoresAndNothingElse(String component)
      throws ReflectiveOperationException {
    TrialSpec changed = with(component, OTHER.get(component));
    assertThat(changed).isNotEqualTo(TRIAL);
    if (LEFT_OUT.contains(component)) {
      assertThat(changed.hash()).isEqualTo(TRIAL.hash());
      assertThat(changed.trialSeed()).isEqualTo(TRIAL.trialSeed());
    } else {
      assertThat(changed.hash()).isNotEqualTo(TRIAL.hash());
      assertThat(changed.trialSeed()).isNotEqualTo(TRIAL.trialSeed());
    }
  }

  @Test
  void nameFamilyAndSettingsOfTheSystemCountButNotWhereItStands()
      throws ReflectiveOperationException {
    assertThat(hash(new SystemSpec("nvar", "nvar", "{}", "moved"))).isEqualTo(TRIAL.hash());
    assertThat(hash(new SystemSpec("ngrc", "nvar", "{}", "systems.nvar")))
        .isNotEqualTo(TRIAL.hash());
    assertThat(hash(new SystemSpec("nvar", "ridge", "{}", "systems.nvar")))
        .isNotEqualTo(TRIAL.hash());
  }

  @Test
  void aHashIsShortHexAndTheSeedItsFirstHalf() {
    assertThat(TRIAL.hash()).matches("[0-9a-f]{24}").isEqualTo(Specs.trial("nvar", 1).hash());
    assertThat(Long.toHexString(TRIAL.trialSeed()))
        .isEqualTo(TRIAL.hash().substring(0, 16).replaceFirst("^0+", ""));
  }

  @Test
  void onlyTheFloorIsAFloor() {
    assertThat(TRIAL.floor()).isFalse();
    assertThat(Specs.trial(TrialRecord.FLOOR, 1).floor()).isTrue();
    assertThat(TRIAL.label()).isEqualTo("reconstruction/lorenz/nvar/1");
  }

  private static String hash(SystemSpec system) throws ReflectiveOperationException {
    return with("system", system).hash();
  }

  private static TrialSpec with(String component, Object value)
      throws ReflectiveOperationException {
    RecordComponent[] components = TrialSpec.class.getRecordComponents();
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      values[i] =
          components[i].getName().equals(component)
              ? value
              : components[i].getAccessor().invoke(TRIAL);
    }
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    return TrialSpec.class.getConstructor(types).newInstance(values);
  }
}
