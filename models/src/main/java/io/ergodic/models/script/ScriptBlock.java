package io.ergodic.models.script;

import io.ergodic.models.block.Block;
import io.ergodic.models.block.Initial;
import io.ergodic.models.block.Parameter;
import io.ergodic.models.block.Parameters;
import io.ergodic.models.block.Pass;
import io.ergodic.models.learner.Merge;
import io.ergodic.models.libtorch.TorchLearner;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * A module scripted in PyTorch as a block. Its parameters are views into the arena's vector, put
 * into the module in place of those it came with. Its buffers stand in the vector too, but a
 * forward pass works on copies, which go back after a pass of training: a module may assign them
 * anew or count in whole numbers, and evaluation has to leave them alone.
 */
final class ScriptBlock implements Block {
  private final ScriptFile file;
  private final Map<String, Parameter> byName = new HashMap<>();
  private final List<Buffer> buffers = new ArrayList<>();
  private JitModule module;
  private boolean training;

  /** A buffer's place and its share of the vector. */
  private record Buffer(ScriptTensors.Slot slot, Parameter home, ScalarType type) {}

  /** Declares all tensors of the module; the module itself is loaded once they have memory. */
  ScriptBlock(Parameters parameters, ScriptFile file) {
    this.file = file;
    for (ScriptFile.Held held : file.tensors()) {
      Initial initial =
          (target, from, shape, random) ->
              System.arraycopy(held.values(), 0, target, from, held.values().length);
      byName.put(held.name(), declare(parameters, held, initial));
    }
    parameters.onClose(this::close);
  }

  /** Counters count on all workers; what they do not change has the same sum everywhere. */
  private static Parameter declare(Parameters parameters, ScriptFile.Held held, Initial initial) {
    if (held.trained()) {
      return parameters.parameter(held.name(), initial, held.shape());
    }
    Merge merge = held.whole() ? Merge.SUM : Merge.MEAN;
    return parameters.buffer(held.name(), merge, initial, held.shape());
  }

  @Override
  public Tensor forward(Tensor input, Pass pass) {
    if (module == null) {
      load();
    }
    if (training != pass.training()) {
      module.train(pass.training());
      training = pass.training();
    }
    // Of this thread. What is optimised after the first passes rounds otherwise than before: a
    // resumed training would not have the bits of an unbroken one.
    torch.setGraphExecutorOptimize(false);
    lend();
    Tensor output =
        pass.training() && file.random()
            ? ScriptDraws.from(pass, input, () -> call(input))
            : call(input);
    if (pass.training()) {
      takeBack();
    }
    return output;
  }

  private Tensor call(Tensor input) {
    return module.forward(new IValueVector(new IValue(input))).toTensor();
  }

  /** Owners and module live as long as the block, hence the references retained. */
  private void load() {
    try (PointerScope scope = new PointerScope()) {
      Tensor first = byName.get(file.names().get(0)).tensor();
      JitModule loaded = ScriptFile.load(file.content(), first.device(), "the module");
      List<ScriptTensors.Slot> slots = ScriptTensors.of(loaded);
      for (int i = 0; i < slots.size(); i++) {
        ScriptTensors.Slot slot = slots.get(i);
        Parameter home = byName.get(file.names().get(i));
        if (slot.parameter()) {
          slot.put(home.tensor());
        } else {
          slot.owner().retainReference();
          buffers.add(new Buffer(slot, home, slot.tensor().scalar_type().intern()));
        }
      }
      loaded.train(false);
      training = false;
      module = loaded.retainReference();
    }
  }

  private void lend() {
    for (Buffer buffer : buffers) {
      TorchLearner.withoutGradients(
          () -> {
            Tensor copy = buffer.home().tensor().clone();
            buffer.slot().put(buffer.type() == ScalarType.Float ? copy : copy.to(buffer.type()));
            return null;
          });
    }
  }

  /** Past the version counter that all views of the vector share: back-propagation checks it. */
  private void takeBack() {
    for (Buffer buffer : buffers) {
      TorchLearner.withoutGradients(
          () -> buffer.home().tensor().variable_data().copy_(buffer.slot().tensor()));
    }
  }

  private void close() {
    if (module != null) {
      buffers.forEach(buffer -> buffer.slot().owner().close());
      buffers.clear();
      module.close();
      module = null;
    }
  }
}
