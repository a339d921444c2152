package io.ergodic.models.kernel;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * One update by Lion. With products of floats summed in double, where they are exact:
 *
 * <pre>
 * p = shrink p - step sign(kept1 m + fresh1 g)
 * m = kept2 m + fresh2 g
 * </pre>
 *
 * @param shrink what weight decay leaves of a parameter
 * @param step learning rate
 */
public record LionUpdate(
    double kept1, double fresh1, double kept2, double fresh2, float shrink, float step) {
  private static final VectorSpecies<Double> WIDE = DoubleVector.SPECIES_PREFERRED;

  /** As many floats as there are doubles in a vector, so that all are converted at once. */
  private static final VectorSpecies<Float> SPECIES =
      VectorSpecies.of(float.class, VectorShape.forBitSize(WIDE.length() * Float.SIZE));

  /**
   * Updates parameters and momentum in place, on memory outside the heap, floats in the processor's
   * order: the first {@code count} values.
   */
  public void apply(ByteBuffer parameters, ByteBuffer gradients, ByteBuffer momentum, int count) {
    ByteOrder order = ByteOrder.nativeOrder();
    int vectorised = SPECIES.loopBound(count);
    for (int i = 0; i < vectorised; i += SPECIES.length()) {
      int at = i * Float.BYTES;
      FloatVector p = FloatVector.fromByteBuffer(SPECIES, parameters, at, order);
      FloatVector g = FloatVector.fromByteBuffer(SPECIES, gradients, at, order);
      FloatVector m = FloatVector.fromByteBuffer(SPECIES, momentum, at, order);
      DoubleVector wideM = (DoubleVector) m.convertShape(VectorOperators.F2D, WIDE, 0);
      DoubleVector wideG = (DoubleVector) g.convertShape(VectorOperators.F2D, WIDE, 0);
      DoubleVector sum = wideM.mul(kept1).add(wideG.mul(fresh1));
      DoubleVector sign =
          DoubleVector.zero(WIDE)
              .blend(1.0, sum.compare(VectorOperators.GT, 0.0))
              .blend(-1.0, sum.compare(VectorOperators.LT, 0.0));
      p.mul(shrink).sub(narrow(sign).mul(step)).intoByteBuffer(parameters, at, order);
      narrow(wideM.mul(kept2).add(wideG.mul(fresh2))).intoByteBuffer(momentum, at, order);
    }
    for (int i = vectorised; i < count; i++) {
      int at = i * Float.BYTES;
      double g = gradients.getFloat(at);
      double m = momentum.getFloat(at);
      double sum = kept1 * m + fresh1 * g;
      float direction = sum > 0 ? 1 : sum < 0 ? -1 : 0;
      parameters.putFloat(at, parameters.getFloat(at) * shrink - step * direction);
      momentum.putFloat(at, (float) (kept2 * m + fresh2 * g));
    }
  }

  private static FloatVector narrow(DoubleVector values) {
    return (FloatVector) values.convertShape(VectorOperators.D2F, SPECIES, 0);
  }
}
