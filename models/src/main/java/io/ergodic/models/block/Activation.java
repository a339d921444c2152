package io.ergodic.models.block;

import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A function of each value. */
public enum Activation implements Block {
  /** max(0, x). */
  RELU(torch::relu),
  /** x times the standard normal distribution function at x (Hendrycks and Gimpel 2016). */
  GELU(torch::gelu),
  /** x times the logistic function at x. */
  SILU(torch::silu),
  /** Hyperbolic tangent. */
  TANH(torch::tanh),
  /** x, or a hundredth of it below 0. */
  LEAKY_RELU(torch::leaky_relu),
  /** x itself. */
  NONE(input -> input);

  private final UnaryOperator<Tensor> function;

  Activation(UnaryOperator<Tensor> function) {
    this.function = function;
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return function.apply(input);
  }
}
