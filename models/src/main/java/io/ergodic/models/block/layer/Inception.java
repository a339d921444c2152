package io.ergodic.models.block.layer;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.BatchNorm;
import io.ergodic.models.block.Block;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.LayerKind;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.TimeConvolution;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * Three modules of InceptionTime beside a shortcut (Ismail Fawaz et al. 2020). A module narrows to
 * {@code width} features, convolves them with three kernels of {@code kernel}, a half and a fourth
 * of it, and beside these narrows the greatest of three neighbours; all together get a batch norm
 * and ReLU. The shortcut is a convolution of one token with batch norm.
 */
public record Inception(
    @Setting(value = "features of each of the four parts of a module", fallback = "32", min = 1)
        int width,
    @Setting(value = "tokens that the longest kernel covers", fallback = "40", min = 4) int kernel,
    @Setting(value = "modules beside one shortcut", fallback = "3", min = 1) int modules)
    implements LayerKind {
  /** {@code inception}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super("inception", Inception.class, "modules of InceptionTime (Ismail Fawaz et al. 2020)");
    }
  }

  @Override
  public Built build(Shape input, Build build, int index) {
    long length = input.needTokens("layer inception").axis(0);
    long inputs = input.features();
    Block[] sequence = new Block[modules];
    for (int m = 0; m < modules; m++) {
      sequence[m] = module(build.in("module" + (m + 1)), length, m == 0 ? inputs : 4L * width);
    }
    Block branch = Block.sequence(sequence);
    Block beside = TimeConv.unit(build.in("shortcut"), length, inputs, 4L * width, 1);
    return new Built(
        (values, pass) -> {
          Tensor turned = values.transpose(1, 2);
          Tensor sum = branch.forward(turned, pass).add(beside.forward(turned, pass));
          return torch.relu(sum).transpose(1, 2);
        },
        Shape.tokens(length, 4L * width));
  }

  private Block module(Build build, long length, long inputs) {
    // One variable alone is not narrowed.
    Block narrow =
        inputs == 1
            ? (values, pass) -> values
            : TimeConvolution.of(build.in("narrow"), length, inputs, width, 1);
    long taken = inputs == 1 ? 1 : width;
    Block[] parts = new Block[3];
    for (int i = 0; i < parts.length; i++) {
      parts[i] =
          TimeConvolution.of(build.in("convolution" + (i + 1)), length, taken, width, kernel >> i);
    }
    Block pooled = TimeConvolution.of(build.in("pooled"), length, inputs, width, 1);
    BatchNorm norm = new BatchNorm(build.in("norm").parameters(), 4L * width);
    return (values, pass) -> {
      Tensor few = narrow.forward(values, pass);
      Tensor greatest =
          torch.max_pool1d(
              values, new long[] {3}, new long[] {1}, new long[] {1}, new long[] {1}, false);
      TensorVector all =
          new TensorVector(
              parts[0].forward(few, pass),
              parts[1].forward(few, pass),
              parts[2].forward(few, pass),
              pooled.forward(greatest, pass));
      return torch.relu(norm.forward(torch.cat(all, 1), pass));
    };
  }
}
