package io.ergodic.datasets.chaos.field;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.FlowPlan;
import io.ergodic.datasets.chaos.FlowSettings;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;

/**
 * The source {@code field}: solutions of a partial differential equation; settings: {@link
 * FieldEquation}'s and those of {@code flow}.
 */
@AutoService(DatasetSource.class)
public final class FieldSource implements DatasetSource {
  @Override
  public String name() {
    return "field";
  }

  @Override
  public String description() {
    return "Kuramoto-Sivashinsky fields of any length and grid, with noise and splits as for flows";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    FieldEquation equation = FieldEquation.readStandard(settings);
    FlowSettings read = FlowSettings.read(settings, equation);
    equation.checkStep(settings, read.step());
    return new FlowPlan(read, settings.path("system"), seed);
  }
}
