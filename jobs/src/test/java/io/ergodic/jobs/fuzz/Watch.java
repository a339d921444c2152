package io.ergodic.jobs.fuzz;

import com.sun.management.ThreadMXBean;
import io.ergodic.datasets.settings.InvalidInputException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets a reader read in a thread of its own and looks at how it ends. */
final class Watch {
  /** Far above what reading a file of some kilobytes takes on any machine, however busy. */
  private static final int SECONDS = 60;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private ExecutorService thread = started();
  private int read;
  private int refused;

  /** Reads a file. */
  @FunctionalInterface
  interface Reading {
    void read() throws Exception;
  }

  private record Ending(Throwable thrown, long allocated) {}

  private static ExecutorService started() {
    return Executors.newSingleThreadExecutor(
        task -> {
          Thread thread = new Thread(task, "fuzz");
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * Reads, and fails unless what comes is an answer or a sentence.
   *
   * @param names of which the sentence has to say one
   * @param most bytes that may be allocated in all
   */
  void look(Reading reading, List<String> names, long most) {
    Ending ending = end(reading);
    if (ending.allocated > most) {
      throw new AssertionError(
          ending.allocated + " bytes allocated, at most " + most, ending.thrown);
    }
    if (ending.thrown == null) {
      read++;
      return;
    }
    refused++;
    if (!(ending.thrown instanceof InvalidInputException)) {
      throw new AssertionError("not a refusal: " + ending.thrown, ending.thrown);
    }
    String message = String.valueOf(ending.thrown.getMessage());
    if (names.stream().noneMatch(message::contains)) {
      throw new AssertionError("names none of " + names + ": " + message, ending.thrown);
    }
    if (message.length() > 5000) {
      throw new AssertionError("a refusal of " + message.length() + " letters", ending.thrown);
    }
  }

  private Ending end(Reading reading) {
    Future<Ending> future =
        thread.submit(
            () -> {
              long before = THREADS.getCurrentThreadAllocatedBytes();
              Throwable thrown = null;
              try {
                reading.read();
              } catch (Throwable any) {
                thrown = any;
              }
              return new Ending(thrown, THREADS.getCurrentThreadAllocatedBytes() - before);
            });
    try {
      return future.get(SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException hanging) {
      StackTraceElement[] where =
          Thread.getAllStackTraces().entrySet().stream()
              .filter(entry -> entry.getKey().getName().equals("fuzz"))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElse(new StackTraceElement[0]);
      thread.shutdownNow();
      thread = started();
      throw new AssertionError(
          "hangs in " + Arrays.asList(where).subList(0, Math.min(12, where.length)));
    } catch (InterruptedException | ExecutionException broken) {
      throw new AssertionError(broken);
    }
  }

  /** What became of all files. */
  String summary() {
    return (read + refused) + " files: " + read + " read, " + refused + " refused";
  }
}
