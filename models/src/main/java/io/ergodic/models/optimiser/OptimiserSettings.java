package io.ergodic.models.optimiser;

import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.Reading;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.models.learner.StepContext;
import java.util.List;

/**
 * An optimiser with its schedule and gradient clipping, as read from a configuration object
 *
 * <pre>
 * optimiser { name = radam, learningRate = 1e-3, clipNorm = 0,
 *             schedule { name = exponential, end = 1e-6 } }
 * </pre>
 *
 * @param optimiser the update rule
 * @param schedule the learning rate of each step
 * @param decayAll whether weight decay touches all parameters, or weights and embeddings alone, not
 *     biases, norms and codes of positions ({@code decay = all | weights})
 * @param clipNorm gradients longer than this (Euclidean norm) are shortened to it; 0 for none
 */
public record OptimiserSettings(
    Optimiser optimiser, Schedule schedule, double clipNorm, boolean decayAll) {
  /**
   * Reads and checks all of an {@code optimiser} object. Where it is silent the defaults hold; a
   * rule or schedule chosen by name takes none of the defaults meant for another.
   *
   * @param defaults HOCON text of a whole object, {@code name} and {@code learningRate} included
   */
  public static OptimiserSettings read(
      Settings settings, String defaults, int epochs, int stepsPerEpoch) {
    Settings fallback = Settings.parse(defaults, settings.path());
    Settings schedule =
        merged(settings.named("schedule", "name"), fallback.named("schedule", "name"));
    Settings own = settings.without("schedule");
    schedule.explain(
        "name",
        new Reading("word", "", names(Schedule.registry()), "how the learning rate goes on"));
    schedule.explain(
        "end", "last learning rate",
        "every", "epochs from fall to fall",
        "factor", "by which it falls",
        "warmupEpochs", "epochs it rises for",
        "warmup", "part of the training it rises for",
        "startDivisor", "largest over first learning rate",
        "endDivisor", "first over last learning rate");
    settings.explain(
        "name", new Reading("word", "", names(Optimiser.registry()), "the rule of the update"));
    settings.explain(
        "learningRate", "the largest",
        "clipNorm", "longest gradient that is left as it is; 0 for any",
        "decay", "what weight decay touches",
        "weightDecay", "strength of weight decay",
        "beta1", "decay of the first moment",
        "beta2", "decay of the second moment",
        "epsilon", "added to the denominator",
        "rho", "decay of the squares",
        "momentum", "part of the last update that goes on",
        "nesterov", "whether the gradient is taken where momentum leads");
    Settings base = fallback.without("schedule");
    String name = own.string("name", base.string("name"));
    double rate = own.number("learningRate", base.number("learningRate", 0, 1e3), 0, 1e3);
    double clip = own.number("clipNorm", base.number("clipNorm", 0, 0, 1e9), 0, 1e9);
    Settings rule = name.equals(base.string("name")) ? own.withFallback(base) : own;
    boolean all =
        own.choice(
                "decay",
                base.choice("decay", "all", List.of("all", "weights")),
                List.of("all", "weights"))
            .equals("all");
    for (String common : List.of("name", "learningRate", "clipNorm", "decay")) {
      rule.has(common);
    }
    Optimiser optimiser = Optimiser.registry().get(name, own.path("name")).create(rule);
    rule.rejectUnknown();
    String shape = schedule.string("name", "constant");
    Schedule rates =
        Schedule.registry()
            .get(shape, schedule.path("name"))
            .create(new Schedule.Plan(rate, epochs, stepsPerEpoch), schedule);
    schedule.rejectUnknown();
    return new OptimiserSettings(optimiser, rates, clip, all);
  }

  private static String names(Registry<?> registry) {
    return String.join(", ", registry.names());
  }

  private static Settings merged(Settings own, Settings fallback) {
    boolean same = own.string("name", "").equals(fallback.string("name", ""));
    return same || !own.has("name") ? own.withFallback(fallback) : own;
  }

  /** Length of the optimiser state for this many parameters. */
  public int stateCount(int parameters) {
    return optimiser.stateCount(parameters);
  }

  /** The learning rate of a step. */
  public double rate(StepContext context) {
    return schedule.rate(context.step(), context.epoch());
  }

  /** Clips the gradients in place and updates parameters and state. */
  public void update(float[] parameters, float[] gradients, float[] state, StepContext context) {
    if (clipNorm > 0) {
      clip(gradients);
    }
    optimiser.update(parameters, gradients, state, rate(context));
  }

  /** Clips the gradients and updates vectors where they lie. */
  public void update(FlatVectors vectors, StepContext context) {
    if (clipNorm > 0) {
      vectors.clip(clipNorm);
    }
    optimiser.update(vectors, rate(context));
  }

  private void clip(float[] gradients) {
    double squares = 0;
    for (float gradient : gradients) {
      squares += (double) gradient * gradient;
    }
    double norm = Math.sqrt(squares);
    if (norm > clipNorm) {
      float factor = (float) (clipNorm / norm);
      for (int i = 0; i < gradients.length; i++) {
        gradients[i] *= factor;
      }
    }
  }
}
