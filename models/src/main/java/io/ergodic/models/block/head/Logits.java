package io.ergodic.models.block.head;

import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Linear;
import io.ergodic.models.block.Pass;
import org.bytedeco.pytorch.Tensor;

/** The last linear map. */
final class Logits implements Block {
  private final Linear map;

  Logits(Build build, long width, long outputs, boolean zero) {
    build.count((double) width * outputs);
    Initial first = zero ? Initial.constant(0) : Initial.fan(width);
    this.map = new Linear(build.parameters(), width, outputs, first, first);
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    return map.forward(input, pass);
  }
}
