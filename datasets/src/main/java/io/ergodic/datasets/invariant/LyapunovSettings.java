package io.ergodic.datasets.invariant;

/**
 * How long a Lyapunov spectrum is averaged.
 *
 * @param timescale unit of the other lengths, in model time: the dominant period of a flow, 1 of a
 *     map
 * @param discard timescales of the state alone before anything is counted
 * @param settle timescales more for the tangent vectors to find their directions
 * @param shortest timescales of the first attempt; later ones double it
 * @param longest timescales at which it ends in any case
 * @param relativeError standard error of the largest exponent that is aimed at, as a fraction of it
 * @param seconds of processor time after which it ends in any case, with what there is
 * @param most exponents to compute, the largest first
 * @param seed of the first tangent vectors
 */
public record LyapunovSettings(
    double timescale,
    double discard,
    double settle,
    double shortest,
    double longest,
    double relativeError,
    double seconds,
    int most,
    long seed) {
  private static final double CHEAP = 1;

  public LyapunovSettings {
    if (!(timescale > 0 && shortest > 0 && longest >= shortest && relativeError > 0)) {
      throw new IllegalArgumentException(
          "timescale "
              + timescale
              + ", lengths "
              + shortest
              + " to "
              + longest
              + ", error "
              + relativeError);
    }
  }

  /** 500 timescales discarded, 50 to settle, 2048 to 131072 counted, half a percent, a minute. */
  public static LyapunovSettings standard(double timescale) {
    return new LyapunovSettings(timescale, 500, 50, 2048, 131072, 0.005, 60, Integer.MAX_VALUE, 1);
  }

  /** The same for a system; one that costs next to nothing is followed for longer. */
  public static LyapunovSettings standard(Subject subject) {
    LyapunovSettings usual = standard(subject.timescale());
    return subject.cost() < CHEAP ? usual.lengths(1 << 14, 1 << 22).relativeError(0.001) : usual;
  }

  public LyapunovSettings lengths(double shortestScales, double longestScales) {
    return new LyapunovSettings(
        timescale,
        discard,
        settle,
        shortestScales,
        longestScales,
        relativeError,
        seconds,
        most,
        seed);
  }

  public LyapunovSettings relativeError(double fraction) {
    return new LyapunovSettings(
        timescale, discard, settle, shortest, longest, fraction, seconds, most, seed);
  }

  public LyapunovSettings seconds(double limit) {
    return new LyapunovSettings(
        timescale, discard, settle, shortest, longest, relativeError, limit, most, seed);
  }

  public LyapunovSettings discard(double timescales) {
    return new LyapunovSettings(
        timescale, timescales, settle, shortest, longest, relativeError, seconds, most, seed);
  }

  public LyapunovSettings most(int exponents) {
    return new LyapunovSettings(
        timescale, discard, settle, shortest, longest, relativeError, seconds, exponents, seed);
  }
}
