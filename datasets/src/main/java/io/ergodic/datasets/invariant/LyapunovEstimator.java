package io.ergodic.datasets.invariant;

import io.ergodic.datasets.integrate.IntegrationException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Estimates Lyapunov spectra by tangent dynamics with repeated orthonormalisation. The averaging
 * time is doubled until the standard error aimed at, a verdict or the end of the budget is reached;
 * while the first half of a run has other exponents than the second, it is a transient and is
 * dropped. A budget in seconds of processor time makes the length, not the method, depend on the
 * machine, and not on what else it does.
 */
public final class LyapunovEstimator {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int BATCHES = 64;
  private static final int FEWEST_BATCHES = 32;

  /** So much shorter than the shortest run is the shortest that an end of time makes do with. */
  private static final int SHORTEST_OF_ALL = 16;

  private final TangentSystem system;
  private final LyapunovSettings settings;
  private final int vectors;
  private final double[] state;
  private final TangentFrame frame;
  private final double[] row;
  private final BatchMeans batches;
  private final long processorEnd;
  private long nextLook;
  private double discarded;
  private long intervals;

  private LyapunovEstimator(TangentSystem system, double[] start, LyapunovSettings settings) {
    this.system = system;
    this.settings = settings;
    this.vectors = Math.min(settings.most(), Math.min(system.dimension(), system.exponents()));
    this.state = start.clone();
    this.frame = new TangentFrame(system.dimension(), vectors, settings.seed());
    this.row = new double[vectors + 1];
    double batch = settings.shortest() * settings.timescale() / BATCHES / SHORTEST_OF_ALL;
    this.batches =
        new BatchMeans(vectors + 1, Math.max(1, (long) Math.ceil(batch / system.interval())));
    this.processorEnd = THREADS.getCurrentThreadCpuTime() + (long) (settings.seconds() * 1e9);
    this.nextLook = System.nanoTime() + (long) (settings.seconds() * 1e9);
  }

  /** The spectrum of a system from its own start. */
  public static LyapunovEstimate estimate(Subject subject, LyapunovSettings settings) {
    return estimate(subject.system(1), subject.start(), settings);
  }

  /** The spectrum of the attractor that {@code start} leads to; a solution that ends is failed. */
  public static LyapunovEstimate estimate(
      TangentSystem system, double[] start, LyapunovSettings settings) {
    return new LyapunovEstimator(system, start, settings).estimate();
  }

  private LyapunovEstimate estimate() {
    try {
      TangentFrame none = TangentFrame.empty(system.dimension());
      if (!run(settings.discard(), none) || !run(settings.settle(), frame)) {
        return LyapunovEstimate.failed("no time left after the transient", 0, discarded);
      }
      frame.take(row);
      return average();
    } catch (IntegrationException ended) {
      return LyapunovEstimate.failed(
          ended.getMessage() + ", counted from " + intervals * system.interval(),
          time(),
          discarded);
    }
  }

  private boolean run(double timescales, TangentFrame moved) {
    long steps = (long) Math.ceil(timescales * settings.timescale() / system.interval());
    for (long i = 0; i < steps; i++) {
      system.advance(state, moved);
      intervals++;
      moved.orthonormalise();
      if (late()) {
        return false;
      }
    }
    discarded += steps * system.interval();
    return true;
  }

  private LyapunovEstimate average() {
    Verdict verdict = new Verdict(system, settings, batches, vectors);
    for (long i = 1; ; i++) {
      system.advance(state, frame);
      intervals++;
      frame.orthonormalise();
      frame.take(row);
      double sum = 0;
      for (int v = 0; v < vectors; v++) {
        row[v] /= system.interval();
        sum += row[v];
      }
      if (!Double.isFinite(sum)) {
        return LyapunovEstimate.failed(
            "tangent vectors of " + system + " vanish or overflow", time(), discarded);
      }
      row[vectors] = sum - row[vectors] / system.interval();
      batches.add(row);
      boolean late = late();
      if (!batches.full() && !late) {
        continue;
      }
      if (batches.count() < FEWEST_BATCHES) {
        return LyapunovEstimate.failed(
            "only " + time() + " of model time in " + settings.seconds() + " s", time(), discarded);
      }
      if (!late && time() < settings.shortest() * settings.timescale() * (1 - 1e-9)) {
        batches.join();
        continue;
      }
      boolean drifts = batches.drifts(0, verdict.unresolved());
      boolean end = late || time() >= settings.longest() * settings.timescale();
      if (!drifts && (end || verdict.clear())) {
        return verdict.estimate("", discarded);
      }
      if (drifts) {
        discarded += batches.forgetFirstHalf() * system.interval();
        if (end) {
          return verdict.estimate("the exponent still drifts", discarded);
        }
      }
      batches.join();
    }
  }

  private double time() {
    return batches.rows() * system.interval();
  }

  /** Processor time, dear to ask for, passes no faster than the clock on the wall. */
  private boolean late() {
    long now = System.nanoTime();
    if (now < nextLook) {
      return false;
    }
    long left = processorEnd - THREADS.getCurrentThreadCpuTime();
    nextLook = now + left;
    return left <= 0;
  }
}
