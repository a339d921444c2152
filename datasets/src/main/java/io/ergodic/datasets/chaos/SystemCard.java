package io.ergodic.datasets.chaos;

import io.ergodic.datasets.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The facts about a system of the catalogue, at its standard parameters.
 *
 * @param name as the field knows it, without spaces
 * @param dimension of the state
 * @param extensible whether any dimension from {@code dimension} up is possible
 * @param parameters in the order the equations take them
 * @param start a state in the basin of the attractor; extensible systems repeat it cyclically with
 *     a small perturbation
 * @param period dominant period in units of time: the peak of the power spectrum
 * @param exponent largest Lyapunov exponent per unit of time, from the source named in the Javadoc
 *     of the system; empty where none is certain
 * @param citation of the paper
 */
public record SystemCard(
    String name,
    int dimension,
    boolean extensible,
    List<Parameter> parameters,
    List<Double> start,
    double period,
    OptionalDouble exponent,
    String citation) {

  /** A named parameter and its standard value. */
  public record Parameter(String name, double value) {}

  public SystemCard {
    parameters = List.copyOf(parameters);
    start = List.copyOf(start);
  }

  /** The beginning of a card; the methods below fill in the rest. */
  public static SystemCard of(String name, int dimension) {
    return new SystemCard(
        name, dimension, false, List.of(), List.of(), Double.NaN, OptionalDouble.empty(), "");
  }

  public SystemCard anyLargerDimension() {
    return new SystemCard(name, dimension, true, parameters, start, period, exponent, citation);
  }

  public SystemCard parameter(String parameter, double value) {
    List<Parameter> more = new ArrayList<>(parameters);
    more.add(new Parameter(parameter, value));
    return new SystemCard(name, dimension, extensible, more, start, period, exponent, citation);
  }

  public SystemCard start(double... state) {
    if (state.length != dimension) {
      throw new IllegalArgumentException(name + " starts with " + state.length + " values");
    }
    List<Double> values = java.util.Arrays.stream(state).boxed().toList();
    return new SystemCard(
        name, dimension, extensible, parameters, values, period, exponent, citation);
  }

  public SystemCard period(double time) {
    return new SystemCard(name, dimension, extensible, parameters, start, time, exponent, citation);
  }

  public SystemCard exponent(double perTime) {
    return new SystemCard(
        name,
        dimension,
        extensible,
        parameters,
        start,
        period,
        OptionalDouble.of(perTime),
        citation);
  }

  /** The standard values, in the order of {@link #parameters()}. */
  public double[] values() {
    return parameters.stream().mapToDouble(Parameter::value).toArray();
  }

  /** The names, in the order of {@link #parameters()}. */
  public List<String> names() {
    return parameters.stream().map(Parameter::name).toList();
  }

  /**
   * The standard values with those replaced that {@code given} names.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException for an unknown parameter
   */
  public double[] values(Settings given) {
    double[] values = values();
    for (int i = 0; i < values.length; i++) {
      values[i] = given.number(parameters.get(i).name(), values[i], -1e9, 1e9);
    }
    given.rejectUnknown();
    return values;
  }

  /** The system with these parameters in words, for messages. */
  public String describe(double[] values, int size) {
    StringBuilder text = new StringBuilder(name).append("(dimension = ").append(size);
    for (int i = 0; i < values.length; i++) {
      text.append(", ").append(parameters.get(i).name()).append(" = ").append(values[i]);
    }
    return text.append(')').toString();
  }

  public SystemCard citation(String text) {
    return new SystemCard(name, dimension, extensible, parameters, start, period, exponent, text);
  }
}
