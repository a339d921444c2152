package io.ergodic.models.script;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.pytorch.ClassType;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.JitModule;
import org.bytedeco.pytorch.Obj;
import org.bytedeco.pytorch.Tensor;

/** The places of a module, and of all modules in it, that hold tensors, in a fixed order. */
final class ScriptTensors {
  private ScriptTensors() {}

  /**
   * A place.
   *
   * @param name as PyTorch has it, such as {@code encoder.0.weight}
   * @param parameter whether the module calls it one; everything else is a buffer
   */
  record Slot(String name, boolean parameter, Obj owner, long index) {
    /** What is there now, in the caller's PointerScope. */
    Tensor tensor() {
      return owner.getSlot(index).toTensor();
    }

    void put(Tensor tensor) {
      owner.setSlot(index, new IValue(tensor));
    }
  }

  /** All places with something in them; their owners belong to the caller's PointerScope. */
  static List<Slot> of(JitModule module) {
    List<Slot> slots = new ArrayList<>();
    collect(module._ivalue(), "", slots);
    return slots;
  }

  private static void collect(Obj object, String prefix, List<Slot> slots) {
    ClassType type = object.type();
    for (long i = 0; i < type.numAttributes(); i++) {
      String name = prefix + type.getAttributeName(i).getString();
      IValue value = object.getSlot(i);
      if (value.isModule()) {
        collect(value.toObject(), name + ".", slots);
      } else if (value.isTensor() && value.toTensor().defined()) {
        slots.add(new Slot(name, type.is_parameter(i), object, i));
      }
    }
  }
}
