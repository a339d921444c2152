package io.ergodic.jobs.spark;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in one line why a Spark job failed. */
public final class SparkFailure {
  /** Spark's driver gets a task's exception as text: its class, message and stack in one string. */
  private static final Pattern TASK =
      Pattern.compile("most recent failure: .*?executor [^)]*\\): ([^\\n]*)", Pattern.DOTALL);

  private static final Pattern CAUSE = Pattern.compile("\\nCaused by: ([^\\n]*)");

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
    while (cause.find()) {
      message = cause.group(1);
    }
    return message;
  }

  /** Whether the innermost cause is one of files, whose message says all there is to know. */
  public static boolean ofStorage(Throwable failure) {
    return innermost(failure) instanceof IOException;
  }

  /** What began it. */
  public static Throwable innermost(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null && innermost.getCause() != innermost) {
      innermost = innermost.getCause();
    }
    return innermost;
  }
}
