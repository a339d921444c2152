package io.ergodic.models.libtorch;

import io.ergodic.datasets.settings.Settings;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** The error that forecasts are trained by, a mean over all their values. */
public enum ForecastLoss {
  /** (x - y)^2. */
  MSE {
    @Override
    Tensor of(Tensor forecast, Tensor truth) {
      return torch.mse_loss(forecast, truth);
    }
  },
  /** |x - y|. */
  MAE {
    @Override
    Tensor of(Tensor forecast, Tensor truth) {
      return torch.l1_loss(forecast, truth);
    }
  },
  /** Half the square up to 1, linear beyond (Huber 1964). */
  HUBER {
    @Override
    Tensor of(Tensor forecast, Tensor truth) {
      return torch.huber_loss(forecast, truth);
    }
  };

  /** The mean error, a scalar tensor. */
  abstract Tensor of(Tensor forecast, Tensor truth);

  /** Reads {@code loss}: mse (the default), mae or huber. */
  public static ForecastLoss read(Settings settings) {
    settings.explain("loss", "what training minimises");
    return settings.choice("loss", MSE);
  }
}
