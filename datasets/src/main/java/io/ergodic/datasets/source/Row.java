package io.ergodic.datasets.source;

import io.ergodic.datasets.data.Split;

/** One row of a shard; what is in it is the business of its kind of data. */
public interface Row {
  Split split();
}
