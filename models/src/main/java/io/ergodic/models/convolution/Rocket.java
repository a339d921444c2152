package io.ergodic.models.convolution;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import java.util.Optional;
import java.util.Set;

/**
 * ROCKET (Dempster, Petitjean and Webb 2020): many random convolutions of a series, then a ridge
 * classifier. Settings: {@code kernels} (10000), {@code penalties} (see {@link
 * ConvolutionSettings}). Shorter series count as far as the longest, with zeros after their end.
 */
@AutoService(ModelFamily.class)
public final class Rocket implements ModelFamily {
  @Override
  public String name() {
    return "rocket";
  }

  @Override
  public String title() {
    return "ROCKET";
  }

  @Override
  public Engine engine() {
    return Engine.CLOSED_FORM;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Classifier.class);
  }

  @Override
  public Optional<String> paper() {
    return Optional.empty();
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    Port input = context.input(Port.SERIES, name());
    Port output = context.output(Port.CLASSES, name());
    int count = settings.integer("kernels", 10_000, 1, 1_000_000);
    settings.explain("kernels", "random convolutions, two features each");
    double[] penalties = ConvolutionSettings.penalties(settings);
    settings.rejectUnknown();
    return ConvolutionSettings.model(
        new RocketForm(count, input.axis(0), input.axis(1)),
        input.size(),
        output.size(),
        penalties);
  }
}
