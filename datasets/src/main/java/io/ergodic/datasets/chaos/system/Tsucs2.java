package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * The three-scroll unified chaotic system: the vector field of {@link DequanLi} at other
 * parameters. From the standard start it is chaotic for about a hundred periods, then moves on a
 * torus.
 */
@AutoService(ChaoticSystem.class)
public final class Tsucs2 extends Synonym {
  public Tsucs2() {
    super(
        new DequanLi(),
        SystemCard.of("Tsucs2", 3)
            .parameter("a", 40)
            .parameter("c", 0.833)
            .parameter("d", 0.5)
            .parameter("eps", 0.65)
            .parameter("f", 20)
            .parameter("k", 0)
            .start(1.2969944, 1.12138, 50.028988)
            .period(0.34526)
            .citation(
                "Pan, Zhou and Li, Synchronization of three-scroll unified chaotic system "
                    + "(TSUCS) and its hyper-chaotic system using active pinning control, J. "
                    + "Comput. Nonlinear Dyn. 8 (2013) 031007"));
  }

  @Override
  public SystemTraits traits() {
    return super.traits().regime(SystemTraits.Regime.TRANSIENT);
  }
}
