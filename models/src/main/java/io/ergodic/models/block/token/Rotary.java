package io.ergodic.models.block.token;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Rotary positions (Su et al. 2021): pairs of features turned by angles that grow with the place.
 */
final class Rotary {
  private static final double BASE = 10_000;

  private Rotary() {}

  /** Turns (count, heads, length, width); feature k is paired with feature k + width / 2. */
  static Tensor turn(Tensor values) {
    long length = values.size(2);
    long half = values.size(3) / 2;
    Tensor ones = torch.ones_like(values.select(0, 0).select(0, 0).narrow(1, 0, half));
    Tensor place = ones.cumsum(0).sub(new Scalar(1.0));
    Tensor order = ones.cumsum(1).sub(new Scalar(1.0));
    Tensor angle = place.mul(order.mul(new Scalar(-Math.log(BASE) / half)).exp());
    Tensor cosine = angle.cos().view(1, 1, length, half);
    Tensor sine = angle.sin().view(1, 1, length, half);
    Tensor first = values.narrow(3, 0, half);
    Tensor second = values.narrow(3, half, half);
    Tensor left = first.mul(cosine).sub(second.mul(sine));
    Tensor right = second.mul(cosine).add(first.mul(sine));
    return torch.cat(new TensorVector(left, right), 3);
  }
}
