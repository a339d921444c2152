package io.ergodic.models.training;

import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.models.learner.Learner;
import io.ergodic.models.learner.StepContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongToDoubleFunction;

/**
 * A learner whose one parameter counts its steps, whose training loss is a function of the step and
 * whose loss on a batch is a function of the parameter, times the batch's first value.
 */
final class ScriptedLearner implements Learner {
  final List<StepContext> contexts = new ArrayList<>();
  final List<Float> seen = new ArrayList<>();
  boolean closed;
  float parameter;
  private final LongToDoubleFunction training;
  private final LongToDoubleFunction validation;

  ScriptedLearner(LongToDoubleFunction training, LongToDoubleFunction validation) {
    this.training = training;
    this.validation = validation;
  }

  @Override
  public int parameterCount() {
    return 1;
  }

  @Override
  public void readParameters(float[] target) {
    target[0] = parameter;
  }

  @Override
  public void writeParameters(float[] source) {
    parameter = source[0];
  }

  @Override
  public float[] state() {
    return new float[0];
  }

  @Override
  public double step(Batch batch, StepContext context) {
    contexts.add(context);
    seen.add(batch.floats(Batch.INPUT)[0]);
    parameter++;
    return training.applyAsDouble(context.step());
  }

  @Override
  public double loss(Batch batch) {
    return validation.applyAsDouble((long) parameter) * batch.floats(Batch.INPUT)[0];
  }

  @Override
  public Capability trained() {
    return new Constant(parameter);
  }

  @Override
  public void close() {
    closed = true;
  }

  /** What a training made: a number. */
  record Constant(float value) implements Capability {}
}
