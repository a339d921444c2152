package io.ergodic.jobs.spark;

import io.ergodic.datasets.settings.Explained;
import io.ergodic.evaluation.result.MachineFailure;
import io.ergodic.evaluation.result.Reason;
import java.io.IOException;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkException;

/** Says in one line why a Spark job failed, and whose fault it was. */
public final class SparkFailure {
  /** Spark's driver gets a task's exception as text: its class, message and stack in one string. */
  private static final Pattern TASK =
      Pattern.compile("most recent failure: .*?executor [^)]*\\): ([^\\n]*)", Pattern.DOTALL);

  private static final Pattern CAUSE = Pattern.compile("\\nCaused by: ([^\\n]*)");

  private static final Pattern FILES = Pattern.compile("^java\\.(io|nio\\.file)\\.\\w+Exception: ");

  private static final Pattern INDEX = Pattern.compile("Task (\\d+) in stage ");

  /** What Spark says of a job that was ended, and not of one that ended itself. */
  private static final Pattern ENDED = Pattern.compile("^Job (aborted|\\S+ cancelled|cancelled)");

  private SparkFailure() {}

  /** The message of the innermost cause, without the stack of the task. */
  public static String message(Throwable failure) {
    Throwable innermost = innermost(failure);
    String text = String.valueOf(innermost.getMessage());
    Matcher task = TASK.matcher(text);
    if (!task.find()) {
      return text.lines().findFirst().orElse(innermost.toString());
    }
    String message = task.group(1);
    Matcher cause = CAUSE.matcher(text);
    while (!explained(message) && cause.find()) {
      message = cause.group(1);
    }
    return message;
  }

  private static boolean explained(String message) {
    int colon = message.indexOf(':');
    try {
      return colon > 0
          && Explained.class.isAssignableFrom(Class.forName(message.substring(0, colon)));
    } catch (ClassNotFoundException | LinkageError unknown) {
      return false;
    }
  }

  /** The number of the task that has made a job fail; empty where it was none of its tasks. */
  public static OptionalInt task(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      Matcher index = INDEX.matcher(String.valueOf(each.getMessage()));
      if (each instanceof SparkException && index.find()) {
        return OptionalInt.of(Integer.parseInt(index.group(1)));
      }
    }
    return OptionalInt.empty();
  }

  /** Whether a failure here or in a task of a Spark job is the machine's, not a model's. */
  public static boolean ofMachine(Throwable failure) {
    if (MachineFailure.is(failure)) {
      return true;
    }
    Throwable inner = innermost(failure);
    boolean ended =
        inner instanceof SparkException && ENDED.matcher(String.valueOf(inner.getMessage())).find();
    return ended && MachineFailure.named(message(failure));
  }

  /** Whether the innermost cause is one of files, whose message says all there is to know. */
  public static boolean ofStorage(Throwable failure) {
    return innermost(failure) instanceof IOException || FILES.matcher(message(failure)).find();
  }

  /** The message with the class of what was thrown, as a record has it. */
  public static String reason(Throwable failure) {
    Throwable innermost = innermost(failure);
    return innermost instanceof SparkException
        ? Reason.line(message(failure))
        : Reason.of(innermost);
  }

  /** What began it, or the first that explains it. */
  public static Throwable innermost(Throwable failure) {
    Throwable innermost = failure;
    while (!(innermost instanceof Explained)
        && innermost.getCause() != null
        && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    return innermost;
  }
}
