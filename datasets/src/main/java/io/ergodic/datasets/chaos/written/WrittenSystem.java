package io.ergodic.datasets.chaos.written;

import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Equations read from text, as a system like those of the catalogue, with their Jacobian. */
final class WrittenSystem implements ChaoticSystem {
  private final SystemCard card;
  private final SystemTraits traits;
  private final List<String> coordinates;
  private final int[] repeating;
  private final Program repeats;
  private final Program derivative;
  private final Program jacobian;

  /**
   * @param coordinates names of the variables, with {@code t} last where there is time
   * @param formulas whose inputs are the variables, then the parameters of the card
   * @param velocities nodes of the velocities of the variables
   * @param repeats nodes of the lengths after which the equations are the same, by coordinate
   */
  WrittenSystem(
      SystemCard card,
      SystemTraits traits,
      List<String> coordinates,
      Formulas formulas,
      int[] velocities,
      Map<Integer, Integer> repeats) {
    this.card = card;
    this.traits = traits;
    this.coordinates = List.copyOf(coordinates);
    int n = velocities.length;
    int inputs = n + card.parameters().size();
    this.derivative = new Program(formulas, inputs, velocities, IntStream.range(0, n).toArray());
    this.repeating = repeats.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
    this.repeats =
        new Program(
            formulas,
            inputs,
            Arrays.stream(repeating).map(repeats::get).toArray(),
            IntStream.range(0, repeating.length).toArray());
    Differentiation rules = new Differentiation(formulas);
    int[] all = rules.jacobian(velocities, n);
    int[] places = IntStream.range(0, n * n).filter(i -> all[i] != rules.zero()).toArray();
    this.jacobian =
        new Program(formulas, inputs, Arrays.stream(places).map(i -> all[i]).toArray(), places);
  }

  @Override
  public SystemCard card() {
    return card;
  }

  @Override
  public SystemTraits traits() {
    return traits;
  }

  @Override
  public Map<Integer, Double> periodic(double[] parameters) {
    double[] lengths = new double[repeating.length];
    repeats.run(new double[coordinates.size()], coordinates.size(), parameters, lengths);
    Map<Integer, Double> periodic = new TreeMap<>(traits.periodic());
    for (int i = 0; i < lengths.length; i++) {
      periodic.put(repeating[i], Math.abs(lengths[i]));
    }
    return periodic;
  }

  @Override
  public List<String> coordinates() {
    return coordinates;
  }

  @Override
  public boolean saidByItsClass() {
    return false;
  }

  @Override
  public void derivative(double[] parameters, double[] state, double[] velocity) {
    derivative.run(state, coordinates.size(), parameters, velocity);
  }

  @Override
  public void jacobian(double[] parameters, double[] state, double[] result) {
    jacobian.run(state, coordinates.size(), parameters, result);
  }
}
