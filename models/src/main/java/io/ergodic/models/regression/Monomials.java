package io.ergodic.models.regression;

import java.util.ArrayList;
import java.util.List;

/** All products of the given degrees of a number of variables, with their derivatives. */
public final class Monomials {
  private final int[][] factors;

  private Monomials(int[][] factors) {
    this.factors = factors;
  }

  /** Every distinct product of each degree; degree 0 is the constant. */
  public static Monomials of(int variables, int... degrees) {
    List<int[]> terms = new ArrayList<>();
    for (int degree : degrees) {
      collect(variables, new int[degree], 0, 0, terms);
    }
    return new Monomials(terms.toArray(int[][]::new));
  }

  private static void collect(
      int variables, int[] term, int position, int from, List<int[]> terms) {
    if (position == term.length) {
      terms.add(term.clone());
      return;
    }
    for (int v = from; v < variables; v++) {
      term[position] = v;
      collect(variables, term, position + 1, v, terms);
    }
  }

  /** How many there are. */
  public int count() {
    return factors.length;
  }

  /** Writes all products to {@code target}. */
  public void evaluate(double[] variables, double[] target) {
    for (int i = 0; i < factors.length; i++) {
      double product = 1;
      for (int v : factors[i]) {
        product *= variables[v];
      }
      target[i] = product;
    }
  }

  /** Adds weight x d(product i)/d(variables) to {@code gradient}. */
  public void addGradient(int i, double weight, double[] variables, double[] gradient, int offset) {
    int[] term = factors[i];
    for (int p = 0; p < term.length; p++) {
      double product = weight;
      for (int q = 0; q < term.length; q++) {
        product *= q == p ? 1 : variables[term[q]];
      }
      gradient[offset + term[p]] += product;
    }
  }
}
