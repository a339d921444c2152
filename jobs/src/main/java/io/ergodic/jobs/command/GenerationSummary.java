package io.ergodic.jobs.command;

import io.ergodic.datasets.manifest.Failure;
import io.ergodic.jobs.data.GeneratedDataset;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What {@code generate} prints: a line a dataset as it is there, and the sums at the end. */
final class GenerationSummary {
  private final PrintWriter out;
  private final long start = System.nanoTime();
  private final Map<String, Integer> reasons = new TreeMap<>();
  private int datasets;
  private int refused;
  private int failed;
  private long series;
  private long samples;
  private long bytes;

  GenerationSummary(PrintWriter out) {
    this.out = out;
  }

  void add(GeneratedDataset dataset) {
    datasets++;
    String name = dataset.spec().name();
    if (dataset.problem().isPresent()) {
      refused++;
      out.println(name + ": NOT MADE: " + dataset.problem().get());
    } else {
      int failures = dataset.manifest().failures().size();
      for (Failure failure : dataset.manifest().failures()) {
        reasons.merge(failure.reason(), 1, Integer::sum);
      }
      series += dataset.series();
      samples += dataset.samples();
      bytes += dataset.bytes();
      failed += failures;
      out.printf(
          Locale.ROOT,
          "%s: %s (%d series, %d samples, %d bytes, %.1f s)%s%n",
          name,
          dataset.folder(),
          dataset.series(),
          dataset.samples(),
          dataset.bytes(),
          dataset.seconds(),
          failures == 0 ? "" : "; " + failures + " series failed");
      dataset.manifest().notes().forEach(note -> out.println("  " + note));
    }
    out.flush();
  }

  void print() {
    double seconds = (System.nanoTime() - start) * 1e-9;
    out.printf(
        Locale.ROOT,
        "%d datasets: %d series, %d samples, %d bytes in %.1f s%n",
        datasets - refused,
        series,
        samples,
        bytes,
        seconds);
    if (failed > 0) {
      out.println(failed + " series failed " + reasons + "; the manifests have each of them");
    }
    if (refused > 0) {
      out.println(refused + " datasets could not be made");
    }
    out.flush();
  }
}
