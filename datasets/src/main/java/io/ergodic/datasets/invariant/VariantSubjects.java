package io.ergodic.datasets.invariant;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.map.IteratedMap;
import io.ergodic.datasets.settings.Settings;
import java.util.List;

/** Systems of the catalogue at other parameters, for which the literature has exponents. */
@AutoService(SubjectProvider.class)
public final class VariantSubjects implements SubjectProvider {
  @Override
  public List<Subject> subjects() {
    return List.of(
        FlowSubjects.subject(
            "Lorenz96N40F8",
            ChaoticFlow.read(settings("system = Lorenz96, dimension = 40, parameters.f = 8"))),
        MapSubjects.subject(
            "LogisticR4", IteratedMap.read(settings("system = Logistic, parameters.r = 4"))));
  }

  private static Settings settings(String text) {
    return Settings.parse(text, "catalogue of variants");
  }
}
