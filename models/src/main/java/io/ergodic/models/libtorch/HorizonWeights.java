package io.ergodic.models.libtorch;

import io.ergodic.datasets.settings.Settings;
import java.util.List;
import java.util.Locale;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What the errors of the steps i = 1 ... H of a horizon are multiplied by before the loss. */
public enum HorizonWeights {
  /** 1. */
  NONE {
    @Override
    Tensor of(Tensor steps) {
      return torch.ones_like(steps);
    }
  },
  /** 1 + pi / 4 - arctan(i): from 1 towards 0.215 (xPatch, Stitsyuk and Choi 2025). */
  ARCTANGENT {
    @Override
    Tensor of(Tensor steps) {
      return steps.atan().neg().add(new Scalar(1 + Math.PI / 4));
    }
  },
  /** i^(-1/2) (OLinear, Yue et al. 2025, after Wang et al. 2024). */
  ROOT {
    @Override
    Tensor of(Tensor steps) {
      return steps.rsqrt();
    }
  };

  /** The weights of these steps. */
  abstract Tensor of(Tensor steps);

  /** Values (count, variables, horizon) times the weights of their steps. */
  Tensor times(Tensor values) {
    if (this == NONE) {
      return values;
    }
    Scalar first = new Scalar(1.0);
    Scalar end = new Scalar(values.size(2) + 1.0);
    return values.mul(of(torch.arange(first, end, values.options())));
  }

  /** Reads {@code weights}: none (the default), arctangent or root. */
  public static HorizonWeights read(Settings settings) {
    settings.explain("weights", "of the errors of the steps of the horizon, before the loss");
    String name = settings.choice("weights", "none", List.of("none", "arctangent", "root"));
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
