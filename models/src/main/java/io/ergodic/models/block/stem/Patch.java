package io.ergodic.models.block.stem;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Convolution;
import io.ergodic.models.block.Dropout;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Layouts;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Position;
import io.ergodic.models.block.Role;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.Stem;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Cuts a picture into squares and maps each to a token: a convolution whose stride is its kernel,
 * unless told otherwise (Dosovitskiy et al. 2021; overlapping, Yu et al. 2022). A class token may
 * come before the others.
 */
public record Patch(
    @Setting(value = "side of a patch in pixels", fallback = "4", min = 1) int size,
    @Setting(value = "pixels from patch to patch; 0 for the size", fallback = "0", min = 0)
        int stride,
    @Setting(value = "pixels of zero around the picture", fallback = "0", min = 0) int padding,
    @Setting(value = "features of a token", fallback = "64", min = 1) int width,
    @Setting(value = "whether a class token is put first", fallback = "false") boolean classToken,
    @Setting(value = "how tokens know their place", fallback = "none") Position position,
    @Setting(value = "of the tokens", fallback = "0", min = 0, max = 0.99) double dropout)
    implements Stem {
  /** {@code patch}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("patch", Patch.class, "squares of a picture as tokens (Dosovitskiy et al. 2021)");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    input.needImage("stem patch");
    long step = stride > 0 ? stride : size;
    Convolution.Form form = new Convolution.Form(size, step, padding, 1, 1, true);
    if (form.output(input.axis(1)) < 1 || form.output(input.axis(2)) < 1) {
      throw new InvalidInputException(
          "stem patch: patches of " + size + " pixels do not fit into " + input);
    }
    if (step == size && padding == 0 && (input.axis(1) % size != 0 || input.axis(2) % size != 0)) {
      throw new InvalidInputException(
          "stem patch: patches of " + size + " pixels do not divide " + input);
    }
    Built convolution =
        Convolution.of(
            build.in("projection"),
            input,
            width,
            form,
            Initial.fan(input.axis(0) * (long) size * size));
    Shape grid = Shape.grid(convolution.output().axis(1), convolution.output().axis(2), width);
    Shape tokens = classToken ? Shape.tokens(grid.axis(0) + 1, width) : grid;
    Parameter first =
        classToken
            ? build
                .parameters()
                .parameter("class", Role.POSITION, Initial.truncated(0.02), 1, 1, width)
            : null;
    Block places = position.build(tokens, build.in("position")).block();
    Dropout drop = new Dropout(dropout);
    return new Built(
        (picture, pass) -> {
          Tensor values = Layouts.tokens(convolution.block().forward(picture, pass));
          if (first != null) {
            Tensor each = first.tensor().expand(values.size(0), 1, width);
            values = torch.cat(new TensorVector(each, values), 1);
          }
          return drop.forward(places.forward(values, pass), pass);
        },
        tokens);
  }
}
