package io.ergodic.datasets.attractor;

import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.kernel.LaneField;
import io.ergodic.datasets.lift.LiftedField;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Orbits of one system for several examples, side by side in vector lanes where the equations can
 * be lifted to them. Each orbit has the bits of {@link AttractorOrbit} alone: a lane does what that
 * does, in the same order.
 */
final class OrbitBatch {
  /** Orbits at a time; each takes a second lane for its twin. Any vector divides them evenly. */
  static final int SIZE = 16;

  private static final int LANES = 2 * SIZE;

  /** Of fewer, most lanes would be empty. */
  private static final int FEWEST = 3;

  private static final int DIMENSION = AttractorOrbit.DIMENSION;

  private final int points;
  private final AttractorOrbit alone;
  private final Optional<LaneField> field;

  /**
   * @param points of an orbit
   */
  OrbitBatch(ChaoticSystem system, int points) {
    this.points = points;
    this.alone = new AttractorOrbit(system, points);
    this.field = LiftedField.of(system, DIMENSION, system.card().parameters().size());
  }

  /** An example whose orbit is not settled yet. */
  private record Draw(int example, double jitter, int attempts) {}

  /**
   * Draws parameters for each example until its orbit is bounded and chaotic, as {@link
   * AttractorOrbit#settle} does.
   *
   * @return for each example points x 3
   */
  double[][] settle(double jitter, List<RandomGenerator> randoms) {
    double[][] settled = new double[randoms.size()][];
    if (field.isEmpty()) {
      for (int i = 0; i < settled.length; i++) {
        alone.settle(jitter, randoms.get(i));
        settled[i] = alone.points().clone();
      }
      return settled;
    }
    Deque<Draw> waiting = new ArrayDeque<>();
    for (int i = 0; i < settled.length; i++) {
      waiting.add(new Draw(i, jitter, 0));
    }
    while (!waiting.isEmpty()) {
      List<Draw> draws = new ArrayList<>();
      while (!waiting.isEmpty() && draws.size() < SIZE) {
        draws.add(waiting.remove());
      }
      double[][] followed = follow(draws, randoms);
      for (int i = 0; i < followed.length; i++) {
        Draw draw = draws.get(i);
        if (followed[i] != null) {
          settled[draw.example()] = followed[i];
        } else if (draw.attempts() + 1 == AttractorOrbit.ATTEMPTS) {
          throw alone.refused(jitter);
        } else {
          double narrowed = draw.jitter() * AttractorOrbit.SHRINK;
          waiting.add(new Draw(draw.example(), narrowed, draw.attempts() + 1));
        }
      }
    }
    return settled;
  }

  /** One attempt for each; null where an orbit is not bounded or not chaotic. */
  private double[][] follow(List<Draw> draws, List<RandomGenerator> randoms) {
    int count = draws.size();
    double[][] orbits = new double[count][];
    if (count < FEWEST) {
      for (int i = 0; i < count; i++) {
        Draw draw = draws.get(i);
        boolean settled = alone.follow(draw.jitter(), randoms.get(draw.example()));
        orbits[i] = settled ? alone.points().clone() : null;
      }
      return orbits;
    }
    double[] parameters = new double[alone.parameters().length * LANES];
    double[] states = new double[DIMENSION * LANES];
    for (int i = 0; i < count; i++) {
      alone.draw(draws.get(i).jitter(), randoms.get(draws.get(i).example()));
      for (int p = 0; p < alone.parameters().length; p++) {
        parameters[p * LANES + i] = alone.parameters()[p];
        parameters[p * LANES + SIZE + i] = alone.parameters()[p];
      }
      for (int d = 0; d < DIMENSION; d++) {
        states[d * LANES + i] = alone.state()[d];
        states[d * LANES + SIZE + i] = alone.twin()[d];
      }
    }
    for (int i = 0; i < count; i++) {
      orbits[i] = new double[points * DIMENSION];
    }
    double[] farthest = new double[states.length];
    double[] growth = new double[count];
    double grownFor = 0;
    LaneSteps stepper = new LaneSteps(field.get(), parameters, LANES, DIMENSION);
    int settling = AttractorOrbit.SETTLING_STEPS;
    for (int k = 0; k < settling + points; k++) {
      stepper.step(states, alone.step());
      for (int i = 0; i < states.length; i++) {
        farthest[i] = Math.max(farthest[i], Math.abs(states[i]));
      }
      if ((k + 1) % AttractorOrbit.STEPS_BETWEEN_RENORMALISATIONS == 0) {
        boolean counted = k >= settling / 2;
        for (int i = 0; i < count; i++) {
          double stretch = renormalise(states, i);
          growth[i] += counted ? stretch : 0;
        }
        grownFor += counted ? AttractorOrbit.STEPS_BETWEEN_RENORMALISATIONS * alone.step() : 0;
      }
      if (k >= settling) {
        record(states, orbits, k - settling);
      }
    }
    for (int i = 0; i < count; i++) {
      if (!bounded(farthest, i) || !alone.chaotic(growth[i], grownFor)) {
        orbits[i] = null;
      }
    }
    return orbits;
  }

  private double renormalise(double[] states, int lane) {
    for (int d = 0; d < DIMENSION; d++) {
      alone.state()[d] = states[d * LANES + lane];
      alone.twin()[d] = states[d * LANES + SIZE + lane];
    }
    double stretch = alone.renormalise();
    for (int d = 0; d < DIMENSION; d++) {
      states[d * LANES + SIZE + lane] = alone.twin()[d];
    }
    return stretch;
  }

  private static void record(double[] states, double[][] orbits, int point) {
    for (int i = 0; i < orbits.length; i++) {
      for (int d = 0; d < DIMENSION; d++) {
        orbits[i][point * DIMENSION + d] = states[d * LANES + i];
      }
    }
  }

  /** A coordinate that was ever not a number has stayed so. */
  private static boolean bounded(double[] farthest, int lane) {
    for (int d = 0; d < DIMENSION; d++) {
      if (!(farthest[d * LANES + lane] < AttractorOrbit.BOUND)) {
        return false;
      }
    }
    return true;
  }
}
