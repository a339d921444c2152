package io.ergodic.datasets.chaos;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an integrator, an estimator or a plot must know of a system beyond its equations.
 *
 * @param nonAutonomous driven from outside: the phase of the drive is the last coordinate
 * @param hamiltonian the flow keeps an energy or preserves the area of a symplectic form
 * @param volumePreserving the divergence of the field is zero everywhere
 * @param stiff the fastest contraction is more than fifty times faster than the dominant period
 * @param smoothness of the field
 * @param regime of motion at the standard parameters, from the standard start
 * @param periodic coordinates along which the field repeats itself, with the length of the repeat;
 *     the motion may be unbounded in these, and in no others
 * @param synonymOf the system with the same field, where this is but another name or another choice
 *     of parameters
 */
public record SystemTraits(
    boolean nonAutonomous,
    boolean hamiltonian,
    boolean volumePreserving,
    boolean stiff,
    Smoothness smoothness,
    Regime regime,
    Map<Integer, Double> periodic,
    Optional<String> synonymOf) {

  /** How smooth a field is. */
  public enum Smoothness {
    /** Differentiable wherever the orbit goes. */
    SMOOTH,
    /** Continuous, with kinks: the Jacobian jumps and is that of the piece the state lies in. */
    KINKED,
    /** The field itself jumps: {@link SwitchingSystem} says where, unless by the clock alone. */
    DISCONTINUOUS
  }

  /** What becomes of the standard start. */
  public enum Regime {
    CHAOTIC,
    /** A fixed point, a limit cycle, a torus or a regular orbit. */
    REGULAR,
    /** Chaotic for many periods, then not. */
    TRANSIENT
  }

  private static final SystemTraits NONE =
      new SystemTraits(
          false,
          false,
          false,
          false,
          Smoothness.SMOOTH,
          Regime.CHAOTIC,
          Map.of(),
          Optional.empty());

  public SystemTraits {
    periodic = Map.copyOf(periodic);
  }

  /** A smooth, autonomous, dissipative, bounded, chaotic flow under its own name. */
  public static SystemTraits none() {
    return NONE;
  }

  /** Driven; its last coordinate is a phase in which the field has the given period. */
  public SystemTraits driven(int phase, double period) {
    return new SystemTraits(
            true, hamiltonian, volumePreserving, stiff, smoothness, regime, periodic, synonymOf)
        .repeatingAlong(phase, period);
  }

  public SystemTraits asHamiltonian() {
    return new SystemTraits(
        nonAutonomous, true, volumePreserving, stiff, smoothness, regime, periodic, synonymOf);
  }

  public SystemTraits asVolumePreserving() {
    return new SystemTraits(
        nonAutonomous, hamiltonian, true, stiff, smoothness, regime, periodic, synonymOf);
  }

  public SystemTraits asStiff() {
    return new SystemTraits(
        nonAutonomous,
        hamiltonian,
        volumePreserving,
        true,
        smoothness,
        regime,
        periodic,
        synonymOf);
  }

  public SystemTraits smoothness(Smoothness value) {
    return new SystemTraits(
        nonAutonomous, hamiltonian, volumePreserving, stiff, value, regime, periodic, synonymOf);
  }

  public SystemTraits regime(Regime value) {
    return new SystemTraits(
        nonAutonomous,
        hamiltonian,
        volumePreserving,
        stiff,
        smoothness,
        value,
        periodic,
        synonymOf);
  }

  /** The field does not change when the coordinate grows by {@code length}. */
  public SystemTraits repeatingAlong(int coordinate, double length) {
    Map<Integer, Double> more = new TreeMap<>(periodic);
    more.put(coordinate, length);
    return new SystemTraits(
        nonAutonomous, hamiltonian, volumePreserving, stiff, smoothness, regime, more, synonymOf);
  }

  public SystemTraits synonymOf(String original) {
    return new SystemTraits(
        nonAutonomous,
        hamiltonian,
        volumePreserving,
        stiff,
        smoothness,
        regime,
        periodic,
        Optional.of(original));
  }
}
