package io.ergodic.datasets.capability;

/** Marks what something trained can be asked for. */
public interface Capability {
  /**
   * The same, with a check before its pieces of work: what the check throws ends the work. A
   * capability that does not say how is returned as it is.
   *
   * @param check called often, so that it has to be cheap; throws when the time is over
   */
  default Capability watched(Runnable check) {
    return this;
  }
}
