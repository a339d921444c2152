package io.ergodic.models.device;

import java.io.Serializable;

/**
 * Where a model computes.
 *
 * @param label {@code cpu} or {@code cuda:INDEX}
 * @param address of the GPU that was assigned; empty when none was
 * @param reason why the assigned GPU is not used; empty when it is, or when none was assigned
 */
public record Device(String label, String address, String reason) implements Serializable {
  public static final Device CPU = new Device("cpu", "", "");

  private static final String CUDA = "cuda:";

  /** A GPU that is used. */
  public static Device cuda(String address) {
    return new Device(CUDA + address, address, "");
  }

  /** The processor, because the GPU of this address cannot be used. */
  public static Device insteadOf(String address, String reason) {
    return new Device(CPU.label, address, reason);
  }

  /** Number of the GPU in libtorch's count. */
  public byte index() {
    return Byte.parseByte(label.substring(CUDA.length()));
  }

  /** Whether it is a GPU. */
  public boolean isCuda() {
    return label.startsWith(CUDA);
  }

  /**
   * As it stands in results: the label, and in parentheses the address and reason of a fallback.
   */
  public String describe() {
    return reason.isEmpty() ? label : label + " (GPU " + address + " not used: " + reason + ")";
  }
}
