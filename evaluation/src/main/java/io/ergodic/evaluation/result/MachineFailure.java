package io.ergodic.evaluation.result;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells failures of the machine (memory, disk, network, a native library that does not load, an
 * accelerator) from those of a model. A trial that meets one has not been measured: it is tried
 * again and never ranked.
 */
public final class MachineFailure {
  /**
   * Native engines have one exception for everything: only its text says that memory ran out. So it
   * is with calls of a Spark that has stopped.
   */
  private static final Pattern NATIVE =
      Pattern.compile(
          "out of memory|can't allocate memory|cannot allocate|failed to allocate|not enough memory|bad_alloc"
              + "|CUDA error(?!: device-side assert)|CUDNN_STATUS_|CUBLAS_STATUS_|NCCL error"
              + "|stopped SparkContext|SparkContext (was|has been|is) ",
          Pattern.CASE_INSENSITIVE);

  private static final List<Class<? extends Throwable>> SIGNS =
      List.of(
          IOException.class,
          LinkageError.class,
          InterruptedException.class,
          TimeoutException.class);

  private static final Pattern CLASS = Pattern.compile("^([\\w.$]+)(?=:|\\s*$)");

  private MachineFailure() {}

  /** Whether a failure, or what began it, is the machine's. */
  public static boolean is(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (is(each.getClass()) || isNative(each)) {
        return true;
      }
      if (each.getCause() == each) {
        return false;
      }
    }
    return false;
  }

  /** Whether what is thrown of a class is the machine's; a stack that overflows is the model's. */
  public static boolean is(Class<?> type) {
    return SIGNS.stream().anyMatch(sign -> sign.isAssignableFrom(type))
        || type.getName().startsWith("org.apache.spark.shuffle.")
        || (VirtualMachineError.class.isAssignableFrom(type)
            && !StackOverflowError.class.isAssignableFrom(type));
  }

  /**
   * Whether a failure that has come as text is the machine's.
   *
   * @param text as {@link Throwable#toString} has it; what begins with no known class, such as that
   *     an executor was lost, is said by the machine
   */
  public static boolean named(String text) {
    Matcher name = CLASS.matcher(text);
    if (!name.find() || NATIVE.matcher(text).find()) {
      return true;
    }
    try {
      return is(Class.forName(name.group(1), false, MachineFailure.class.getClassLoader()));
    } catch (ClassNotFoundException | LinkageError unknown) {
      return !name.group(1).contains(".");
    }
  }

  private static boolean isNative(Throwable failure) {
    return failure instanceof RuntimeException
        && failure.getMessage() != null
        && NATIVE.matcher(failure.getMessage()).find();
  }
}
