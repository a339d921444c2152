package io.ergodic.models.device;

import java.io.Serializable;

/**
 * Where a model computes.
 *
 * @param label as libtorch has it: {@code cpu} or {@code cuda:INDEX}
 * @param address of the GPU that was assigned; empty when none was
 * @param reason why the assigned GPU is not used; empty when it is, or when none was assigned
 * @param isCuda whether all is done as on a GPU: tensors are made there, and vectors copied. A test
 *     without a GPU has it done so on the processor.
 */
public record Device(String label, String address, String reason, boolean isCuda)
    implements Serializable {
  public static final Device CPU = new Device("cpu", "", "", false);

  private static final String CUDA = "cuda:";

  /**
   * A GPU that is used.
   *
   * @param index in CUDA's count
   * @param address by which the cluster assigned it: a number of its own count, or a name
   */
  public static Device cuda(int index, String address) {
    return new Device(CUDA + index, address, "", true);
  }

  /** The processor, because the GPU of this address cannot be used. */
  public static Device insteadOf(String address, String reason) {
    return new Device(CPU.label, address, reason, false);
  }

  /** Whether draws and arithmetic are CUDA's own. */
  public boolean isNamedCuda() {
    return label.startsWith(CUDA);
  }

  /** Number of the GPU in libtorch's count. */
  public byte index() {
    return Byte.parseByte(label.substring(CUDA.length()));
  }

  /**
   * As it stands in results: the label, and in parentheses the address and reason of a fallback.
   */
  public String describe() {
    return reason.isEmpty() ? label : label + " (GPU " + address + " not used: " + reason + ")";
  }
}
