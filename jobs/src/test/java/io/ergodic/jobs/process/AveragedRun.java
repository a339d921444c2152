package io.ergodic.jobs.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A run of the suite {@code faults.conf} in a process of its own, and what it leaves. */
final class AveragedRun {
  private static final Path SUITE = Launcher.SMALL.resolveSibling("faults.conf");
  private static final long LIMIT_SECONDS = 600;

  private final Path folder;
  private final String name;
  private final Path log;
  private final Process process;

  /**
   * @param folder of all runs, with the data they share
   * @param name of the output folder; one that is there is gone on with
   */
  AveragedRun(Path folder, String name, int workers, String... options) throws IOException {
    this.folder = folder;
    this.name = name;
    this.log = Files.createTempFile(folder, name, ".txt");
    List<String> arguments =
        new ArrayList<>(List.of("run", SUITE.toString(), "--out", name, "--data", "data"));
    String averaging = "systems.averaged.averaging.";
    arguments.addAll(List.of("--set", averaging + "workers=" + workers));
    // Sixteen rounds for any number of workers.
    arguments.addAll(List.of("--set", averaging + "localSteps=" + 600 / workers));
    arguments.addAll(List.of(options));
    process = Launcher.start(folder, log.toFile(), arguments.toArray(String[]::new));
  }

  /** What a finished run consists of, but for clocks. */
  record Bits(List<String> results, String checkpoint, String parameters, String states) {}

  String log() throws IOException {
    return Launcher.read(log.toFile());
  }

  /**
   * Waits until so many rounds are recorded in the output folder, by this or an earlier process.
   */
  void awaitRound(int round) throws IOException, InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
    while (lastRound() < round) {
      if (!process.isAlive() || System.nanoTime() > end) {
        throw new AssertionError("round " + round + " was not reached:\n" + log());
      }
      Thread.sleep(10);
    }
  }

  /** Kills the driver as {@code kill -9} does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** Waits for the end; null when it ended well, else all it has said. */
  String failure() throws IOException, InterruptedException {
    if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return "no end:\n" + log();
    }
    return process.exitValue() == 0 ? null : log();
  }

  Bits bits() throws IOException {
    Path last = files("round-").get(files("round-").size() - 1);
    return new Bits(
        Launcher.results(folder.resolve(name)),
        last.getFileName().toString(),
        hash(last.resolve("model.safetensors")),
        hash(last.resolve("training.safetensors")));
  }

  /** The files of the trial's rounds: one for every process that trained. */
  List<Path> files(String prefix) throws IOException {
    Path all = folder.resolve(name).resolve("averaging");
    if (!Files.isDirectory(all)) {
      return List.of();
    }
    try (Stream<Path> found = Files.walk(all, 2)) {
      return found
          .filter(path -> path.getFileName().toString().startsWith(prefix))
          .sorted()
          .toList();
    }
  }

  private int lastRound() throws IOException {
    List<Path> files = files("rounds-");
    if (files.isEmpty()) {
      return 0;
    }
    Path file = files.get(files.size() - 1);
    int first = Integer.parseInt(file.getFileName().toString().replaceAll("\\D", ""));
    return first - 1 + (int) Files.readString(file).chars().filter(c -> c == '\n').count();
  }

  private static String hash(Path file) throws IOException {
    return Integer.toHexString(Arrays.hashCode(Files.readAllBytes(file)));
  }
}
