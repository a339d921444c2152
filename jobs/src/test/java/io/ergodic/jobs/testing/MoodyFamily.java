package io.ergodic.jobs.testing;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.RandomDraws;
import io.ergodic.datasets.batch.Windows;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.Restored;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.training.Stage;
import io.ergodic.models.training.Trainable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** A family for tests whose learner fails, hangs or works as its setting {@code mood} says. */
public final class MoodyFamily implements ModelFamily {
  /** Models prepared in the mood that takes a task along, in this process: the fourth does. */
  public static final AtomicInteger KILLERS = new AtomicInteger();

  @Override
  public String name() {
    return "moody";
  }

  @Override
  public String title() {
    return "Moody";
  }

  @Override
  public Engine engine() {
    return Engine.FUSED;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Dynamics.class);
  }

  @Override
  public Optional<String> paper() {
    return Optional.empty();
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    String mood =
        settings.choice("mood", "fine", List.of("fine", "throws", "nan", "hangs", "slow", "kills"));
    settings.rejectUnknown();
    return new MoodyModel(new MoodyLearner(mood, context.input(Port.SERIES, name()).axis(1)));
  }

  private record MoodyModel(MoodyLearner learner) implements Model {
    @Override
    public Trainable prepare(TrainingContext context) {
      if (learner.mood().equals("kills") && KILLERS.incrementAndGet() == 4) {
        throw new AssertionError("with all that runs here");
      }
      Windows windows = new Windows(context.series().series(Split.TRAIN), 2);
      RandomDraws batches = new RandomDraws(windows, 1, 4, context.seed());
      return new Trainable.Stepped(
          learner, List.of(new Stage("training", batches, 1, Optional.empty())));
    }

    @Override
    public Restored restore(Weights weights, Resources resources) {
      return new Restored(learner.trained());
    }

    @Override
    public Cost cost() {
      return Cost.NOTHING;
    }
  }

  private record MoodyLearner(String mood, int dimension) implements Learner {
    @Override
    public int parameterCount() {
      return 1;
    }

    @Override
    public void readParameters(float[] target) {
      target[0] = 0;
    }

    @Override
    public void writeParameters(float[] source) {}

    @Override
    public float[] state() {
      return new float[0];
    }

    @Override
    public double step(Batch batch, StepContext context) {
      return switch (mood) {
        case "throws" -> throw new IllegalStateException("not today");
        case "nan" -> Double.NaN;
        case "hangs" -> pause(50);
        case "slow" -> pause(400);
        default -> 1;
      };
    }

    private static double pause(long milliseconds) {
      try {
        Thread.sleep(milliseconds);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
      return 1;
    }

    @Override
    public double loss(Batch batch) {
      return 1;
    }

    @Override
    public Capability trained() {
      return new Still(dimension);
    }

    @Override
    public void close() {}
  }

  /** Stays where it is. */
  private record Still(int stateDimension) implements Dynamics {
    @Override
    public int observedDimension() {
      return stateDimension;
    }

    @Override
    public void initialise(double[] context, int rows, double[] state) {
      System.arraycopy(context, (rows - 1) * stateDimension, state, 0, stateDimension);
    }

    @Override
    public void step(double[] state, double[] next) {
      System.arraycopy(state, 0, next, 0, stateDimension);
    }

    @Override
    public void jacobian(double[] state, double[] jacobian) {
      for (int i = 0; i < jacobian.length; i++) {
        jacobian[i] = i % (stateDimension + 1) == 0 ? 1 : 0;
      }
    }

    @Override
    public void observe(double[] state, double[] observation) {
      System.arraycopy(state, 0, observation, 0, stateDimension);
    }
  }
}
