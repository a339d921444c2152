package io.ergodic.datasets.kind;

import io.ergodic.datasets.source.Row;

/** A row that is an example of its own, with a number that is unique within its split. */
public interface IndexedRow extends Row {
  long index();
}
