package io.ergodic.models.optimiser;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Parameters, gradients and optimiser state where they lie, on the processor or a GPU: a rule
 * updates them there, and nothing is copied to the heap in a step. The state is one tensor of
 * vectors as long as the parameters, one after the other; the count of steps is kept beside it.
 */
public final class FlatVectors implements AutoCloseable {
  private final Tensor parameters;
  private final Tensor gradients;
  private final Tensor slots;
  private final int count;
  private final int decayed;
  private final boolean counted;
  private final List<ByteBuffer> memory = new ArrayList<>();
  private long steps;

  /**
   * Takes views of vectors that somebody else owns and makes memory for the state, as zeros.
   *
   * @param parameters n values
   * @param gradients n values
   * @param slots vectors of state that the rule keeps
   * @param counted whether the rule counts its steps
   * @param decayed how many of the first parameters weight decay touches
   * @param processor whether the memory is the processor's
   */
  public FlatVectors(
      Tensor parameters,
      Tensor gradients,
      int slots,
      boolean counted,
      int decayed,
      boolean processor) {
    this.count = (int) parameters.numel();
    this.decayed = decayed;
    this.counted = counted;
    try (PointerScope scope = new PointerScope()) {
      this.parameters = parameters.detach().retainReference();
      this.gradients = gradients.detach().retainReference();
      this.slots =
          torch.zeros(new long[] {(long) slots * count}, gradients.options()).retainReference();
    }
    if (processor) {
      memory.add(buffer(this.parameters, 0));
      memory.add(buffer(this.gradients, 0));
      for (int k = 0; k < slots; k++) {
        memory.add(buffer(this.slots, (long) k * count));
      }
    }
  }

  private ByteBuffer buffer(Tensor tensor, long from) {
    FloatPointer part = tensor.data_ptr_float().getPointer(from).capacity(count);
    return part.asByteBuffer().order(ByteOrder.nativeOrder());
  }

  /** Whether the vectors are the processor's memory, so that {@link #buffer} gives them. */
  public boolean onProcessor() {
    return !memory.isEmpty();
  }

  ByteBuffer parameterBuffer() {
    return memory.get(0);
  }

  ByteBuffer gradientBuffer() {
    return memory.get(1);
  }

  ByteBuffer slotBuffer(int slot) {
    return memory.get(2 + slot);
  }

  /** A part of the vectors that weight decay touches, or does not. */
  record Range(int from, int count, boolean decays) {}

  /** The parts, in order; those without anything in them left out. */
  List<Range> ranges() {
    List<Range> ranges = new ArrayList<>();
    if (decayed > 0) {
      ranges.add(new Range(0, decayed, true));
    }
    if (decayed < count) {
      ranges.add(new Range(decayed, count - decayed, false));
    }
    return ranges;
  }

  Tensor parameters(Range range) {
    return parameters.narrow(0, range.from(), range.count());
  }

  Tensor gradients(Range range) {
    return gradients.narrow(0, range.from(), range.count());
  }

  Tensor slot(int slot, Range range) {
    return slots.narrow(0, (long) slot * count + range.from(), range.count());
  }

  /** Counts a step and returns its number, from 1. */
  long nextStep() {
    return ++steps;
  }

  /** Shortens gradients that are longer than a norm to it. */
  public void clip(double norm) {
    try (PointerScope scope = new PointerScope()) {
      double length = gradients.norm().item_double();
      if (length > norm) {
        gradients.mul_(new Scalar(norm / length));
      }
    }
  }

  /** Length of the state as one vector of floats. */
  public int stateCount() {
    return (int) slots.numel() + (counted ? 1 : 0);
  }

  /** Copies the state out: the count of steps where there is one, then the slots. */
  public void readState(float[] target) {
    int first = counted ? 1 : 0;
    if (counted) {
      target[0] = steps;
    }
    if (slots.numel() > 0) {
      try (PointerScope scope = new PointerScope()) {
        slots.cpu().data_ptr_float().get(target, first, target.length - first);
      }
    }
  }

  /** Puts a state back. */
  public void writeState(float[] source) {
    int first = counted ? 1 : 0;
    if (counted) {
      steps = (long) source[0];
    }
    if (slots.numel() > 0) {
      try (PointerScope scope = new PointerScope();
          FloatPointer values = new FloatPointer(slots.numel())) {
        values.put(source, first, source.length - first);
        slots.copy_(torch.from_blob(values, slots.numel()));
      }
    }
  }

  @Override
  public void close() {
    memory.clear();
    slots.close();
    gradients.close();
    parameters.close();
  }
}
