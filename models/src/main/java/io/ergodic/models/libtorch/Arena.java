package io.ergodic.models.libtorch;

import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.Role;
import io.ergodic.models.device.Device;
import io.ergodic.models.device.HostCopies;
import io.ergodic.models.learner.Segment;
import io.ergodic.models.optimiser.FlatVectors;
import io.ergodic.models.optimiser.OptimiserSettings;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptions;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * All parameters of a model in one contiguous tensor, and all their gradients in another: the named
 * parameters are views, and back-propagation writes into views of the gradients. Buffers (running
 * statistics) stand after the trained parameters, so that averaging and checkpoints move them too
 * while the optimiser, who sees the first {@link #trainableCount} values only, does not touch them.
 * Behind them stands the moving average of both, where there is one, bound to a network of its own.
 */
public final class Arena implements AutoCloseable {
  private static final String AVERAGED = "ema.";

  private final List<Parameter> parameters;
  private final List<Parameter> averaged;
  private final List<Parameters> declared;
  private final int trainable;
  private final int plain;
  private final int count;
  private final Device device;
  private final Tensor values;
  private final Tensor gradients;

  /** Gives memory to the declared parameters and draws their first values. */
  public Arena(Parameters declared, long seed) {
    this(declared, seed, Device.CPU);
  }

  /** In the memory of a device. */
  public Arena(Parameters declared, long seed, Device device) {
    this(declared, new Parameters(), seed, ScalarType.Float, device);
  }

  /**
   * With an average of all parameters.
   *
   * @param averaged the same parameters declared once more, or none for no average
   */
  public Arena(Parameters declared, Parameters averaged, long seed, Device device) {
    this(declared, averaged, seed, ScalarType.Float, device);
  }

  /** In another precision: {@code ScalarType.Double} to check gradients. */
  Arena(Parameters declared, long seed, ScalarType precision) {
    this(declared, new Parameters(), seed, precision, Device.CPU);
  }

  private Arena(
      Parameters declared, Parameters copy, long seed, ScalarType precision, Device device) {
    this.device = device;
    this.declared = List.of(declared, copy);
    this.parameters = declared.ordered();
    this.averaged = copy.ordered();
    this.plain = declared.checkedCount(averaged.isEmpty() ? 1 : 2);
    this.count = averaged.isEmpty() ? plain : 2 * plain;
    this.trainable =
        (int) parameters.stream().filter(Parameter::trainable).mapToLong(Parameter::count).sum();
    try (PointerScope scope = new PointerScope()) {
      TensorOptions options = TorchDevice.options(precision, device);
      this.values = torch.zeros(new long[] {count}, options).retainReference();
      this.gradients = torch.zeros(new long[] {trainable}, options).retainReference();
    }
    long offset = 0;
    for (Parameter parameter : parameters) {
      bind(parameter, offset, parameter.trainable());
      offset += parameter.count();
    }
    for (Parameter parameter : averaged) {
      bind(parameter, offset, false);
      offset += parameter.count();
    }
    initialise(seed);
  }

  private void bind(Parameter parameter, long offset, boolean trained) {
    Tensor view;
    try (PointerScope scope = new PointerScope()) {
      view = view(values, parameter, offset).retainReference();
      if (trained) {
        view.set_requires_grad(true);
        view.mutable_grad().put(view(gradients, parameter, offset));
      }
    }
    parameter.bind(view);
  }

  private static Tensor view(Tensor flat, Parameter parameter, long offset) {
    return flat.narrow(0, offset, parameter.count()).view(parameter.shape()).detach();
  }

  private void initialise(long seed) {
    float[] start = new float[count];
    int offset = 0;
    for (Parameter parameter : parameters) {
      RandomGenerator random = RandomStreams.stream(seed, "initial", parameter.name());
      parameter.initial().fill(start, offset, parameter.shape(), random);
      offset += (int) parameter.count();
    }
    System.arraycopy(start, 0, start, count - plain, plain);
    try (PointerScope scope = new PointerScope();
        FloatPointer memory = new FloatPointer(start)) {
      values.copy_(torch.from_blob(memory, count));
    }
  }

  /** Number of values: trained parameters, then buffers, then the average of both. */
  public int count() {
    return count;
  }

  /** How many of the values the optimiser trains. */
  public int trainableCount() {
    return trainable;
  }

  /** Copies the first {@code size} values out. */
  public void read(float[] target, int size) {
    read(values, target, size);
  }

  /** Overwrites the first {@code size} values. */
  public void write(float[] source, int size) {
    if (device.isCuda()) {
      HostCopies.add();
      try (PointerScope scope = new PointerScope();
          FloatPointer memory = new FloatPointer(source)) {
        values.narrow(0, 0, size).copy_(torch.from_blob(memory, size));
      }
      return;
    }
    try (FloatPointer memory = values.data_ptr_float()) {
      memory.put(source, 0, size);
    }
  }

  /** How many of the first trained values weight decay is meant for. */
  public int decayedCount() {
    return (int)
        parameters.stream()
            .filter(parameter -> parameter.trainable() && parameter.role().decays())
            .mapToLong(Parameter::count)
            .sum();
  }

  /** The parameters and buffers, then their averages, in the order of the vector. */
  public List<Segment> segments() {
    return Stream.concat(
            parameters.stream().map(parameter -> segment("", parameter)),
            averaged.stream().map(parameter -> segment(AVERAGED, parameter)))
        .toList();
  }

  private static Segment segment(String prefix, Parameter parameter) {
    return new Segment(prefix + parameter.name(), parameter.merge(), parameter.shape());
  }

  /** Moves the average towards the present values, by a share of the way. */
  void average(double share) {
    values.narrow(0, plain, plain).lerp_(values.narrow(0, 0, plain), new Scalar(share));
  }

  /** Names of parameters that no gradient can reach. */
  Set<String> idle() {
    return parameters.stream()
        .filter(parameter -> parameter.role() == Role.CANCELLED)
        .map(Parameter::name)
        .collect(Collectors.toUnmodifiableSet());
  }

  private void read(Tensor source, float[] target, int size) {
    if (device.isCuda()) {
      HostCopies.add();
      try (PointerScope scope = new PointerScope()) {
        source.narrow(0, 0, size).cpu().data_ptr_float().get(target, 0, size);
      }
      return;
    }
    try (FloatPointer memory = source.data_ptr_float()) {
      memory.get(target, 0, size);
    }
  }

  /** Parameters and gradients with the state of a rule; close it before the arena. */
  FlatVectors vectors(OptimiserSettings optimiser) {
    try (PointerScope scope = new PointerScope()) {
      return new FlatVectors(
          values.narrow(0, 0, trainable),
          gradients,
          optimiser.optimiser(),
          optimiser.decayAll() ? trainable : decayedCount(),
          !device.isCuda());
    }
  }

  /** Where the values lie. */
  Device device() {
    return device;
  }

  public void zeroGradients() {
    gradients.zero_();
  }

  Tensor values() {
    return values;
  }

  Tensor gradients() {
    return gradients;
  }

  @Override
  public void close() {
    declared.forEach(Parameters::close);
    parameters.forEach(Parameter::release);
    averaged.forEach(Parameter::release);
    values.close();
    gradients.close();
  }
}
