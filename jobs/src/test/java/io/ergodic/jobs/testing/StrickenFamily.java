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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A family for tests that meets errors of the machine: which, where, and how often, say its
 * settings {@code error}, {@code at}, and {@code times} for each seed.
 */
public final class StrickenFamily implements ModelFamily {
  private static final Map<String, AtomicInteger> MET = new ConcurrentHashMap<>();

  /** Steps taken by all learners in this process. */
  public static final AtomicInteger STEPS = new AtomicInteger();

  private static final AtomicInteger AT_WORK = new AtomicInteger();

  /** Forgets what has been met. */
  public static void heal() {
    MET.clear();
    STEPS.set(0);
  }

  @Override
  public String name() {
    return "stricken";
  }

  @Override
  public String title() {
    return "Stricken";
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
    String error =
        settings.choice(
            "error",
            "none",
            List.of(
                "none",
                "memory",
                "disk",
                "link",
                "native",
                "assertion",
                "halt",
                "beside",
                "slow",
                "throws"));
    String at = settings.choice("at", "training", List.of("training", "evaluation"));
    int times = settings.integer("times", 1, 0, 1_000_000);
    settings.rejectUnknown();
    int dimension = context.input(Port.SERIES, name()).axis(1);
    return new StrickenModel(new Blow(error, at, times, ""), dimension);
  }

  /** What is met. */
  private record Blow(String error, String at, int times, String whose) {
    Blow of(long seed) {
      return new Blow(error, at, times, error + at + seed);
    }

    void meet(String place) {
      if (!at.equals(place) || error.equals("none")) {
        return;
      }
      if (error.equals("slow")) {
        pause(20);
        return;
      }
      if (error.equals("beside")) {
        pause(300);
        if (AT_WORK.get() < 2) {
          return;
        }
        pause(300);
      }
      if (MET.computeIfAbsent(whose, key -> new AtomicInteger()).incrementAndGet() <= times) {
        fall();
      }
    }

    private void fall() {
      switch (error) {
        case "memory", "beside" -> throw new OutOfMemoryError("Java heap space");
        case "disk" -> throw new UncheckedIOException(new IOException("No space left on device"));
        case "link" ->
            throw new UnsatisfiedLinkError(
                "/home/someone/.javacpp/cache/libjnitorch.so: libcudart.so.12: cannot open shared"
                    + " object file");
        case "native" ->
            throw new RuntimeException(
                "DefaultCPUAllocator: can't allocate memory: you tried to allocate 4096 bytes\n"
                    + "Exception raised from alloc_cpu at /home/runner/work/alloc_cpu.cpp:117\n"
                    + "frame #0: c10::Error::Error(c10::SourceLocation)");
        case "assertion" -> throw new AssertionError("with all that runs here");
        case "halt" -> Runtime.getRuntime().halt(137);
        default -> throw new IllegalStateException("not today");
      }
    }
  }

  private static void pause(long milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private record StrickenModel(Blow blow, int dimension) implements Model {
    @Override
    public Trainable prepare(TrainingContext context) {
      Windows windows = new Windows(context.series().series(Split.TRAIN), 2);
      RandomDraws batches = new RandomDraws(windows, 2, 4, context.seed());
      return new Trainable.Stepped(
          new StrickenLearner(blow.of(context.seed()), dimension),
          List.of(new Stage("training", batches, 2, Optional.empty())));
    }

    @Override
    public Restored restore(Weights weights, Resources resources) {
      return new Restored(new Contraction(blow.of(0), dimension));
    }

    @Override
    public Cost cost() {
      return Cost.NOTHING;
    }
  }

  private record StrickenLearner(Blow blow, int dimension) implements Learner {
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
      AT_WORK.incrementAndGet();
      try {
        STEPS.incrementAndGet();
        blow.meet("training");
        return 1;
      } finally {
        AT_WORK.decrementAndGet();
      }
    }

    @Override
    public double loss(Batch batch) {
      return 1;
    }

    @Override
    public Capability trained() {
      return new Contraction(blow, dimension);
    }

    @Override
    public void close() {}
  }

  /** Comes to rest at the origin. */
  private record Contraction(Blow blow, int stateDimension) implements Dynamics {
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
      blow.meet("evaluation");
      for (int i = 0; i < stateDimension; i++) {
        next[i] = 0.9 * state[i];
      }
    }

    @Override
    public void jacobian(double[] state, double[] jacobian) {
      for (int i = 0; i < jacobian.length; i++) {
        jacobian[i] = i % (stateDimension + 1) == 0 ? 0.9 : 0;
      }
    }

    @Override
    public void observe(double[] state, double[] observation) {
      System.arraycopy(state, 0, observation, 0, stateDimension);
    }
  }
}
