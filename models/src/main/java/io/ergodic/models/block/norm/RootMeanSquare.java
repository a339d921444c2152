package io.ergodic.models.block.norm;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Role;
import io.ergodic.models.block.Shape;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarTypeOptional;
import org.bytedeco.pytorch.Tensor;

/** Divides each place by the root mean square of its features (Zhang and Sennrich 2019). */
public record RootMeanSquare(
    @Setting(value = "added to the mean square", fallback = "1e-6", min = 0, max = 1)
        double epsilon)
    implements Norm {
  /** {@code rms}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super(
          "rms",
          RootMeanSquare.class,
          "by the root mean square of each place (Zhang and Sennrich 2019)");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    long features = input.features();
    Parameter weight =
        build.parameters().parameter("weight", Role.NORM, Initial.constant(1), features);
    long[] axis = {input.isImage() ? 1 : -1};
    long[] view = input.isImage() ? new long[] {features, 1, 1} : new long[] {features};
    return new Built(
        (values, pass) -> {
          Tensor square = values.mul(values).mean(axis, true, new ScalarTypeOptional());
          return values
              .mul(square.add(new Scalar(epsilon)).rsqrt())
              .mul(weight.tensor().view(view));
        },
        input);
  }
}
