package io.ergodic.datasets.equation;

/**
 * The heat equation u_t = nu u_xx, exactly: a Fourier mode k decays by exp(-4 pi^2 nu k^2 t).
 *
 * @param resolution points
 * @param diffusivity nu
 * @param time t
 */
record Heat(int resolution, double diffusivity, double time) implements Evolution {
  @Override
  public void advance(double[] real, double[] imaginary) {
    for (int j = 0; j < resolution; j++) {
      double k = 2 * Math.PI * Math.min(j, resolution - j);
      double decay = StrictMath.exp(-diffusivity * k * k * time);
      real[j] *= decay;
      imaginary[j] *= decay;
    }
  }
}
