package io.ergodic.jobs.bench.averaging;

import io.ergodic.jobs.bench.Measurement;
import java.util.function.Consumer;

/** Passes measurements on, under names that all averaging benchmarks share. */
record MeasurementSink(Consumer<Measurement> target) {
  void value(String bench, String measured, double value, String unit) {
    target.accept(new Measurement(bench, measured, value, unit));
  }

  /** The median, and below it what the repeats lie between. */
  void spread(String bench, String measured, Sample sample, String unit) {
    value(bench, measured, sample.median(), unit);
    value(bench + "-lowest", measured, sample.lowest(), unit);
    value(bench + "-highest", measured, sample.highest(), unit);
  }

  /** Where the time and the bytes of a round went, as medians over groups of rounds. */
  void cost(String measured, RoundTimes times, int skipped, int group) {
    value("broadcast", measured, times.column(skipped, group, r -> r.broadcastMs()).median(), "ms");
    value("compute", measured, times.column(skipped, group, r -> r.computeMs()).median(), "ms");
    value("reduce", measured, times.column(skipped, group, r -> r.reduceMs()).median(), "ms");
    value("idle", measured, times.column(skipped, group, r -> r.idleMs()).median(), "ms");
    value("sent", measured, times.column(skipped, group, r -> r.bytesSent()).median(), "bytes");
    value(
        "received",
        measured,
        times.column(skipped, group, r -> r.bytesReceived()).median(),
        "bytes");
  }
}
