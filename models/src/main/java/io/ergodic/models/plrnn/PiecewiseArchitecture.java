package io.ergodic.models.plrnn;

/** An architecture whose map is affine between hinges. */
interface PiecewiseArchitecture extends Architecture {
  /** The map of these parameters as its linear part and hinges. */
  HingeForm hinges(float[] parameters);
}
