package io.ergodic.datasets.settings;

/**
 * Something the user gave cannot be used: a setting, a file, a name. The message is complete (what,
 * where, what is allowed) and is shown as it is, without a stack trace.
 */
public class InvalidInputException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  public InvalidInputException(String message) {
    super(message);
  }

  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
