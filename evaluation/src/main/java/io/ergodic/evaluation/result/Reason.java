package io.ergodic.evaluation.result;

import io.ergodic.datasets.settings.Explained;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Says in one line why something failed: for tables, logs and reports that others read. Without the
 * frames that native libraries put into their messages, and without the paths of anybody's home.
 */
public final class Reason {
  private static final int LETTERS = 500;

  /** From here on a native message is a stack trace. */
  private static final Pattern FRAMES =
      Pattern.compile("\\s*(Exception raised from|C\\+\\+ CapturedTraceback:|frame #0)");

  private static final Pattern BREAKS = Pattern.compile("\\s*\\R\\s*");

  /** Homes as the operating systems have them; of whom an executor runs as is not known here. */
  private static final Pattern HOMES =
      Pattern.compile(
          "(/home/[^/\\s:]+|/Users/[^/\\s:]+|/root|[A-Z]:\\\\Users\\\\[^\\\\/\\s:]+)(?=[/\\\\])");

  /** Code whose frames say nothing about where a model failed. */
  private static final List<String> FOREIGN =
      List.of("java.", "javax.", "jdk.", "sun.", "scala.", "org.");

  private Reason() {}

  /**
   * The message of what explains itself; what was thrown, of files with its message alone, and of
   * everything else with the place in the code.
   */
  public static String of(Throwable failure) {
    if (failure instanceof UncheckedIOException wrapped) {
      IOException file = wrapped.getCause();
      boolean bare = String.valueOf(file).equals(wrapped.getMessage());
      return bare ? of(file) : line(wrapped.getMessage() + ": " + of(file));
    }
    if (failure instanceof Explained && failure.getMessage() != null) {
      return line(failure.getMessage());
    }
    if (failure instanceof IOException && failure.getMessage() != null) {
      boolean plain = failure.getClass() == IOException.class;
      String name = failure.getClass().getSimpleName();
      return line(plain ? failure.getMessage() : name + ": " + failure.getMessage());
    }
    String what = line(failure.toString());
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? what : what + " at " + place(trace);
  }

  /** A message as one line. */
  public static String line(String message) {
    String text = FRAMES.split(message.strip(), 2)[0];
    text = BREAKS.matcher(text.strip()).replaceAll("; ").replace("\t", " ");
    String home = System.getProperty("user.home", "");
    if (home.length() > 1) {
      text = text.replaceAll(Pattern.quote(home) + "(?=[/\\\\])", "~");
    }
    text = HOMES.matcher(text).replaceAll("~");
    return text.length() <= LETTERS ? text : text.substring(0, LETTERS - 1) + "…";
  }

  /** The innermost frame that is not of a library. */
  private static StackTraceElement place(StackTraceElement[] trace) {
    for (StackTraceElement frame : trace) {
      if (FOREIGN.stream().noneMatch(frame.getClassName()::startsWith)) {
        return frame;
      }
    }
    return trace[0];
  }
}
