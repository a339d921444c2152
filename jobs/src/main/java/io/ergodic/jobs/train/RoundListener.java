package io.ergodic.jobs.train;

import java.io.IOException;

/** Is told of every round on the driver. */
@FunctionalInterface
public interface RoundListener {
  void finished(RoundRecord round) throws IOException;
}
