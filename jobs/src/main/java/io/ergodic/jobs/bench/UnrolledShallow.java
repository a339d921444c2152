package io.ergodic.jobs.bench;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.models.device.Device;
import io.ergodic.models.family.Engine;
import io.ergodic.models.libtorch.Staging;
import io.ergodic.models.libtorch.Threads;
import io.ergodic.models.natives.NativeLibraries;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * A training step of the clipped shallow PLRNN with constant teacher forcing (Hess et al. 2023) as
 * one writes it with libtorch: the recurrence unrolled by operations on tensors, the gradients by
 * its tape, the update by its Adam, on one core. The fused kernel is compared with it, in speed
 * here and in its loss by a test.
 */
final class UnrolledShallow implements AutoCloseable {
  private static final double LEARNING_RATE = 1e-3;

  private final PointerScope scope = new PointerScope();
  private final Staging staging = new Staging(Device.CPU);
  private final double alpha;
  private final Tensor diagonal;
  private final Tensor outward;
  private final Tensor inward;
  private final Tensor bias;
  private final Tensor threshold;
  private final Adam optimiser;

  /**
   * @param parameters A (M), W1 (M x H), W2 (H x M), h1 (M), h2 (H), one after the other
   * @param alpha strength of the forcing
   */
  UnrolledShallow(float[] parameters, int states, int hidden, double alpha) {
    NativeLibraries.load(Engine.LIBTORCH);
    this.alpha = alpha;
    int matrix = states * hidden;
    diagonal = leaf(parameters, 0, states);
    outward = leaf(parameters, states, states, hidden);
    inward = leaf(parameters, states + matrix, hidden, states);
    bias = leaf(parameters, states + 2 * matrix, states);
    threshold = leaf(parameters, 2 * states + 2 * matrix, hidden);
    optimiser = new Adam(new TensorVector(diagonal, outward, inward, bias, threshold));
    optimiser.param_groups().get(0).options().set_lr(LEARNING_RATE);
  }

  private Tensor leaf(float[] values, int from, long... shape) {
    return staging.floats(values, from, shape).clone().set_requires_grad(true);
  }

  /**
   * One step down the gradient.
   *
   * @param batch of sequences, rows x states values an example
   * @return the mean squared error before it
   */
  double step(Batch batch) {
    Threads.use(1);
    try (PointerScope step = new PointerScope()) {
      int[] shape = batch.shape(Batch.INPUT);
      Tensor x = staging.values(batch, Batch.INPUT, batch.count(), shape[0], shape[1]);
      optimiser.zero_grad();
      Tensor loss = loss(x, shape[0] - 1);
      loss.backward();
      optimiser.step();
      return loss.item_double();
    }
  }

  private Tensor loss(Tensor x, int steps) {
    Scalar kept = new Scalar(1 - alpha);
    Scalar forced = new Scalar(alpha);
    Tensor state = x.select(1, 0);
    TensorVector predictions = new TensorVector();
    for (int t = 1; t <= steps; t++) {
      Tensor units = state.matmul(inward.t());
      Tensor active = units.add(threshold).relu().sub(units.relu());
      Tensor next = state.mul(diagonal).add(active.matmul(outward.t())).add(bias);
      predictions.push_back(next);
      state = next.mul(kept).add(x.select(1, t).mul(forced));
    }
    return torch.mse_loss(torch.stack(predictions, 1), x.narrow(1, 1, steps));
  }

  @Override
  public void close() {
    staging.close();
    scope.close();
  }
}
