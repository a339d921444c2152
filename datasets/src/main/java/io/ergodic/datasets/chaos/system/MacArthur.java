package io.ergodic.datasets.chaos.system;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;

/**
 * Five species of plankton that compete for five resources; each grows at the rate its scarcest
 * resource allows (Liebig). The state is the five abundances, then the five resources. Huisman and
 * Weissing give the matrices. Largest exponent: tangent dynamics of this class with QR at tolerance
 * 1e-8 over 3000 periods.
 */
@AutoService(ChaoticSystem.class)
public final class MacArthur implements ChaoticSystem {
  private static final int SPECIES = 5;
  // row = resource, column = species
  private static final double[][] CONTENT = {
    {0.04, 0.04, 0.07, 0.04, 0.04},
    {0.08, 0.08, 0.08, 0.10, 0.08},
    {0.10, 0.10, 0.10, 0.10, 0.14},
    {0.05, 0.03, 0.03, 0.03, 0.03},
    {0.07, 0.09, 0.07, 0.07, 0.07}
  };
  private static final double[][] HALF_SATURATION = {
    {0.39, 0.34, 0.30, 0.24, 0.23},
    {0.22, 0.39, 0.34, 0.30, 0.27},
    {0.27, 0.22, 0.39, 0.34, 0.30},
    {0.30, 0.24, 0.22, 0.39, 0.34},
    {0.34, 0.30, 0.22, 0.20, 0.39}
  };
  private static final SystemCard CARD =
      SystemCard.of("MacArthur", 10)
          .parameter("d", 0.25)
          .parameter("m", 0.25)
          .parameter("r", 1)
          .parameter("s_1", 6)
          .parameter("s_2", 10)
          .parameter("s_3", 14)
          .parameter("s_4", 4)
          .parameter("s_5", 9)
          .start(
              9.4323333,
              18.838654,
              34.37572,
              15.08545,
              42.228427,
              0.17030505,
              0.10144427,
              0.3148045,
              0.21253581,
              0.22598604)
          .period(43.406)
          .exponent(0.0201)
          .citation(
              "Huisman and Weissing, Biodiversity of plankton by species oscillations and "
                  + "chaos, Nature 402 (1999) 407-410; MacArthur, Proc. Natl. Acad. Sci. 64 "
                  + "(1969) 1369-1371");

  @Override
  public SystemCard card() {
    return CARD;
  }

  @Override
  public SystemTraits traits() {
    return SystemTraits.none().smoothness(SystemTraits.Smoothness.KINKED).asStiff();
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    for (int j = 0; j < SPECIES; j++) {
      velocity[SPECIES + j] = parameters[0] * (parameters[3 + j] - state[SPECIES + j]);
    }
    for (int i = 0; i < SPECIES; i++) {
      int scarce = scarcest(state, i);
      double resource = state[SPECIES + scarce];
      double growth = parameters[2] * resource / (HALF_SATURATION[scarce][i] + resource);
      velocity[i] = state[i] * (growth - parameters[1]);
      for (int j = 0; j < SPECIES; j++) {
        velocity[SPECIES + j] -= CONTENT[j][i] * growth * state[i];
      }
    }
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] jacobian) {
    int n = 2 * SPECIES;
    for (int j = SPECIES; j < n; j++) {
      jacobian[j * n + j] = -parameters[0];
    }
    for (int i = 0; i < SPECIES; i++) {
      int scarce = scarcest(state, i);
      double resource = state[SPECIES + scarce];
      double half = HALF_SATURATION[scarce][i];
      double growth = parameters[2] * resource / (half + resource);
      double slope = parameters[2] * half / ((half + resource) * (half + resource)) * state[i];
      jacobian[i * n + i] = growth - parameters[1];
      jacobian[i * n + SPECIES + scarce] = slope;
      for (int j = 0; j < SPECIES; j++) {
        jacobian[(SPECIES + j) * n + i] = -CONTENT[j][i] * growth;
        jacobian[(SPECIES + j) * n + SPECIES + scarce] -= CONTENT[j][i] * slope;
      }
    }
  }

  /** The resource that limits a species: R / (K + R) is smallest where K / R is largest. */
  private static int scarcest(double[] state, int species) {
    int scarce = 0;
    for (int j = 1; j < SPECIES; j++) {
      if (HALF_SATURATION[j][species] * state[SPECIES + scarce]
          > HALF_SATURATION[scarce][species] * state[SPECIES + j]) {
        scarce = j;
      }
    }
    return scarce;
  }
}
