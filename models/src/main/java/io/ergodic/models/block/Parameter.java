package io.ergodic.models.block;

import io.ergodic.models.learner.Merge;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;

/** A named tensor of a model: declared by a block, given memory by the arena. */
public final class Parameter {
  private final String name;
  private final Initial initial;
  private final boolean trainable;
  private final Merge merge;
  private final Role role;
  private final long[] shape;
  private Tensor tensor;
  private TensorOptional optional;

  Parameter(
      String name, Role role, Initial initial, boolean trainable, Merge merge, long... shape) {
    this.merge = merge;
    this.role = role;
    this.name = name;
    this.initial = initial;
    this.trainable = trainable;
    this.shape = shape;
  }

  public String name() {
    return name;
  }

  public Initial initial() {
    return initial;
  }

  /** What it is for. */
  public Role role() {
    return role;
  }

  /** False for buffers, such as running statistics, which no gradient reaches. */
  public boolean trainable() {
    return trainable;
  }

  /** What becomes of it where several workers are averaged. */
  public Merge merge() {
    return merge;
  }

  public long[] shape() {
    return shape.clone();
  }

  /** Number of values; what does not fit a long counts as the largest. */
  public long count() {
    double about = 1;
    long count = 1;
    for (long size : shape) {
      about *= size;
      count *= size;
    }
    return about < Long.MAX_VALUE ? count : Long.MAX_VALUE;
  }

  /** Gives the parameter its memory; the arena keeps and closes the tensor. */
  public void bind(Tensor view) {
    this.tensor = view;
    this.optional = new TensorOptional(view);
  }

  /** Lets go of the memory given by {@link #bind}. */
  public void release() {
    optional.close();
    tensor.close();
  }

  public Tensor tensor() {
    return tensor;
  }

  /** For operations that take it or leave it. */
  public TensorOptional optional() {
    return optional;
  }
}
