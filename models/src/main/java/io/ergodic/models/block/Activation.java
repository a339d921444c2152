package io.ergodic.models.block;

import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** A function of each value. */
public enum Activation implements Block {
  /** max(0, x). */
  RELU(torch::relu),
  /** x times the standard normal distribution function at x (Hendrycks and Gimpel 2016). */
  GELU(torch::gelu);

  private final UnaryOperator<Tensor> function;

  Activation(UnaryOperator<Tensor> function) {
    this.function = function;
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return function.apply(input);
  }
}
