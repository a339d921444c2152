package io.ergodic.models.forecaster;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.block.Activation;
import io.ergodic.models.block.Build;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.learner.Merge;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the coefficients of a block of N-BEATS are of. */
enum Basis {
  /** The values themselves. */
  GENERIC {
    @Override
    Expansion over(Build build, Window window, int length, int from, int degree) {
      return new Expansion(length, Activation.NONE);
    }
  },
  /** Powers of k / length, k = 0 ... length - 1. */
  TREND {
    @Override
    Expansion over(Build build, Window window, int length, int from, int degree) {
      return matrix(build, window, length, degree + 1, (k, i) -> Math.pow((double) k / length, i));
    }
  },
  /** Cosines, then sines, of whole frequencies below half the horizon, on one clock. */
  SEASONALITY {
    @Override
    Expansion over(Build build, Window window, int length, int from, int degree) {
      int waves = Math.max(1, window.horizon() / 2);
      return matrix(
          build,
          window,
          length,
          Math.max(1, 2 * waves - 1),
          (k, i) -> {
            double time = 2 * Math.PI * (from + k) / window.horizon();
            return i < waves ? StrictMath.cos(time * i) : StrictMath.sin(time * (i - waves + 1));
          });
    }
  };

  /** The value of function i at row k. */
  private interface Function {
    double at(int row, int index);
  }

  /**
   * The functions over some rows.
   *
   * @param from the first row, counted from the first of the horizon
   */
  abstract Expansion over(Build build, Window window, int length, int from, int degree);

  static Basis named(String name) {
    return Arrays.stream(values())
        .filter(basis -> basis.word().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    "stacks: no stack of '"
                        + name
                        + "'; known: "
                        + Arrays.stream(values())
                            .map(Basis::word)
                            .collect(Collectors.joining(", "))));
  }

  private String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Expansion matrix(
      Build build, Window window, int length, int functions, Function function) {
    Initial values =
        (target, start, shape, random) -> {
          for (int i = 0; i < functions; i++) {
            for (int k = 0; k < length; k++) {
              target[start + i * length + k] = (float) function.at(k, i);
            }
          }
        };
    Parameter basis = build.parameters().buffer("basis", Merge.EQUAL, values, functions, length);
    build.count((double) window.variables() * functions * length);
    return new Expansion(functions, (coefficients, pass) -> coefficients.matmul(basis.tensor()));
  }
}
