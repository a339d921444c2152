package io.ergodic.models.plrnn;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import java.util.Optional;
import java.util.Set;

/**
 * The Legendre memory unit with teacher forcing. Settings: {@code hidden} (64), {@code order} (8),
 * {@code theta} (20 rows) and those of {@link PlrnnSettings}. The first h and m are a trained
 * linear image of the first x.
 */
@AutoService(ModelFamily.class)
public final class LegendreMemory implements ModelFamily {
  private static final PlrnnSettings.Defaults DEFAULTS =
      new PlrnnSettings.Defaults(
          1000,
          new Forcing.Constant(0.1),
          TrainingNoise.NONE,
          "name = radam, learningRate = 1e-3, schedule { name = exponential, end = 1e-5 }");

  @Override
  public String name() {
    return "lmu";
  }

  @Override
  public String title() {
    return "LMU";
  }

  /**
   * 2: the exponential of a matrix is that of Hipparchus, and the kernel is made of maps of lanes.
   */
  @Override
  public int revision() {
    return 2;
  }

  @Override
  public Engine engine() {
    return Engine.FUSED;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return PlrnnModel.CAPABILITIES;
  }

  @Override
  public Optional<String> paper() {
    return Optional.empty();
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    settings.explain(
        "hidden", "hidden units",
        "order", "coefficients of the memory",
        "theta", "length of the memory, in rows");
    int hidden = settings.integer("hidden", 64, 1, 4096);
    int order = settings.integer("order", 8, 1, 512);
    double theta = settings.number("theta", 20, 1, 1e9);
    LegendreArchitecture form =
        new LegendreArchitecture(PlrnnModel.observed(name(), context), hidden, order, theta);
    return PlrnnModel.read(
        name(), form, context, settings, DEFAULTS, (double) form.parameterCount() + order * order);
  }
}
