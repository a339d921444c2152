package com.example.systems;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LinzSprottTest {
  /** The Jacobian is that of the flow, by finite differences. */
  @Test
  void theJacobianIsThatOfTheFlow() {
    LinzSprott flow = new LinzSprott();
    double[] parameters = {0.6};
    double[] state = {-1.2, 0.4, 0.7};
    double[] jacobian = new double[9];
    flow.jacobian(parameters, state, jacobian);
    for (int column = 0; column < 3; column++) {
      double[] up = state.clone();
      double[] down = state.clone();
      up[column] += 1e-6;
      down[column] -= 1e-6;
      double[] above = new double[3];
      double[] below = new double[3];
      flow.derivative(parameters, up, above);
      flow.derivative(parameters, down, below);
      for (int row = 0; row < 3; row++) {
        assertEquals((above[row] - below[row]) / 2e-6, jacobian[row * 3 + column], 1e-8);
      }
    }
  }
}
