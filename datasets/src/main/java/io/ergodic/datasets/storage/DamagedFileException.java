package io.ergodic.datasets.storage;

import io.ergodic.datasets.settings.InvalidInputException;

/**
 * A file that this program has written is cut short or changed: by a full disk, the death of the
 * machine, a copy that was broken off. Nobody's settings are wrong, and no model: what was in it
 * can be made again.
 */
public final class DamagedFileException extends InvalidInputException {
  private static final long serialVersionUID = 1L;

  /** Says which file, and how it is damaged. */
  public DamagedFileException(String message) {
    super(message);
  }

  public DamagedFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
