package io.ergodic.jobs.transport;

import java.io.Serializable;

/** A serialisable handle of a value that the driver shares with remote tasks. */
public interface SharedValue<T> extends Serializable {
  /** The value; nobody writes to it. */
  T get();
}
