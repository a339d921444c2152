package io.ergodic.jobs.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs scripts of the project as a user would, and collects what they print. */
final class Launcher {
  static final Path ROOT = Path.of(System.getProperty("ergodic.root")).toAbsolutePath().normalize();
  static final Path SMALL = ROOT.resolve("jobs/src/test/resources/suites/small.conf");
  private static final long LIMIT_SECONDS = 300;

  /** What a finished process left. */
  record Outcome(int code, String output) {}

  private Launcher() {}

  /** Runs {@code ./ergodic} with these arguments in a folder and waits for it. */
  static Outcome run(Path folder, String... arguments) throws IOException, InterruptedException {
    return run(folder, Map.of(), arguments);
  }

  /** The same with more of the environment: an empty value takes a variable out of it. */
  static Outcome run(Path folder, Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    File log = Files.createTempFile(folder, "log", ".txt").toFile();
    Process process = start(folder, log, environment, arguments);
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("no end after " + LIMIT_SECONDS + " s:\n" + read(log));
    }
    return new Outcome(process.exitValue(), read(log));
  }

  /** Starts {@code ./ergodic} and returns at once; both streams go to {@code log}. */
  static Process start(Path folder, File log, String... arguments) throws IOException {
    return start(folder, log, Map.of(), arguments);
  }

  static Process start(Path folder, File log, Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(ROOT.resolve("ergodic").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log);
    change(builder.environment(), environment);
    return builder.start();
  }

  /** Sets variables; an empty value takes one away. */
  static void change(Map<String, String> environment, Map<String, String> changes) {
    changes.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            environment.remove(name);
          } else {
            environment.put(name, value);
          }
        });
  }

  /** The cells of {@code results.csv} that no clock enters, a line each. */
  static List<String> results(Path output) throws IOException {
    return Files.readAllLines(output.resolve("results.csv")).stream()
        .map(line -> line.split(",", -1))
        .map(cells -> List.of(cells).subList(0, 8).stream().collect(Collectors.joining(",")))
        .toList();
  }

  static String read(File log) throws IOException {
    return Files.readString(log.toPath());
  }
}
