package io.ergodic.datasets.batch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Makes the batch of the next step on a second thread while this one is trained on. Two samplers
 * take turns, so that the batch being read and the one being filled are never the same. The batches
 * are those of the sampler alone, to the bit: each is a function of its step.
 */
public final class Prefetched implements BatchSampler {
  /** Threads that end with the process, or after a minute without work. */
  private static final Executor THREADS =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "prefetch");
            thread.setDaemon(true);
            return thread;
          });

  private final BatchSampler[] samplers;
  private final Executor executor;
  private int turn;
  private long ahead = -1;
  private CompletableFuture<Batch> next;

  /**
   * @param sampler makes equal samplers with memory of their own
   */
  public Prefetched(Supplier<BatchSampler> sampler) {
    this(sampler, THREADS);
  }

  Prefetched(Supplier<BatchSampler> sampler, Executor executor) {
    this.samplers = new BatchSampler[] {sampler.get(), sampler.get()};
    this.executor = executor;
  }

  @Override
  public int batchesPerEpoch() {
    return samplers[0].batchesPerEpoch();
  }

  @Override
  public Batch batch(long step) {
    Batch batch = ahead == step ? joined() : made(step);
    int other = turn;
    ahead = step + 1;
    next = CompletableFuture.supplyAsync(() -> samplers[other].batch(step + 1), executor);
    return batch;
  }

  /** The batch that was made ahead; the sampler that made it rests while its batch is read. */
  private Batch joined() {
    try {
      Batch batch = next.join();
      turn = 1 - turn;
      return batch;
    } catch (CompletionException failure) {
      ahead = -1;
      throw failure.getCause() instanceof RuntimeException cause ? cause : failure;
    }
  }

  private Batch made(long step) {
    if (next != null) {
      // What is made there is not wanted, but its sampler is busy with it.
      next.handle((batch, failure) -> null).join();
    }
    Batch batch = samplers[turn].batch(step);
    turn = 1 - turn;
    return batch;
  }
}
