package io.ergodic.models.block;

import io.ergodic.datasets.settings.Explained;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.bytedeco.pytorch.Tensor;

/**
 * A block could not be applied: where in its network it stands, the shape of its input, and why.
 * The native library says no more than which two matrices did not fit.
 */
public final class BlockFailedException extends RuntimeException implements Explained {
  private static final long serialVersionUID = 1L;

  private BlockFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * Applies a block that has a name.
   *
   * @throws BlockFailedException when the block throws, or one inside of it has
   */
  public static Tensor located(String name, Block block, Tensor input, Pass pass) {
    try {
      return block.forward(input, pass);
    } catch (RuntimeException failure) {
      throw in(name, input, failure);
    }
  }

  /** A failure inside a block: the innermost input is the one that is told of. */
  static BlockFailedException in(String name, Tensor input, RuntimeException failure) {
    if (failure instanceof BlockFailedException inner) {
      return new BlockFailedException(name + ", " + inner.getMessage(), inner.getCause());
    }
    String message = String.valueOf(failure.getMessage()).strip().lines().findFirst().orElse("");
    return new BlockFailedException(
        name + ", input " + shape(input) + ": " + message + place(failure), failure);
  }

  /** What a block is called that stands in a sequence. */
  static String name(Block block, int index, int count) {
    Class<?> type = block.getClass();
    String kind =
        type.isHidden() || type.isAnonymousClass() ? "" : " (" + type.getSimpleName() + ")";
    return "block " + (index + 1) + " of " + count + kind;
  }

  private static String shape(Tensor input) {
    return Arrays.stream(input.shape())
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(" x "));
  }

  /** The frame that called the native library. */
  private static String place(RuntimeException failure) {
    return Arrays.stream(failure.getStackTrace())
        .filter(frame -> !frame.getClassName().startsWith("org.bytedeco."))
        .findFirst()
        .map(frame -> " at " + frame)
        .orElse("");
  }
}
