package io.ergodic.models.network;

import io.ergodic.models.block.Block;
import io.ergodic.models.block.BlockKind;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.DropPath;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Role;
import io.ergodic.models.block.Shape;

/** A mixer with its norm, scale and residual connection. */
final class Branch {
  private Branch() {}

  /**
   * Puts a branch together.
   *
   * @param drop probability of dropping it for an example
   */
  static Built of(
      BlockKind mixer,
      Norm norm,
      ResidualSettings residual,
      double drop,
      Shape input,
      Build build) {
    Built normal = norm.build(input, build.in("norm"));
    Built mixed = mixer.build(input, build);
    Block branch =
        Block.sequence(
            scaled(mixed.block(), residual, input, build),
            new Dropout(residual.dropout().orElse(0.0)),
            new DropPath(drop));
    Block before = normal.block();
    Block whole =
        switch (residual.form()) {
          case "post" -> (x, pass) -> before.forward(x.add(branch.forward(x, pass)), pass);
          case "none" -> Block.sequence(before, branch);
          default -> (x, pass) -> x.add(branch.forward(before.forward(x, pass), pass));
        };
    return new Built(whole, mixed.output());
  }

  private static Block scaled(Block mixer, ResidualSettings residual, Shape input, Build build) {
    if (residual.layerScale() == 0) {
      return mixer;
    }
    long features = input.features();
    Parameter scale =
        build
            .parameters()
            .parameter("scale", Role.NORM, Initial.constant(residual.layerScale()), features);
    long[] view = input.isImage() ? new long[] {features, 1, 1} : new long[] {features};
    return (x, pass) -> mixer.forward(x, pass).mul(scale.tensor().view(view));
  }
}
