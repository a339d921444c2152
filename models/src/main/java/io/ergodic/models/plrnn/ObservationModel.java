package io.ergodic.models.plrnn;

import io.ergodic.models.kernel.LaneObservation;
import java.util.random.RandomGenerator;

/** How states show themselves: weights, kernel and the same in double precision. */
public interface ObservationModel {
  /** Dimension N of an observation. */
  int observed();

  int parameterCount();

  LaneObservation kernel();

  void initialise(float[] parameters, int offset, RandomGenerator random);

  /** Hands the weights from {@code offset} to the kernel and forgets its gradients. */
  void load(float[] parameters, int offset);

  /** Adds the gradient of loss and regularisation, from {@code offset}. */
  void addGradient(float[] parameters, float[] gradient, int offset);

  /** The observation with these weights in double precision. */
  Readout readout(float[] parameters, int offset);

  /** Between states and observations in double precision. */
  interface Readout {
    void estimate(double[] observations, int from, double[] state);

    void observe(double[] state, double[] observation);
  }
}
