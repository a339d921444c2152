package io.ergodic.jobs.train.round;

import io.ergodic.jobs.transport.BlockExchange;
import io.ergodic.jobs.transport.Slice;
import io.ergodic.jobs.transport.TransportSession;
import io.ergodic.jobs.transport.VectorBlocks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/**
 * Makes the handles from which workers get the input of a round. For large models, slices that
 * equal the last round's mean stay on the executors that averaged them, and all executors fetch
 * them from there; with the plain mean as outer optimiser these are all slices, and the driver
 * sends none. The driver's block store has the other slices.
 */
final class InputPublisher {
  private final TransportSession session;
  private final int training;
  private final long maxInline;
  private final int slice;
  private List<VectorBlocks> meanBlocks = List.of();
  private float[] meanParameters;
  private float[] meanState;

  /**
   * @param training number of the training in this application
   * @param maxInline largest number of values that the transport shares whole
   * @param slice number of values in a slice
   */
  InputPublisher(TransportSession session, int training, long maxInline, int slice) {
    this.session = session;
    this.training = training;
    this.maxInline = maxInline;
    this.slice = slice;
  }

  /** Whether vectors of this many values together stay on the executors. */
  boolean sliced(long values) {
    return values > maxInline;
  }

  /**
   * Records where the last round's mean is.
   *
   * @param blocks of the mean's slices, in their order
   */
  void meanStored(List<VectorBlocks> blocks, float[] parameters, float[] state) {
    meanBlocks = List.copyOf(blocks);
    meanParameters = parameters;
    meanState = state;
  }

  /** The handle of a round's input. */
  InputHandle publish(int round, RoundInput input) {
    return publish(round, input, session::hasBlocks);
  }

  private InputHandle publish(int round, RoundInput input, Predicate<String> present) {
    if (!sliced(input.count())) {
      return new InputHandle.Whole(session.share(input));
    }
    BlockExchange exchange = session.blocks().orElseThrow();
    int stateCount = input.state() == null ? -1 : input.state().length;
    List<Slice> slices = Slice.divide(slice, input.parameters().length, Math.max(0, stateCount));
    VectorBlocks driverBlocks = exchange.here(training, round, VectorBlocks.ROUND_INPUT);
    List<VectorBlocks> blocks = new ArrayList<>();
    for (Slice part : slices) {
      boolean first = part.vector() == 0;
      float[] values = first ? input.parameters() : input.state();
      boolean stored =
          part.index() < meanBlocks.size() && present.test(meanBlocks.get(part.index()).executor());
      if (stored && equal(part, values, first ? meanParameters : meanState)) {
        blocks.add(meanBlocks.get(part.index()));
      } else {
        exchange.put(driverBlocks, part, values, part.from());
        blocks.add(driverBlocks);
      }
    }
    return new BlockInput(exchange, slices, blocks, input.parameters().length, stateCount);
  }

  /** The handle of the same input with all slices in the driver's store: executors were lost. */
  InputHandle publishFromDriver(int round, RoundInput input) {
    return publish(round, input, executor -> false);
  }

  private static boolean equal(Slice slice, float[] values, float[] mean) {
    return values == mean
        || Arrays.equals(values, slice.from(), slice.to(), mean, slice.from(), slice.to());
  }
}
