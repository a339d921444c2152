package io.ergodic.jobs.train.round;

import io.ergodic.jobs.train.AveragingSettings;
import io.ergodic.jobs.train.StatePolicy;
import io.ergodic.jobs.transport.BlockExchange;
import io.ergodic.jobs.transport.PlacedTask;
import io.ergodic.jobs.transport.Slice;
import io.ergodic.jobs.transport.SliceRequest;
import io.ergodic.jobs.transport.TransportSession;
import io.ergodic.jobs.transport.VectorBlocks;
import io.ergodic.models.kernel.WeightedMean;
import io.ergodic.models.learner.Unaveraged;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Averages the vectors of one round: on the driver, or for large models slice by slice on the
 * executors.
 */
final class Reduction {
  /** Number of values that one of the driver's threads averages at a time. */
  private static final int CHUNK = 1 << 15;

  /** Number of tasks per runner that the slices are grouped into. */
  private static final int GROUPS_PER_RUNNER = 1;

  /** A lost executor costs an attempt; a network that transfers nothing fails all of them. */
  private static final int MAX_ATTEMPTS = 20;

  private final AveragingSettings settings;
  private final boolean averaged;
  private final List<float[]> states;
  private final float[] mean;
  private final float[] state;
  private List<WorkerResult> results = List.of();

  /**
   * @param states of the optimisers at the start of the round: one for all workers, or one each
   */
  Reduction(AveragingSettings settings, int parameterCount, List<float[]> states) {
    this.settings = settings;
    this.states = states;
    this.averaged = settings.statePolicy() == StatePolicy.AVERAGE;
    this.mean = new float[parameterCount];
    this.state = new float[averaged ? states.get(0).length : 0];
  }

  void results(List<WorkerResult> all) {
    results = new ArrayList<>(all);
  }

  List<WorkerResult.Report> reports() {
    return results.stream().map(WorkerResult::report).toList();
  }

  /** Number of bytes of the vectors that the workers made. */
  long received() {
    boolean stateToo = settings.statePolicy() != StatePolicy.RESET;
    long values = mean.length + (stateToo ? (long) states.get(0).length : 0);
    return Float.BYTES * values * results.size();
  }

  /** Averages on the driver the vectors that the workers sent. */
  void average() {
    average(mean, 0);
    average(state, 1);
  }

  /**
   * Averages on the executors the vectors in their block stores, and fetches the means. When an
   * executor is lost, this repeats the steps of the workers whose vectors it had.
   *
   * @param steps of the round
   * @param publisher learns where the means are stored
   */
  void average(TransportSession session, StepTasks steps, InputPublisher publisher)
      throws IOException, InterruptedException {
    BlockExchange exchange = session.blocks().orElseThrow();
    List<Slice> open = Slice.divide(settings.slice(), mean.length, state.length);
    VectorBlocks[] stored = new VectorBlocks[open.size()];
    for (int attempt = 0; !open.isEmpty(); attempt++) {
      if (attempt == MAX_ATTEMPTS) {
        throw new IOException(
            "pieces of vectors could not be fetched from executors "
                + MAX_ATTEMPTS
                + " times over");
      }
      repeat(steps, lostWorkers(session));
      List<List<Slice>> groups =
          groups(open, GROUPS_PER_RUNNER * Math.max(1, session.parallelism()));
      List<SliceMeanTask.Result> means = session.run(tasks(exchange, groups));
      List<SliceRequest> requests = new ArrayList<>();
      Set<Integer> missing = new TreeSet<>();
      for (int k = 0; k < means.size(); k++) {
        missing.addAll(means.get(k).missing());
        for (Slice slice : groups.get(k)) {
          stored[slice.index()] = means.get(k).blocks();
          if (stored[slice.index()] != null) {
            float[] target = slice.vector() == 0 ? mean : state;
            requests.add(new SliceRequest(stored[slice.index()], slice, target, slice.from()));
          }
        }
      }
      Set<VectorBlocks> lost = exchange.fetch(requests);
      open =
          open.stream()
              .filter(
                  slice -> stored[slice.index()] == null || lost.contains(stored[slice.index()]))
              .toList();
      repeat(steps, missing);
    }
    publisher.meanStored(List.of(stored), mean, state);
  }

  private List<PlacedTask<SliceMeanTask.Result>> tasks(
      BlockExchange exchange, List<List<Slice>> groups) {
    List<SliceMeanTask.WorkerVectors> workers = new ArrayList<>();
    for (WorkerResult result : results) {
      workers.add(new SliceMeanTask.WorkerVectors(result.blocks(), result.report().examples()));
    }
    List<PlacedTask<SliceMeanTask.Result>> tasks = new ArrayList<>();
    groups.forEach(
        group -> tasks.add(new PlacedTask<>(new SliceMeanTask(exchange, group, workers), null)));
    return tasks;
  }

  private static List<List<Slice>> groups(List<Slice> slices, int count) {
    List<List<Slice>> groups = new ArrayList<>();
    int most = Math.min(count, slices.size());
    for (int k = 0; k < most; k++) {
      int from = slices.size() * k / most;
      groups.add(new ArrayList<>(slices.subList(from, slices.size() * (k + 1) / most)));
    }
    return groups;
  }

  /** The workers whose executor was lost together with their vectors. */
  private Set<Integer> lostWorkers(TransportSession session) {
    Set<Integer> lost = new TreeSet<>();
    for (WorkerResult result : results) {
      if (!session.hasBlocks(result.report().executor())) {
        lost.add(result.report().worker());
      }
    }
    return lost;
  }

  private void repeat(StepTasks steps, Set<Integer> workers) throws IOException {
    for (WorkerResult repeated : steps.run(List.copyOf(workers))) {
      int worker = repeated.report().worker();
      results.replaceAll(old -> old.report().worker() == worker ? repeated : old);
    }
  }

  private void average(float[] target, int vector) {
    float[][] vectors = new float[results.size()][];
    for (int k = 0; k < vectors.length; k++) {
      vectors[k] = vector == 0 ? results.get(k).parameters() : results.get(k).state();
    }
    WeightedMean weighted =
        new WeightedMean(results.stream().mapToLong(o -> o.report().examples()).toArray());
    int chunks = (target.length + CHUNK - 1) / CHUNK;
    IntStream.range(0, chunks)
        .parallel()
        .forEach(
            chunk -> {
              int from = chunk * CHUNK;
              weighted.of(vectors, from, Math.min(CHUNK, target.length - from), target, from);
            });
  }

  RoundResult result() {
    List<Unaveraged.Copy> copies =
        results.stream()
            .map(o -> new Unaveraged.Copy(o.report().worker(), o.unaveraged()))
            .toList();
    return new RoundResult(mean, copies, nextStates(), losses(), examples(), devices(), null);
  }

  private List<float[]> nextStates() {
    return switch (settings.statePolicy()) {
      case AVERAGE -> List.of(state);
      case RESET -> states;
      case LOCAL -> {
        List<float[]> next = new ArrayList<>(states);
        results.forEach(result -> next.set(result.report().worker(), result.state()));
        yield next;
      }
    };
  }

  private double[] losses() {
    return reports().stream().flatMapToDouble(report -> Arrays.stream(report.losses())).toArray();
  }

  private List<String> devices() {
    return reports().stream()
        .map(report -> report.device().describe())
        .distinct()
        .sorted()
        .toList();
  }

  private long examples() {
    return reports().stream().mapToLong(WorkerResult.Report::examples).sum();
  }
}
