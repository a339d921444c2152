package io.ergodic.models.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * One update of a parameter vector by running first and second moments of its gradient: the
 * arithmetic shared by Adam, AdamW and RAdam. With g' = g + decay p:
 *
 * <pre>
 * m = beta1 m + (1 - beta1) g'
 * v = beta2 v + (1 - beta2) g'^2
 * p = shrink p - step m / (scale sqrt(v) + epsilon)     (adaptive)
 * p = shrink p - step m                                 (otherwise)
 * </pre>
 *
 * @param beta1 decay of the first moment
 * @param beta2 decay of the second moment
 * @param decay weight decay added to the gradient
 * @param shrink factor on the parameters, 1 unless weight decay is decoupled
 * @param step learning rate with its bias correction
 * @param scale bias correction of the root of the second moment
 * @param epsilon keeps the quotient finite
 * @param adaptive whether to divide by the second moment
 */
public record MomentUpdate(
    float beta1,
    float beta2,
    float decay,
    float shrink,
    float step,
    float scale,
    float epsilon,
    boolean adaptive) {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /**
   * Updates parameters and moments in place.
   *
   * @param moments holds the first moments from {@code offset}, the second moments right after
   */
  public void apply(float[] parameters, float[] gradients, float[] moments, int offset) {
    int count = parameters.length;
    int vectorised = SPECIES.loopBound(count);
    float first = 1 - beta1;
    float second = 1 - beta2;
    for (int i = 0; i < vectorised; i += SPECIES.length()) {
      FloatVector p = FloatVector.fromArray(SPECIES, parameters, i);
      FloatVector g = FloatVector.fromArray(SPECIES, gradients, i);
      g = p.lanewise(VectorOperators.FMA, decay, g);
      FloatVector m = FloatVector.fromArray(SPECIES, moments, offset + i);
      FloatVector v = FloatVector.fromArray(SPECIES, moments, offset + count + i);
      m = m.lanewise(VectorOperators.FMA, beta1, g.mul(first));
      v = v.lanewise(VectorOperators.FMA, beta2, g.mul(second).mul(g));
      m.intoArray(moments, offset + i);
      v.intoArray(moments, offset + count + i);
      FloatVector change = m.mul(step);
      if (adaptive) {
        change = change.div(v.sqrt().mul(scale).add(epsilon));
      }
      p.mul(shrink).sub(change).intoArray(parameters, i);
    }
    scalar(parameters, gradients, moments, offset, vectorised);
  }

  /**
   * The same on memory outside the heap, floats in the processor's order: the first {@code count}
   * values, whose moments stand at the same places of their buffers.
   */
  public void apply(
      ByteBuffer parameters, ByteBuffer gradients, ByteBuffer first, ByteBuffer second, int count) {
    ByteOrder order = ByteOrder.nativeOrder();
    int vectorised = SPECIES.loopBound(count);
    float fresh = 1 - beta1;
    float freshSquare = 1 - beta2;
    for (int i = 0; i < vectorised; i += SPECIES.length()) {
      int at = i * Float.BYTES;
      FloatVector p = FloatVector.fromByteBuffer(SPECIES, parameters, at, order);
      FloatVector g = FloatVector.fromByteBuffer(SPECIES, gradients, at, order);
      g = p.lanewise(VectorOperators.FMA, decay, g);
      FloatVector m = FloatVector.fromByteBuffer(SPECIES, first, at, order);
      FloatVector v = FloatVector.fromByteBuffer(SPECIES, second, at, order);
      m = m.lanewise(VectorOperators.FMA, beta1, g.mul(fresh));
      v = v.lanewise(VectorOperators.FMA, beta2, g.mul(freshSquare).mul(g));
      m.intoByteBuffer(first, at, order);
      v.intoByteBuffer(second, at, order);
      FloatVector change = m.mul(step);
      if (adaptive) {
        change = change.div(v.sqrt().mul(scale).add(epsilon));
      }
      p.mul(shrink).sub(change).intoByteBuffer(parameters, at, order);
    }
    for (int i = vectorised; i < count; i++) {
      int at = i * Float.BYTES;
      float p = parameters.getFloat(at);
      float g = Math.fma(p, decay, gradients.getFloat(at));
      float m = Math.fma(first.getFloat(at), beta1, g * fresh);
      float v = Math.fma(second.getFloat(at), beta2, g * freshSquare * g);
      first.putFloat(at, m);
      second.putFloat(at, v);
      float change = m * step;
      if (adaptive) {
        change /= (float) Math.sqrt(v) * scale + epsilon;
      }
      parameters.putFloat(at, p * shrink - change);
    }
  }

  /** The same arithmetic, value by value, from index {@code from} on. */
  void scalar(float[] parameters, float[] gradients, float[] moments, int offset, int from) {
    int count = parameters.length;
    float first = 1 - beta1;
    float second = 1 - beta2;
    for (int i = from; i < count; i++) {
      float g = Math.fma(parameters[i], decay, gradients[i]);
      float m = Math.fma(moments[offset + i], beta1, g * first);
      float v = Math.fma(moments[offset + count + i], beta2, g * second * g);
      moments[offset + i] = m;
      moments[offset + count + i] = v;
      float change = m * step;
      if (adaptive) {
        change /= (float) Math.sqrt(v) * scale + epsilon;
      }
      parameters[i] = parameters[i] * shrink - change;
    }
  }
}
