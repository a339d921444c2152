package io.ergodic.jobs.bench.averaging;

import io.ergodic.jobs.bench.Measurement;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.spark.api.java.JavaSparkContext;

/** All measurements of averaging, by part. */
public final class AveragingBenchmark {
  /**
   * The parts, in their order: cost of a round, efficiency of two workers, what a model of rounds
   * says of other numbers of workers, memory.
   */
  public static final List<String> PARTS = List.of("overhead", "efficiency", "model", "memory");

  private final JavaSparkContext spark;
  private final MeasurementSink sink;

  /**
   * @param target is given every measurement as soon as its part has it
   */
  public AveragingBenchmark(JavaSparkContext spark, Consumer<Measurement> target) {
    this.spark = spark;
    this.sink = new MeasurementSink(target);
  }

  /**
   * What is measured, and how long.
   *
   * @param parts some of {@link #PARTS}
   * @param localSteps H of the overhead part
   * @param repeats of every measurement
   * @param rounds of the memory part
   * @param plot where memory is drawn over rounds, as SVG
   */
  public record Extent(
      Set<String> parts, int localSteps, int repeats, int rounds, Optional<Path> plot) {}

  public void run(Extent extent) throws IOException {
    Set<String> parts = extent.parts();
    int repeats = extent.repeats();
    sink.value("cores", spark.master(), spark.defaultParallelism(), "tasks at a time");
    load("before");
    try (Workbench bench = new Workbench(spark)) {
      if (parts.contains("overhead")) {
        new OverheadBenchmark(bench, sink, extent.localSteps(), repeats).run();
      }
      if (parts.contains("efficiency")) {
        new EfficiencyBenchmark(bench, sink, repeats).run();
      }
      if (parts.contains("model")) {
        new ModelBenchmark(bench, sink, repeats).run();
      }
      if (parts.contains("memory")) {
        Map<String, List<double[]>> curves =
            new MemoryBenchmark(bench, sink, extent.rounds()).run();
        if (extent.plot().isPresent()) {
          String title = "Memory over rounds of averaging, " + spark.master();
          Files.writeString(extent.plot().get(), LinePlot.draw(title, "round", "MiB", curves));
        }
      }
    }
    load("after");
  }

  /** What else the machine does is part of every number. */
  private void load(String when) {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    sink.value("load", when, load, "processes");
  }
}
