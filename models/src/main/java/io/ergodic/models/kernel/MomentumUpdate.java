package io.ergodic.models.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * One update by stochastic gradient descent with momentum. With g' = g + decay p:
 *
 * <pre>
 * b = momentum b + g'
 * p = p - step b                     (heavy ball)
 * p = p - step (g' + momentum b)     (Nesterov)
 * </pre>
 *
 * @param momentum decay of the velocity b
 * @param decay weight decay added to the gradient
 * @param step learning rate
 * @param nesterov whether to look ahead
 */
public record MomentumUpdate(float momentum, float decay, float step, boolean nesterov) {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /** Updates parameters and velocity (as long as they) in place. */
  public void apply(float[] parameters, float[] gradients, float[] velocity) {
    int vectorised = SPECIES.loopBound(parameters.length);
    for (int i = 0; i < vectorised; i += SPECIES.length()) {
      FloatVector p = FloatVector.fromArray(SPECIES, parameters, i);
      FloatVector g = FloatVector.fromArray(SPECIES, gradients, i);
      g = p.lanewise(VectorOperators.FMA, decay, g);
      FloatVector b = FloatVector.fromArray(SPECIES, velocity, i);
      b = b.lanewise(VectorOperators.FMA, momentum, g);
      b.intoArray(velocity, i);
      FloatVector direction = nesterov ? b.lanewise(VectorOperators.FMA, momentum, g) : b;
      p.sub(direction.mul(step)).intoArray(parameters, i);
    }
    scalar(parameters, gradients, velocity, vectorised);
  }

  /**
   * The same on memory outside the heap, floats in the processor's order: the first {@code count}
   * values.
   */
  public void apply(ByteBuffer parameters, ByteBuffer gradients, ByteBuffer velocity, int count) {
    ByteOrder order = ByteOrder.nativeOrder();
    int vectorised = SPECIES.loopBound(count);
    for (int i = 0; i < vectorised; i += SPECIES.length()) {
      int at = i * Float.BYTES;
      FloatVector p = FloatVector.fromByteBuffer(SPECIES, parameters, at, order);
      FloatVector g = FloatVector.fromByteBuffer(SPECIES, gradients, at, order);
      g = p.lanewise(VectorOperators.FMA, decay, g);
      FloatVector b = FloatVector.fromByteBuffer(SPECIES, velocity, at, order);
      b = b.lanewise(VectorOperators.FMA, momentum, g);
      b.intoByteBuffer(velocity, at, order);
      FloatVector direction = nesterov ? b.lanewise(VectorOperators.FMA, momentum, g) : b;
      p.sub(direction.mul(step)).intoByteBuffer(parameters, at, order);
    }
    for (int i = vectorised; i < count; i++) {
      int at = i * Float.BYTES;
      float p = parameters.getFloat(at);
      float g = Math.fma(p, decay, gradients.getFloat(at));
      float b = Math.fma(velocity.getFloat(at), momentum, g);
      velocity.putFloat(at, b);
      float direction = nesterov ? Math.fma(b, momentum, g) : b;
      parameters.putFloat(at, p - direction * step);
    }
  }

  /** The same arithmetic, value by value, from index {@code from} on. */
  void scalar(float[] parameters, float[] gradients, float[] velocity, int from) {
    for (int i = from; i < parameters.length; i++) {
      float g = Math.fma(parameters[i], decay, gradients[i]);
      float b = Math.fma(velocity[i], momentum, g);
      velocity[i] = b;
      float direction = nesterov ? Math.fma(b, momentum, g) : b;
      parameters[i] -= direction * step;
    }
  }
}
