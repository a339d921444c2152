package io.ergodic.models.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * One update by Adadelta. With g' = g + decay p:
 *
 * <pre>
 * s = kept s + fresh g'^2
 * d = sqrt(c + epsilon) / sqrt(s + epsilon) g'
 * c = kept c + fresh d^2
 * p = p - step d
 * </pre>
 *
 * @param kept share of the mean squares that stays
 * @param fresh share of the new square
 * @param epsilon added below the roots
 * @param decay weight decay added to the gradient
 * @param step learning rate
 */
public record AdadeltaUpdate(float kept, float fresh, float epsilon, float decay, float step) {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

  /**
   * Updates parameters p and the mean squares s of gradients and c of changes in place, on memory
   * outside the heap, floats in the processor's order: the first {@code count} values.
   */
  public void apply(
      ByteBuffer parameters,
      ByteBuffer gradients,
      ByteBuffer squares,
      ByteBuffer changes,
      int count) {
    ByteOrder order = ByteOrder.nativeOrder();
    int vectorised = SPECIES.loopBound(count);
    for (int i = 0; i < vectorised; i += SPECIES.length()) {
      int at = i * Float.BYTES;
      FloatVector p = FloatVector.fromByteBuffer(SPECIES, parameters, at, order);
      FloatVector g = FloatVector.fromByteBuffer(SPECIES, gradients, at, order).add(p.mul(decay));
      FloatVector s = FloatVector.fromByteBuffer(SPECIES, squares, at, order);
      FloatVector c = FloatVector.fromByteBuffer(SPECIES, changes, at, order);
      s = s.mul(kept).add(g.mul(g).mul(fresh));
      FloatVector d = c.add(epsilon).sqrt().div(s.add(epsilon).sqrt()).mul(g);
      s.intoByteBuffer(squares, at, order);
      c.mul(kept).add(d.mul(d).mul(fresh)).intoByteBuffer(changes, at, order);
      p.sub(d.mul(step)).intoByteBuffer(parameters, at, order);
    }
    for (int i = vectorised; i < count; i++) {
      int at = i * Float.BYTES;
      float p = parameters.getFloat(at);
      float g = gradients.getFloat(at) + p * decay;
      float s = squares.getFloat(at) * kept + g * g * fresh;
      float c = changes.getFloat(at);
      float d = (float) Math.sqrt(c + epsilon) / (float) Math.sqrt(s + epsilon) * g;
      squares.putFloat(at, s);
      changes.putFloat(at, c * kept + d * d * fresh);
      parameters.putFloat(at, p - d * step);
    }
  }
}
