package io.ergodic.jobs.train.round;

import io.ergodic.jobs.transport.BlockExchange;
import io.ergodic.jobs.transport.RemoteTask;
import io.ergodic.jobs.transport.Slice;
import io.ergodic.jobs.transport.SliceRequest;
import io.ergodic.jobs.transport.VectorBlocks;
import io.ergodic.models.kernel.WeightedMean;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Fetches some slices of all workers' vectors, averages them, and puts the means into the block
 * store as input of the next round. Each value is summed in the order of the workers, so it has the
 * bits of the driver's mean.
 *
 * @param workers the vectors of the workers, in the order of the workers
 */
record SliceMeanTask(BlockExchange exchange, List<Slice> slices, List<WorkerVectors> workers)
    implements RemoteTask<SliceMeanTask.Result> {

  /**
   * The vectors of one worker.
   *
   * @param weight of the worker in the mean: its number of examples
   */
  record WorkerVectors(VectorBlocks blocks, long weight) implements Serializable {}

  /**
   * The result of the task.
   *
   * @param blocks of the means; null when blocks were lost
   * @param missing workers whose blocks were lost
   */
  record Result(VectorBlocks blocks, List<Integer> missing) implements Serializable {}

  @Override
  public Result run() throws InterruptedException {
    int length = slices.stream().mapToInt(Slice::length).sum();
    float[][] values = new float[workers.size()][length];
    List<SliceRequest> requests = new ArrayList<>();
    for (int worker = 0; worker < values.length; worker++) {
      int offset = 0;
      for (Slice slice : slices) {
        requests.add(new SliceRequest(workers.get(worker).blocks(), slice, values[worker], offset));
        offset += slice.length();
      }
    }
    Set<VectorBlocks> lost = exchange.fetch(requests);
    if (!lost.isEmpty()) {
      return new Result(null, lost.stream().map(VectorBlocks::worker).sorted().toList());
    }
    long[] weights = workers.stream().mapToLong(WorkerVectors::weight).toArray();
    float[] mean = values[0];
    new WeightedMean(weights).of(values, 0, length, mean, 0);
    VectorBlocks first = workers.get(0).blocks();
    VectorBlocks means =
        exchange.here(first.training(), first.round() + 1, VectorBlocks.ROUND_INPUT);
    int offset = 0;
    for (Slice slice : slices) {
      exchange.put(means, slice, mean, offset);
      offset += slice.length();
    }
    return new Result(means, List.of());
  }
}
