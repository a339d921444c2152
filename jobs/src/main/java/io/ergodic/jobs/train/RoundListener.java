package io.ergodic.jobs.train;

import java.io.IOException;

/** A listener that the driver calls after every round. */
@FunctionalInterface
public interface RoundListener {
  void finished(RoundRecord round) throws IOException;
}
