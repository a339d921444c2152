package io.ergodic.models.block.token;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.registry.Kind;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Built;
import io.ergodic.models.block.Shape;
import io.ergodic.models.block.TokenMixer;
import org.bytedeco.pytorch.global.torch;

/** The real part of a Fourier transform over tokens and features (FNet, Lee-Thorp et al. 2021). */
public record Fourier() implements TokenMixer {
  /** {@code fourier}. */
  @AutoService(Kind.class)
  public static final class Registered extends Kind {
    public Registered() {
      super(
          "fourier",
          Fourier.class,
          "a Fourier transform over tokens and features (Lee-Thorp et al. 2021)");
    }
  }

  @Override
  public Built build(Shape input, Build build) {
    input.needTokens("token mixer fourier");
    return new Built((tokens, pass) -> torch.real(torch.fft_fft2(tokens)), input);
  }
}
