package io.ergodic.models.libtorch;

import io.ergodic.datasets.capability.Dynamics;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Pass;
import java.util.Arrays;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.GradMode;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/** A network as a dynamical system whose state is the observation; in single precision. */
final class NetworkDynamics implements Dynamics {
  private final Block map;
  private final int variables;
  private final int threads;
  private final Staging staging;
  private final float[] values;
  private final float[] tangents;

  /**
   * @param map from (count, variables) to (count, variables)
   */
  NetworkDynamics(Block map, int variables, int threads, Staging staging) {
    this.map = map;
    this.variables = variables;
    this.threads = threads;
    this.staging = staging;
    this.values = new float[variables];
    this.tangents = new float[variables * variables];
  }

  @Override
  public int stateDimension() {
    return variables;
  }

  @Override
  public int observedDimension() {
    return variables;
  }

  @Override
  public void initialise(double[] context, int rows, double[] state) {
    System.arraycopy(context, (rows - 1) * variables, state, 0, variables);
  }

  @Override
  public void observe(double[] state, double[] observation) {
    System.arraycopy(state, 0, observation, 0, variables);
  }

  @Override
  public void step(double[] state, double[] next) {
    Threads.use(threads);
    narrow(state);
    TorchLearner.withoutGradients(
        () -> {
          Tensor input = staging.floats(values, 0, 1, variables);
          read(map.forward(input, Pass.evaluation()), values);
          return null;
        });
    for (int i = 0; i < variables; i++) {
      next[i] = values[i];
    }
  }

  /** Row i of the result is the gradient of output i at a copy of the state of its own. */
  @Override
  public void jacobian(double[] state, double[] jacobian) {
    Threads.use(threads);
    narrow(state);
    boolean before = GradMode.is_enabled();
    GradMode.set_enabled(true);
    try (PointerScope scope = new PointerScope()) {
      Tensor row = staging.floats(values, 0, 1, variables);
      Tensor input = row.repeat(variables, 1).set_requires_grad(true);
      Tensor output = map.forward(input, Pass.evaluation());
      Tensor each = torch.eye(variables, output.options());
      TensorVector gradient =
          torch.grad(
              new TensorVector(output),
              new TensorVector(input),
              new TensorVector(each),
              null,
              false,
              true);
      Tensor derivative = gradient.get(0);
      if (derivative.defined()) {
        read(derivative, tangents);
      } else {
        // No output depends on the input.
        Arrays.fill(tangents, 0);
      }
    } finally {
      GradMode.set_enabled(before);
    }
    for (int i = 0; i < tangents.length; i++) {
      jacobian[i] = tangents[i];
    }
  }

  private void narrow(double[] state) {
    for (int i = 0; i < variables; i++) {
      values[i] = (float) state[i];
    }
  }

  private static void read(Tensor from, float[] target) {
    FloatPointer memory = from.contiguous().cpu().data_ptr_float();
    memory.get(target, 0, target.length);
  }
}
