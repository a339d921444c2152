package io.ergodic.jobs.bench.averaging;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Memory over hundreds of rounds of a convolutional network of 1.02 M parameters on two workers:
 * heaps after a garbage collection, native memory that JavaCPP tracks, and all memory outside the
 * heap, of the driver and of every executor.
 */
final class MemoryBenchmark {
  private static final int SAMPLES = 20;
  private static final double MEGABYTE = 1 << 20;

  private final Workbench bench;
  private final MeasurementSink sink;
  private final int rounds;

  /**
   * @param rounds of the training
   */
  MemoryBenchmark(Workbench bench, MeasurementSink sink, int rounds) {
    this.bench = bench;
    this.sink = sink;
    this.rounds = rounds;
  }

  /** Returns curves over rounds, in megabytes. */
  Map<String, List<double[]>> run() throws IOException {
    Map<String, List<double[]>> curves = new LinkedHashMap<>();
    int every = Math.max(1, rounds / SAMPLES);
    bench.train(
        "ergodic",
        bench.convolutional(4, Workbench.WORKERS, rounds),
        "workers = " + Workbench.WORKERS + ", localSteps = 1",
        round -> {
          if (round.round() % every == 0) {
            look(round.round(), curves);
          }
        });
    curves.forEach(this::report);
    return curves;
  }

  private void look(int round, Map<String, List<double[]>> curves) {
    Map<String, Memory> executors = Memory.executors(bench.spark());
    Memory driver = Memory.here();
    add(round, "driver", driver, curves);
    executors.remove(driver.process());
    int number = 1;
    for (Memory executor : executors.values()) {
      add(round, "executor " + number++, executor, curves);
    }
  }

  private static void add(
      int round, String name, Memory memory, Map<String, List<double[]>> curves) {
    point(round, name + ", heap", memory.heap(), curves);
    point(round, name + ", native", memory.tracked(), curves);
    point(round, name + ", outside the heap", memory.outside(), curves);
  }

  private static void point(
      int round, String name, long bytes, Map<String, List<double[]>> curves) {
    curves
        .computeIfAbsent(name, missing -> new ArrayList<>())
        .add(new double[] {round, bytes / MEGABYTE});
  }

  private void report(String name, List<double[]> curve) {
    for (double[] point : curve) {
      sink.value("memory", name + ", round " + (int) point[0], point[1], "MiB");
    }
    sink.value(
        "memory-slope",
        name,
        slope(curve.subList(curve.size() / 4, curve.size())),
        "MiB/100 rounds");
  }

  /** Least-squares slope per hundred rounds; the first quarter, while caches fill, is left out. */
  static double slope(List<double[]> curve) {
    double x = curve.stream().mapToDouble(point -> point[0]).average().orElseThrow();
    double y = curve.stream().mapToDouble(point -> point[1]).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (double[] point : curve) {
      products += (point[0] - x) * (point[1] - y);
      squares += (point[0] - x) * (point[0] - x);
    }
    return 100 * products / squares;
  }
}
