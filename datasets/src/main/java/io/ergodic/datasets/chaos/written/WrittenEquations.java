package io.ergodic.datasets.chaos.written;

import io.ergodic.datasets.chaos.ParameterSpace;
import io.ergodic.datasets.chaos.SystemCard;
import io.ergodic.datasets.chaos.SystemTraits;
import io.ergodic.datasets.settings.NearestName;
import io.ergodic.datasets.settings.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a system from settings:
 *
 * <ul>
 *   <li>{@code equations}: the velocity of each variable; variables come in the order of their
 *       names, numbers by value, or in that of a list {@code variables};
 *   <li>{@code parameters}: a number each, or what {@link ParameterSpace} makes of it;
 *   <li>{@code start}: a value for each variable;
 *   <li>{@code period}: the time that transients and {@code pointsPerPeriod} are counted in;
 *   <li>{@code repeats}: of angles, and of the time {@code t} in equations with a drive, the length
 *       after which the equations are the same again: a number or a formula of parameters.
 * </ul>
 *
 * Equations that name {@code t} have it for a last coordinate that grows with velocity 1 from 0.
 */
final class WrittenEquations {
  private static final int MOST_VARIABLES = 256;
  private static final int MOST_PARAMETERS = 1000;
  private static final String TIME = "t";
  private static final String PI = "pi";

  private final Settings settings;
  private final Settings equations;
  private final Settings parameters;
  private final List<String> variables;
  private final List<String> parameterNames;
  private final Formulas formulas = new Formulas();
  private final Map<String, Integer> names = new TreeMap<>();

  private WrittenEquations(Settings settings) {
    this.settings = settings;
    this.equations = settings.child("equations");
    this.parameters = settings.child("parameters");
    this.variables = variables();
    this.parameterNames = parameters.numberedKeys();
    if (settings.has("parameterJitter")) {
      throw settings.error(
          "parameterJitter",
          "draws parameters that are not named, and equations have no others; write"
              + " { normal = [mean, deviation] } for those to be drawn");
    }
    if (parameterNames.size() > MOST_PARAMETERS) {
      throw settings.error("parameters", "more than " + MOST_PARAMETERS);
    }
  }

  /**
   * The system.
   *
   * @throws io.ergodic.datasets.settings.InvalidInputException saying which equation is wrong, in
   *     which column, and which names there are
   */
  static WrittenSystem read(Settings settings) {
    return new WrittenEquations(settings).system();
  }

  private List<String> variables() {
    List<String> named = equations.numberedKeys();
    if (named.isEmpty() || named.size() > MOST_VARIABLES) {
      throw settings.error(
          "equations", "needs 1 to " + MOST_VARIABLES + " variables: equations { x = \"...\" }");
    }
    List<String> ordered = settings.strings("variables", named);
    if (ordered.size() != named.size() || !named.containsAll(ordered)) {
      throw settings.error("variables", "must name each of " + String.join(", ", named) + " once");
    }
    return ordered;
  }

  private WrittenSystem system() {
    for (String variable : variables) {
      claim(equations, variable, formulas.input(names.size()));
    }
    // Parameters follow the variables and, where equations name it, the time.
    boolean timed = !names.containsKey(TIME) && !parameterNames.contains(TIME) && namesTime();
    List<String> coordinates = new ArrayList<>(variables);
    if (timed) {
      coordinates.add(TIME);
      names.put(TIME, formulas.input(variables.size()));
    }
    for (String parameter : parameterNames) {
      claim(parameters, parameter, formulas.input(names.size()));
    }
    names.put(PI, formulas.constant(Math.PI));
    int[] velocities = new int[coordinates.size()];
    for (int i = 0; i < variables.size(); i++) {
      velocities[i] = parse(equations, variables.get(i), names);
    }
    if (timed) {
      velocities[variables.size()] = formulas.constant(1);
    }
    SystemCard card = card(coordinates);
    SystemTraits traits = traits(timed, velocities);
    Map<Integer, Integer> repeats = repeats(coordinates);
    try {
      WrittenSystem system =
          new WrittenSystem(card, traits, coordinates, formulas, velocities, repeats);
      check(system, settings);
      return system;
    } catch (EquationException tooLong) {
      throw settings.error("equations", tooLong.getMessage());
    }
  }

  private void claim(Settings at, String name, int node) {
    if (!name.matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
      throw at.error(name, "a name is letters, digits and '_', and begins with no digit");
    }
    if (name.equals(PI) || Arithmetic.functions().contains(name)) {
      throw at.error(name, "the name of a function or constant");
    }
    if (names.put(name, node) != null) {
      throw at.error(name, "the name of a variable as well");
    }
  }

  /** Whether an equation has the word t: read with it once, on the side. */
  private boolean namesTime() {
    return variables.stream()
        .anyMatch(
            name ->
                (" " + equations.string(name) + " ")
                    .matches("(?s).*[^\\p{L}\\p{N}_]t[^\\p{L}\\p{N}_].*"));
  }

  private int parse(Settings at, String key, Map<String, Integer> known) {
    try {
      return EquationParser.parse(at.string(key), formulas, known);
    } catch (EquationException wrong) {
      throw at.error(key, wrong.getMessage());
    }
  }

  private SystemCard card(List<String> coordinates) {
    Settings start = settings.child("start");
    double[] state = new double[coordinates.size()];
    for (int i = 0; i < variables.size(); i++) {
      state[i] = start.number(variables.get(i), -1e9, 1e9);
    }
    start.rejectUnknown();
    SystemCard card = SystemCard.of(settings.string("name", "ode"), coordinates.size());
    for (String parameter : parameterNames) {
      card = card.parameter(parameter, standard(parameter));
    }
    return card.start(state).period(settings.number("period", 1e-9, 1e9));
  }

  /** The value of a parameter, or the middle of those it takes. */
  private double standard(String name) {
    if (parameters.isObject(name)) {
      Settings how = parameters.child(name);
      for (String key : List.of("from", "normal")) {
        if (how.has(key)) {
          return how.numbers(key)[0];
        }
      }
      if (how.has("uniform") && how.numbers("uniform").length == 2) {
        return (how.numbers("uniform")[0] + how.numbers("uniform")[1]) / 2;
      }
      throw parameters.error(
          name, "must be a number, a list, or hold from, uniform or normal: there is no standard");
    }
    double[] values = parameters.numbers(name);
    if (values.length == 0) {
      throw parameters.error(name, "names no value");
    }
    return values[0];
  }

  private SystemTraits traits(boolean timed, int[] velocities) {
    SystemTraits traits = SystemTraits.none();
    if (formulas.contains(velocities, Arithmetic.ABS)) {
      traits = traits.smoothness(SystemTraits.Smoothness.KINKED);
    }
    if (formulas.contains(velocities, Arithmetic.SIGN)) {
      traits = traits.smoothness(SystemTraits.Smoothness.DISCONTINUOUS);
    }
    if (timed) {
      traits = traits.driven(variables.size(), Double.POSITIVE_INFINITY);
    }
    return traits;
  }

  /** Nodes of the lengths of repeats, which may depend on parameters and on nothing else. */
  private Map<Integer, Integer> repeats(List<String> coordinates) {
    Map<String, Integer> known = new TreeMap<>(names);
    known.keySet().removeAll(coordinates);
    Settings repeats = settings.child("repeats");
    Map<Integer, Integer> lengths = new TreeMap<>();
    for (String key : repeats.keys()) {
      int coordinate = coordinates.indexOf(key);
      if (coordinate < 0) {
        throw repeats.error(key, "no variable; " + NearestName.hint(key, coordinates));
      }
      lengths.put(coordinate, parse(repeats, key, known));
    }
    return lengths;
  }

  private static void check(WrittenSystem system, Settings settings) {
    Settings repeats = settings.child("repeats");
    Map<Integer, Double> lengths = system.periodic(system.card().values());
    for (String key : repeats.keys()) {
      double length = lengths.get(system.coordinates().indexOf(key));
      if (!(length > 1e-9 && length < 1e9)) {
        throw repeats.error(key, "must be a length other than 0, not " + length);
      }
    }
  }
}
