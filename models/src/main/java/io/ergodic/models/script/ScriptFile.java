package io.ergodic.models.script;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.models.libtorch.TorchLearner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.DeviceOptional;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A TorchScript file that has been looked at: its tensors with the values they come with. Nothing
 * native is held; each learner loads a module of its own.
 *
 * @param tensors in the order of their places; each once, however many places hold it
 * @param names of the tensors at all places, in order
 * @param random whether a forward pass may draw at random
 */
record ScriptFile(byte[] content, List<Held> tensors, List<String> names, boolean random) {
  /** Beyond it a float no longer tells whole numbers apart. */
  private static final double WHOLE = 1 << 24;

  /**
   * A tensor.
   *
   * @param trained whether gradients change it
   * @param type of its values in the module; in the vector they are floats
   * @param values it comes with, row-major
   */
  record Held(String name, boolean trained, ScalarType type, long[] shape, float[] values) {
    /** Whole numbers: counters, indices, masks. */
    boolean whole() {
      return type != ScalarType.Float;
    }
  }

  /**
   * Looks at a file.
   *
   * @param place of its setting, for messages
   * @throws InvalidInputException where it is no module of float32 parameters
   */
  static ScriptFile read(byte[] content, String place) {
    ScriptSource source = ScriptSource.read(content, place);
    return TorchLearner.withoutGradients(
        () -> {
          JitModule module = load(content, new Device("cpu"), place);
          List<Held> tensors = new ArrayList<>();
          List<String> names = new ArrayList<>();
          Map<Long, Held> byAddress = new HashMap<>();
          for (ScriptTensors.Slot slot : ScriptTensors.of(module)) {
            Tensor tensor = slot.tensor();
            long address = tensor.numel() == 0 ? 0 : tensor.data_ptr().address();
            Held same = address == 0 ? null : byAddress.get(address);
            if (same == null) {
              Held held = held(slot, tensor, place);
              tensors.add(held);
              byAddress.put(address, held);
              names.add(held.name());
            } else {
              checkShared(same, slot, tensor, place);
              names.add(same.name());
            }
          }
          if (tensors.stream().noneMatch(Held::trained)) {
            throw new InvalidInputException(
                place
                    + ": the module has no parameters to train; was it frozen, or traced after"
                    + " requires_grad_(False)?");
          }
          return new ScriptFile(content, tensors, names, source.random());
        });
  }

  private static Held held(ScriptTensors.Slot slot, Tensor tensor, String place) {
    ScalarType type = tensor.scalar_type().intern();
    boolean trained = slot.parameter() && tensor.requires_grad();
    boolean whole =
        !slot.parameter()
            && List.of(
                    ScalarType.Long,
                    ScalarType.Int,
                    ScalarType.Short,
                    ScalarType.Byte,
                    ScalarType.Char,
                    ScalarType.Bool)
                .contains(type);
    if (type != ScalarType.Float && !whole) {
      throw new InvalidInputException(
          place
              + ": "
              + slot.name()
              + " is of type "
              + type
              + "; parameters have to be float32, buffers float32 or whole numbers: save"
              + " module.float()");
    }
    float[] values = new float[Math.toIntExact(tensor.numel())];
    if (values.length > 0) {
      Tensor floats = tensor.detach().to(ScalarType.Float).contiguous();
      floats.data_ptr_float().get(values);
    }
    for (float value : values) {
      if (whole && Math.abs(value) >= WHOLE) {
        throw new InvalidInputException(
            place + ": " + slot.name() + " holds whole numbers of 2^24 and more, as " + value);
      }
    }
    return new Held(slot.name(), trained, type, tensor.shape(), values);
  }

  private static void checkShared(
      Held first, ScriptTensors.Slot slot, Tensor tensor, String place) {
    if (!java.util.Arrays.equals(first.shape(), tensor.shape())) {
      throw new InvalidInputException(
          place
              + ": "
              + first.name()
              + " and "
              + slot.name()
              + " share memory in different shapes; give one of them memory of its own (.clone())");
    }
  }

  /** A module of its own, in the caller's PointerScope. */
  static JitModule load(byte[] content, Device device, String place) {
    try {
      // libtorch reads files only; the name cannot be foreseen, and nobody else may write there.
      Path file = Files.createTempFile("ergodic-", ".pt");
      try {
        Files.write(file, content);
        return torch.load(file.toString(), new DeviceOptional(device), false);
      } finally {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (RuntimeException refused) {
      throw new InvalidInputException(
          place + ": libtorch cannot load it: " + firstLine(refused), refused);
    }
  }

  /** What libtorch says, without its stack. */
  static String firstLine(RuntimeException failure) {
    return String.valueOf(failure.getMessage())
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .findFirst()
        .orElse(failure.getClass().getSimpleName());
  }
}
