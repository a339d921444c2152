package io.ergodic.jobs.bench;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.models.device.Device;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import io.ergodic.models.training.Trainable;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Training steps (forward, backward, update) of the fused kernels for reconstruction on one core,
 * of 16 sequences of 75 steps with a forcing of 0.125: milliseconds, multiplications and additions
 * a second, and their share of what the machine's matrix product reaches in single precision. At
 * the Lorenz setting (M = 3, H = 50) also the same step unrolled with libtorch. Times are of the
 * processor, the best of several turns.
 */
public final class DynamicsBenchmark implements Benchmark {
  static final double ALPHA = 0.125;

  private static final String SHALLOW = "shallow-plrnn";
  private static final int ROWS = 10_000;
  private static final int BATCH = 16;
  private static final int STEPS = 75;
  private static final int TURNS = 5;
  private static final int LORENZ = 3;
  private static final int LORENZ_HIDDEN = 50;

  private final double seconds;
  private final List<Integer> states;
  private final List<Integer> hidden;

  /**
   * @param seconds of processor time to measure each case for, at least
   * @param states M of the shallow PLRNN
   * @param hidden its H, and M of the AL-RNN, a tenth of whose units are rectified
   */
  public DynamicsBenchmark(double seconds, List<Integer> states, List<Integer> hidden) {
    this.seconds = seconds;
    this.states = List.copyOf(states);
    this.hidden = List.copyOf(hidden);
  }

  @Override
  public void run(Consumer<Measurement> sink) {
    double product = MachineRates.product(ScalarType.Float);
    sink.accept(new Measurement("sgemm", "one core", product * 1e-9, "GFlop/s"));
    for (int h : hidden) {
      for (int m : states) {
        double each = step(SHALLOW, "hidden = " + h, m);
        report("shallow-plrnn M=" + m + " H=" + h, each, 2.0 * m * h + m, product, sink);
      }
      double each = step("al-rnn", "latent = " + h + ", rectified = " + h / 10, LORENZ);
      report("al-rnn M=" + h, each, (double) h * h + h, product, sink);
    }
    String lorenz = "M=" + LORENZ + " H=" + LORENZ_HIDDEN;
    double fused = step(SHALLOW, "hidden = " + LORENZ_HIDDEN, LORENZ);
    double unrolled = unrolled();
    sink.accept(new Measurement("libtorch-step", lorenz, unrolled * 1e3, "ms"));
    sink.accept(new Measurement("libtorch-over-fused", lorenz, unrolled / fused, "1"));
  }

  /**
   * @param multiplyAdds of a step of one sequence forward; backward takes twice as many
   */
  private static void report(
      String name, double each, double multiplyAdds, double product, Consumer<Measurement> sink) {
    double rate = 2 * 3 * multiplyAdds * BATCH * STEPS / each;
    sink.accept(new Measurement("training-step", name, each * 1e3, "ms"));
    sink.accept(new Measurement("rate", name, rate * 1e-9, "GFlop/s"));
    sink.accept(new Measurement("share-of-sgemm", name, rate / product, "1"));
  }

  /** Seconds of a training step. */
  private double step(String family, String settings, int observed) {
    Trainable.Stepped stepped = prepare(family, settings, observed);
    try (Learner learner = stepped.learner()) {
      Batch batch = stepped.stage().batches().batch(0);
      return best(step -> learner.step(batch, new StepContext(step, 0, step)));
    }
  }

  private double unrolled() {
    Trainable.Stepped stepped = prepare(SHALLOW, "hidden = " + LORENZ_HIDDEN, LORENZ);
    Batch batch = stepped.stage().batches().batch(0);
    try (Learner learner = stepped.learner();
        UnrolledShallow network =
            new UnrolledShallow(parameters(learner), LORENZ, LORENZ_HIDDEN, ALPHA)) {
      return best(step -> network.step(batch));
    }
  }

  static float[] parameters(Learner learner) {
    float[] parameters = new float[learner.parameterCount()];
    learner.readParameters(parameters);
    return parameters;
  }

  /** A model of sines with noise, at its first weights. */
  static Trainable.Stepped prepare(String family, String own, int observed) {
    Settings settings =
        Settings.parse(
            String.format(
                Locale.ROOT,
                "%s, sequenceLength = %d, batch = %d, forcing { kind = constant, alpha = %s }",
                own,
                STEPS,
                BATCH,
                ALPHA),
            "bench");
    TrainingContext context =
        new TrainingContext(
            NoiseSeries.of(ROWS, observed), new Reconstruction(), 1, new Resources(1, Device.CPU));
    ModelFamily known = ModelFamily.registry().get(family, "bench");
    return (Trainable.Stepped) known.create(context.model(), settings).prepare(context);
  }

  private interface Turn {
    double run(int step);
  }

  /** Seconds of a turn: the mean of those that fill a part of the time, and the best such part. */
  private double best(Turn turn) {
    double best = Double.POSITIVE_INFINITY;
    int step = 0;
    for (int part = 0; part < TURNS; part++) {
      double before = ProcessorTime.thread();
      double passed = 0;
      int count = 0;
      while (count < 3 || passed < seconds / TURNS) {
        turn.run(step++);
        count++;
        passed = ProcessorTime.thread() - before;
      }
      best = Math.min(best, passed / count);
    }
    return best;
  }
}
