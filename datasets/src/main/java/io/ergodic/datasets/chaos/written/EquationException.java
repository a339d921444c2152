package io.ergodic.datasets.chaos.written;

/** What is wrong with the text of an equation, and where. */
final class EquationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * @param column of the text, counted from 1
   */
  EquationException(int column, String problem) {
    super("column " + column + ": " + problem);
  }
}
