package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * The field of {@link HenonHeiles} from the start that published data sets use, which lies on a
 * regular orbit.
 */
@AutoService(ChaoticSystem.class)
public final class HenonHeilesRegular extends Synonym {
  private static final SystemCard CARD =
      SystemCard.of("HenonHeilesRegular", 4)
          .parameter("lam", 1)
          .start(-0.29707259, -0.0031367513, 0.42548865, 0.071905482)
          .period(6.37)
          .citation(
              "Henon, Heiles, The applicability of the third integral of motion: some"
                  + " numerical experiments, Astron. J. 69 (1964) 73-79");

  public HenonHeilesRegular() {
    super(new HenonHeiles(), CARD);
  }

  @Override
  public SystemTraits traits() {
    return super.traits().regime(SystemTraits.Regime.REGULAR);
  }
}
