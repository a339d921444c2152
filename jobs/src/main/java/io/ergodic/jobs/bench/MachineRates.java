package io.ergodic.jobs.bench;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.family.Engine;
import io.ergodic.models.libtorch.Threads;
import io.ergodic.models.natives.NativeLibraries;
import java.util.random.RandomGenerator;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;

/** What one core of this machine gives at its best, which kernels are measured by. */
final class MachineRates {
  private static final int SIDE = 512;
  private static final int TURNS = 20;
  private static final int DOUBLES = 8 << 20;

  private MachineRates() {}

  /**
   * Products of square matrices by libtorch's library on one core.
   *
   * @param type of the numbers
   * @return multiplications and additions a second
   */
  static double product(torch.ScalarType type) {
    NativeLibraries.load(Engine.LIBTORCH);
    Threads.use(1);
    double best = Double.POSITIVE_INFINITY;
    try (PointerScope scope = new PointerScope()) {
      TensorOptions options = new TensorOptions(type);
      Tensor a = torch.ones(new long[] {SIDE, SIDE}, options);
      Tensor b = torch.ones(new long[] {SIDE, SIDE}, options);
      Tensor c = torch.empty(new long[] {SIDE, SIDE}, options, null);
      for (int turn = 0; turn < TURNS; turn++) {
        double before = ProcessorTime.thread();
        torch.matmul_out(c, a, b);
        best = Math.min(best, ProcessorTime.thread() - before);
      }
    }
    return 2.0 * SIDE * SIDE * SIDE / best;
  }

  /**
   * A sum of two arrays into a third, all far larger than caches.
   *
   * @return bytes read and written a second
   */
  static double memory() {
    double[] a = new double[DOUBLES];
    double[] b = new double[DOUBLES];
    double[] c = new double[DOUBLES];
    RandomGenerator random = RandomStreams.stream(1, "memory");
    for (int i = 0; i < DOUBLES; i++) {
      b[i] = random.nextDouble();
      c[i] = random.nextDouble();
    }
    double best = Double.POSITIVE_INFINITY;
    for (int turn = 0; turn < TURNS; turn++) {
      double before = ProcessorTime.thread();
      add(a, b, c);
      best = Math.min(best, ProcessorTime.thread() - before);
    }
    return 3.0 * Double.BYTES * DOUBLES / best;
  }

  private static void add(double[] a, double[] b, double[] c) {
    for (int i = 0; i < a.length; i++) {
      a[i] = b[i] + 3 * c[i];
    }
  }
}
