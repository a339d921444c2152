package io.ergodic.jobs.bench;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Reconstruction;
import io.ergodic.models.device.Device;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.learner.Solver;
import io.ergodic.models.training.Trainable;
import java.util.function.Consumer;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * The pass over the data of closed forms for reconstruction on one core: rows a second, and the
 * multiplications and additions of their normal equations a second beside what the machine's matrix
 * product reaches in double precision; the bytes of their features a second beside its memory.
 */
public final class FitBenchmark implements Benchmark {
  private static final int VARIABLES = 3;
  private static final int TURNS = 3;

  private final int units;
  private final int rows;

  /**
   * @param units of the reservoir
   * @param rows of the series that is fitted
   */
  public FitBenchmark(int units, int rows) {
    this.units = units;
    this.rows = rows;
  }

  @Override
  public void run(Consumer<Measurement> sink) {
    double product = MachineRates.product(ScalarType.Double);
    double memory = MachineRates.memory();
    sink.accept(new Measurement("dgemm", "one core", product * 1e-9, "GFlop/s"));
    sink.accept(new Measurement("memory", "one core", memory * 1e-9, "GB/s"));
    report("reservoir", "units = " + units, units, product, memory, sink);
    report("nvar", "delays = 1, monomials = cubic", 0, product, memory, sink);
  }

  private void report(
      String family,
      String settings,
      int features,
      double product,
      double memory,
      Consumer<Measurement> sink) {
    TrainingContext context =
        new TrainingContext(
            NoiseSeries.of(rows, VARIABLES), new Reconstruction(), 1, new Resources(1, Device.CPU));
    Trainable.Solved solved =
        (Trainable.Solved)
            ModelFamily.registry()
                .get(family, "bench")
                .create(context.model(), Settings.parse(settings, "bench"))
                .prepare(context);
    double best = Double.POSITIVE_INFINITY;
    int known = features;
    for (int turn = 0; turn < TURNS; turn++) {
      Solver solver = solved.solvers().get();
      double before = ProcessorTime.thread();
      for (Batch batch : solved.batches()) {
        solver.accumulate(batch);
      }
      best = Math.min(best, ProcessorTime.thread() - before);
      known = features > 0 ? features : solver.parameterCount() / VARIABLES;
    }
    String name = family + " of " + known + " features";
    double rate = rows / best;
    sink.accept(new Measurement("rows", name, rate, "1/s"));
    // The upper triangle of the sums: half a multiply-add for each of its square.
    double work = rate * known * (known + 2.0 * VARIABLES);
    sink.accept(new Measurement("rate", name, work * 1e-9, "GFlop/s"));
    sink.accept(new Measurement("share-of-dgemm", name, work / product, "1"));
    double bytes = rate * known * Double.BYTES;
    sink.accept(new Measurement("share-of-memory", name, bytes / memory, "1"));
  }
}
