package io.ergodic.jobs.bench;

import io.ergodic.datasets.chaos.ChaoticFlow;
import io.ergodic.datasets.chaos.ChaoticSystem;
import io.ergodic.datasets.chaos.SampledSystem;
import io.ergodic.datasets.chaos.delay.DelayEquation;
import io.ergodic.datasets.chaos.delay.DelaySystem;
import io.ergodic.datasets.integrate.IntegrationException;
import io.ergodic.jobs.verify.PublishedExponents;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * The public database's fine set: every continuous system of it, 12 periods of 100 points at
 * relative tolerance 1e-10, after a transient of 100 periods; on all cores in a virtual machine
 * that has done nothing before, on all cores again, and on one.
 */
public final class FineSetBenchmark implements Benchmark {
  private static final int POINTS_PER_PERIOD = 100;
  private static final int POINTS = 12 * POINTS_PER_PERIOD;
  private static final int TRANSIENT = 100;

  private final Map<String, SampledSystem> systems = new TreeMap<>();

  /** The systems of the set among those of the catalogue. */
  public FineSetBenchmark() {
    for (ChaoticSystem system : ChaoticSystem.registry().all()) {
      systems.put(system.name(), ChaoticFlow.standard(system));
    }
    for (DelaySystem system : DelaySystem.registry().all()) {
      systems.put(system.name(), DelayEquation.standard(system));
    }
    systems.keySet().removeIf(name -> PublishedExponents.of(name).isEmpty());
  }

  @Override
  public void run(Consumer<Measurement> sink) {
    int cores = Runtime.getRuntime().availableProcessors();
    Map<String, Double> taken = new ConcurrentHashMap<>();
    double cold = generate(cores, taken);
    double warm = generate(cores, taken);
    double single = generate(1, taken);
    sink.accept(new Measurement("fine-set-systems", "all", systems.size(), "1"));
    sink.accept(new Measurement("fine-set", cores + " cores, first time", cold, "s"));
    sink.accept(new Measurement("fine-set", cores + " cores", warm, "s"));
    sink.accept(new Measurement("fine-set", "1 core", single, "s"));
    double processor = taken.values().stream().mapToDouble(Double::doubleValue).sum();
    sink.accept(new Measurement("fine-set-processor", "1 core", processor, "s"));
    double efficiency = single / (cores * warm);
    sink.accept(new Measurement("parallel-efficiency", cores + " cores", efficiency, "1"));
    taken.entrySet().stream()
        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
        .limit(10)
        .forEach(
            entry ->
                sink.accept(
                    new Measurement("fine-set-slowest", entry.getKey(), entry.getValue(), "s")));
  }

  /** Seconds on the wall; processor seconds of every system go to {@code taken}. */
  private double generate(int cores, Map<String, Double> taken) {
    ExecutorService pool = Executors.newFixedThreadPool(cores);
    try {
      long begin = System.nanoTime();
      List<Future<?>> tasks = new ArrayList<>();
      systems.forEach(
          (name, system) ->
              tasks.add(
                  pool.submit(
                      () -> {
                        double before = ProcessorTime.thread();
                        sample(system);
                        taken.put(name, ProcessorTime.thread() - before);
                      })));
      for (Future<?> task : tasks) {
        task.get();
      }
      return (System.nanoTime() - begin) * 1e-9;
    } catch (ExecutionException failed) {
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped", stopped);
    } finally {
      pool.shutdownNow();
    }
  }

  private static void sample(SampledSystem system) {
    double step = system.period() / POINTS_PER_PERIOD;
    try {
      system.sample(system.start(), TRANSIENT * system.period(), step, POINTS);
    } catch (IntegrationException ended) {
      // an orbit that ends is no reason to measure nothing of the rest
      System.getLogger("ergodic").log(System.Logger.Level.WARNING, ended.getMessage());
    }
  }
}
