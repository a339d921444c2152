package io.ergodic.models.block;

import org.bytedeco.pytorch.Tensor;

/** Joins all axes from {@code axis} on into one. */
public record Flatten(long axis) implements Block {
  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return input.flatten(axis, -1);
  }
}
