package io.ergodic.jobs.crew;

/**
 * What the driver answers a {@link Call} when it has something to do, on the wire as types of the
 * JDK as well.
 *
 * @param errand number of the errand; {@link #LEAVE} for none ever again
 * @param work to do; bytes where the member is another process
 */
record Order(long errand, Object work) {
  static final long LEAVE = -1;

  Object[] wire() {
    return new Object[] {errand, work};
  }

  static Order of(Object[] wire) {
    return new Order((Long) wire[0], wire[1]);
  }
}
