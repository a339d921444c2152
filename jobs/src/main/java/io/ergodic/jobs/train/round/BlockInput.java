package io.ergodic.jobs.train.round;

import io.ergodic.jobs.transport.BlockExchange;
import io.ergodic.jobs.transport.Slice;
import io.ergodic.jobs.transport.SliceRequest;
import io.ergodic.jobs.transport.VectorBlocks;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A round's input in slices, each fetched from the block store that has it. A process fetches them
 * once for all its tasks.
 *
 * @param blocks of the slices, in their order
 * @param stateCount length of the optimiser's state; -1 when each worker has its own
 */
record BlockInput(
    BlockExchange exchange,
    List<Slice> slices,
    List<VectorBlocks> blocks,
    int parameterCount,
    int stateCount)
    implements InputHandle {

  /** The input that this process opened last. */
  private static SoftReference<Opened> last = new SoftReference<>(null);

  private record Opened(BlockInput handle, RoundInput input) {}

  @Override
  public RoundInput open() throws BlocksLostException, InterruptedException {
    synchronized (BlockInput.class) {
      Opened opened = last.get();
      if (opened == null || !opened.handle().equals(this)) {
        last.clear();
        opened = new Opened(this, fetch());
        last = new SoftReference<>(opened);
      }
      return opened.input();
    }
  }

  private RoundInput fetch() throws BlocksLostException, InterruptedException {
    float[] parameters = new float[parameterCount];
    float[] state = stateCount < 0 ? null : new float[stateCount];
    List<SliceRequest> requests = new ArrayList<>();
    for (int k = 0; k < slices.size(); k++) {
      Slice slice = slices.get(k);
      float[] target = slice.vector() == 0 ? parameters : state;
      requests.add(new SliceRequest(blocks.get(k), slice, target, slice.from()));
    }
    Set<VectorBlocks> lost = exchange.fetch(requests);
    if (!lost.isEmpty()) {
      throw new BlocksLostException(
          lost.stream().map(VectorBlocks::executor).collect(Collectors.joining(", ")));
    }
    return new RoundInput(parameters, state);
  }
}
