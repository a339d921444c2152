package io.ergodic.models.dynamics;

import io.ergodic.datasets.capability.TangentDynamics;
import java.util.Arrays;

/**
 * Reservoirs side by side that are fed their predictions and those of their neighbours. The state
 * is (h_1, ..., h_G, x): the units of each group, then the row that goes in next.
 */
final class LocalReservoirDynamics implements TangentDynamics {
  private final LocalGroups groups;
  private final Reservoir[] reservoirs;
  private final int units;
  private final int washout;
  private final double[] readouts;
  private final double[] h;
  private final double[] next;
  private final double[] features;
  private final double[] seen;
  private final double[] change;
  private final double[] image;
  private final double[] row;

  /** Of a solution of {@link LocalReservoirSolver}. */
  LocalReservoirDynamics(LocalGroups groups, ReservoirSettings settings, double[] solution) {
    this.groups = groups;
    this.units = settings.units();
    this.washout = settings.washout();
    this.readouts = solution;
    this.reservoirs = new Reservoir[groups.readouts()];
    long seed = ReservoirSolver.seed(solution);
    Arrays.setAll(reservoirs, r -> LocalReservoirSolver.reservoir(groups, settings, seed, r));
    this.h = new double[units];
    this.next = new double[units];
    this.features = new double[units];
    this.seen = new double[groups.seen()];
    this.change = new double[groups.seen()];
    this.image = new double[units];
    this.row = new double[groups.dimension()];
  }

  @Override
  public int stateDimension() {
    return groups.groups() * units + groups.dimension();
  }

  @Override
  public int observedDimension() {
    return groups.dimension();
  }

  @Override
  public int contextRows() {
    return washout + 1;
  }

  @Override
  public void initialise(double[] context, int rows, double[] state) {
    for (int g = 0; g < groups.groups(); g++) {
      Arrays.fill(h, 0);
      for (int t = rows - 1 - washout; t < rows - 1; t++) {
        groups.gather(g, context, t * groups.dimension(), seen);
        reservoirs[groups.readout(g)].update(h, seen, 0, next);
        System.arraycopy(next, 0, h, 0, units);
      }
      System.arraycopy(h, 0, state, g * units, units);
    }
    System.arraycopy(
        context, (rows - 1) * groups.dimension(), state, groups.groups() * units, row.length);
  }

  @Override
  public void step(double[] state, double[] target) {
    for (int g = 0; g < groups.groups(); g++) {
      drive(g, state);
      System.arraycopy(next, 0, target, g * units, units);
      reservoirs[groups.readout(g)].features(next, features);
      read(g, features);
    }
    System.arraycopy(row, 0, target, groups.groups() * units, row.length);
  }

  /** The next units of a group, in {@code next}. */
  private void drive(int group, double[] state) {
    groups.gather(group, state, groups.groups() * units, seen);
    System.arraycopy(state, group * units, h, 0, units);
    reservoirs[groups.readout(group)].update(h, seen, 0, next);
  }

  /** What a group's read-out makes of features, in {@code row}. */
  private void read(int group, double[] from) {
    int own = groups.own();
    int first = group * own;
    int at = ReservoirSolver.SEED + groups.readout(group) * units * own;
    Arrays.fill(row, first, first + own, 0);
    for (int i = 0; i < units; i++) {
      for (int c = 0; c < own; c++) {
        row[first + c] += readouts[at++] * from[i];
      }
    }
  }

  @Override
  public void push(double[] state, double[] tangent, double[] target) {
    for (int g = 0; g < groups.groups(); g++) {
      drive(g, state);
      groups.gather(g, tangent, groups.groups() * units, change);
      System.arraycopy(tangent, g * units, h, 0, units);
      reservoirs[groups.readout(g)].push(next, h, change, 0, image);
      System.arraycopy(image, 0, target, g * units, units);
      for (int i = 0; i < units; i++) {
        features[i] = Reservoir.slope(i, next[i]) * image[i];
      }
      read(g, features);
    }
    System.arraycopy(row, 0, target, groups.groups() * units, row.length);
  }

  @Override
  public void observe(double[] state, double[] observation) {
    System.arraycopy(state, groups.groups() * units, observation, 0, groups.dimension());
  }
}
