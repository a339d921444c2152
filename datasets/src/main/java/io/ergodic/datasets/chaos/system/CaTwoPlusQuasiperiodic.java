package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/** Calcium oscillations of {@link CaTwoPlus} at parameters where they are quasi-periodic. */
@AutoService(ChaoticSystem.class)
public final class CaTwoPlusQuasiperiodic extends Synonym {
  private static final SystemCard CARD =
      SystemCard.of("CaTwoPlusQuasiperiodic", 3)
          .parameter("k2", 0.1)
          .parameter("k5", 0.3)
          .parameter("ka", 0.2)
          .parameter("kd", 0.5)
          .parameter("ky", 0.2)
          .parameter("kz", 0.5)
          .parameter("v0", 2)
          .parameter("v1", 2)
          .parameter("v4", 5)
          .parameter("vm2", 6)
          .parameter("vm3", 20)
          .parameter("vm5", 30)
          .parameter("beta", 0.51)
          .parameter("eps", 0.1)
          .parameter("k", 10)
          .parameter("kf", 1)
          .parameter("m", 2)
          .parameter("n", 4)
          .parameter("p", 2)
          .start(0.26321067, 0.87886607, 0.3148781)
          .period(0.65614)
          .citation(
              "Houart, Dupont, Goldbeter, Bursting, chaos and birhythmicity "
                  + "originating from self-modulation of the inositol 1,4,5-trisphosphate "
                  + "signal in a model for intracellular Ca2+ oscillations, Bull. Math. "
                  + "Biol. 61 (1999) 507-530");

  public CaTwoPlusQuasiperiodic() {
    super(new CaTwoPlus(), CARD);
  }

  @Override
  public SystemTraits traits() {
    return super.traits().regime(SystemTraits.Regime.REGULAR);
  }
}
