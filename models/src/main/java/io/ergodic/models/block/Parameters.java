package io.ergodic.models.block;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.learner.Merge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The parameters and buffers a model's blocks declare, in the order they were made. */
public final class Parameters {
  /** The most values an array of the virtual machine holds. */
  private static final int LONGEST = Integer.MAX_VALUE - 8;

  private final Map<String, Parameter> byName;
  private final List<Runnable> closing;
  private final String prefix;

  public Parameters() {
    this(new LinkedHashMap<>(), new ArrayList<>(), "");
  }

  private Parameters(Map<String, Parameter> byName, List<Runnable> closing, String prefix) {
    this.byName = byName;
    this.closing = closing;
    this.prefix = prefix;
  }

  /** The same list, with names put below {@code part}. */
  public Parameters in(Object part) {
    return new Parameters(byName, closing, prefix + part + ".");
  }

  /** Declares what the optimiser trains: a weight, or a bias where it has one axis. */
  public Parameter parameter(String name, Initial initial, long... shape) {
    return parameter(name, shape.length > 1 ? Role.WEIGHT : Role.BIAS, initial, shape);
  }

  /** Declares what the optimiser trains, in a role. */
  public Parameter parameter(String name, Role role, Initial initial, long... shape) {
    return add(new Parameter(prefix + name, role, initial, true, Merge.MEAN, shape));
  }

  /**
   * Declares what belongs to the model but is not trained by gradients, such as running statistics,
   * whose mean over workers is that of all they have seen.
   */
  public Parameter buffer(String name, Initial initial, long... shape) {
    return buffer(name, Merge.MEAN, initial, shape);
  }

  /** The same, with what becomes of it where several workers are averaged. */
  public Parameter buffer(String name, Merge merge, Initial initial, long... shape) {
    return add(new Parameter(prefix + name, Role.NORM, initial, false, merge, shape));
  }

  /** Has something done when the memory of the parameters is given back. */
  public void onClose(Runnable work) {
    closing.add(work);
  }

  /** Does what blocks have asked for by {@link #onClose}. */
  public void close() {
    closing.forEach(Runnable::run);
  }

  /**
   * All of them in canonical order: what weight decay is for, what else is trained, then the
   * buffers.
   */
  public List<Parameter> ordered() {
    List<Parameter> ordered = new ArrayList<>();
    byName.values().stream()
        .filter(Parameter::trainable)
        .sorted(Comparator.comparing(p -> !p.role().decays()))
        .forEach(ordered::add);
    byName.values().stream().filter(p -> !p.trainable()).forEach(ordered::add);
    return ordered;
  }

  /**
   * Number of values of all of them.
   *
   * @param copies of all that one vector has to hold
   * @throws InvalidInputException where they are more than one vector holds, naming the largest
   */
  public int checkedCount(int copies) {
    double count = 0;
    Parameter largest = null;
    for (Parameter parameter : byName.values()) {
      count += parameter.count();
      largest = largest == null || parameter.count() > largest.count() ? parameter : largest;
    }
    if (count * copies > LONGEST) {
      throw new InvalidInputException(
          String.format(
              Locale.ROOT,
              "a network of %.4g parameters%s: one vector holds %d; the largest part is %s %s: make"
                  + " the setting smaller that gives it its width",
              count,
              copies > 1 ? ", and ema.decay asks for an average of each" : "",
              LONGEST,
              largest.name(),
              Arrays.toString(largest.shape())));
    }
    return (int) count;
  }

  private Parameter add(Parameter parameter) {
    if (byName.putIfAbsent(parameter.name(), parameter) != null) {
      throw new IllegalStateException("two parameters of the name " + parameter.name());
    }
    return parameter;
  }
}
