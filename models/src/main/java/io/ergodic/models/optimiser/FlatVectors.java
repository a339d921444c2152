package io.ergodic.models.optimiser;

import io.ergodic.models.device.HostCopies;
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
  /** Values a buffer of Java can address, whose bytes are counted by an int: less than 2^29. */
  private static final int PIECE = 1 << 28;

  private static final int CACHED = 1 << 15;
  private static final int PIECE_ON_GPU = 1 << 22;

  private final Tensor parameters;
  private final Tensor gradients;
  private final Tensor slots;
  private final int count;
  private final boolean counted;
  private final boolean processor;
  private final List<Range> ranges = new ArrayList<>();
  private final List<Range> pieces = new ArrayList<>();
  private long steps;

  /**
   * Takes views of vectors that somebody else owns and makes memory for the state, as zeros.
   *
   * @param parameters n values
   * @param gradients n values
   * @param rule whose state it is
   * @param decayed how many of the first parameters weight decay touches
   * @param processor whether the memory is the processor's
   */
  public FlatVectors(
      Tensor parameters, Tensor gradients, Optimiser rule, int decayed, boolean processor) {
    this(parameters, gradients, rule, decayed, processor, PIECE);
  }

  /** With ranges of at most so many values. */
  FlatVectors(
      Tensor parameters,
      Tensor gradients,
      Optimiser rule,
      int decayed,
      boolean processor,
      int piece) {
    this.count = Math.toIntExact(parameters.numel());
    this.counted = rule.counted();
    this.processor = processor;
    // Refuses a state that is too long for a vector.
    rule.stateCount(count);
    try (PointerScope scope = new PointerScope()) {
      this.parameters = parameters.detach().retainReference();
      this.gradients = gradients.detach().retainReference();
      this.slots =
          torch
              .zeros(new long[] {(long) rule.slots() * count}, gradients.options())
              .retainReference();
    }
    for (int from = 0; from < count; ) {
      boolean decays = from < decayed;
      int length = Math.min(piece, (decays ? decayed : count) - from);
      ranges.add(new Range(from, length, decays, memory(from, length, rule.slots())));
      from += length;
    }
    int most = Math.min(piece, processor ? CACHED : PIECE_ON_GPU);
    for (Range range : ranges) {
      for (int at = 0; at < range.count(); at += most) {
        pieces.add(range.part(at, Math.min(most, range.count() - at)));
      }
    }
  }

  private List<ByteBuffer> memory(int from, int length, int slots) {
    List<ByteBuffer> memory = new ArrayList<>();
    if (processor) {
      memory.add(buffer(parameters, from, length));
      memory.add(buffer(gradients, from, length));
      for (int k = 0; k < slots; k++) {
        memory.add(buffer(this.slots, (long) k * count + from, length));
      }
    }
    return memory;
  }

  private static ByteBuffer buffer(Tensor tensor, long from, int length) {
    try (PointerScope scope = new PointerScope()) {
      FloatPointer part = tensor.data_ptr_float().getPointer(from).capacity(length);
      return part.asByteBuffer().order(ByteOrder.nativeOrder());
    }
  }

  /** Whether the vectors are the processor's memory, so that ranges have it. */
  public boolean onProcessor() {
    return processor;
  }

  /**
   * A part of the vectors that weight decay touches, or does not.
   *
   * @param memory on the processor: the part of parameters, gradients and each slot, in this order
   */
  record Range(int from, int count, boolean decays, List<ByteBuffer> memory) {
    ByteBuffer memory(int vector) {
      return memory.get(vector);
    }

    /** A part of it, counted from its own start, for work on tensors. */
    Range part(int first, int length) {
      return new Range(from + first, length, decays, List.of());
    }
  }

  /** The parts, in order; those without anything in them left out. */
  List<Range> ranges() {
    return ranges;
  }

  /**
   * The same parts cut up for rules that make vectors on their way: so short that a core's cache
   * holds those, or on a GPU so long that all of it has work.
   */
  List<Range> pieces() {
    return pieces;
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
    return (int) slots.numel() + first();
  }

  private int first() {
    return counted ? StepCount.LENGTH : 0;
  }

  /** Copies the state out: the count of steps where there is one, then the slots. */
  public void readState(float[] target) {
    if (!processor) {
      HostCopies.add();
    }
    int first = first();
    if (counted) {
      StepCount.write(target, steps);
    }
    if (slots.numel() > 0) {
      try (PointerScope scope = new PointerScope()) {
        slots.cpu().data_ptr_float().get(target, first, target.length - first);
      }
    }
  }

  /** Puts a state back. */
  public void writeState(float[] source) {
    if (!processor) {
      HostCopies.add();
    }
    int first = first();
    if (counted) {
      steps = StepCount.read(source);
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
    ranges.clear();
    pieces.clear();
    slots.close();
    gradients.close();
    parameters.close();
  }
}
