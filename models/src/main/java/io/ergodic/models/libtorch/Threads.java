package io.ergodic.models.libtorch;

import org.bytedeco.openblas.global.openblas;
import org.bytedeco.pytorch.global.torch;

/**
 * How many cores one operation may use. libtorch keeps that per thread and per process, OpenBLAS
 * (its matrix product) per process only: models that train side by side in one JVM must agree.
 */
public final class Threads {
  private Threads() {}

  /** Cheap; called before every step, because a task may be moved to another thread. */
  public static void use(int threads) {
    if (torch.get_num_threads() != threads) {
      torch.set_num_threads(threads);
    }
    if (openblas.blas_get_num_threads() != threads) {
      openblas.blas_set_num_threads(threads);
    }
  }
}
