package io.ergodic.jobs.kill;

import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.storage.HiddenName;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.run.RunOptions;
import io.ergodic.jobs.run.SuiteRun;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.testing.EditedRecord;
import io.ergodic.jobs.testing.LocalSpark;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * A suite that writes a file of every sort in a second, twice: at first, and again after it has
 * been changed so that records are added to, trainings are replaced and pages go.
 */
public final class SmallRun {
  private static final String FIRST =
      """
      name = small
      datasets {
        henon { source = map, system = Henon, length = 400, transient = 10, seed = 7
                trajectories { train = 2, validation = 1, test = 1 } }
      }
      systems {
        averaged { family = shallow-plrnn, hidden = 4, sequenceLength = 10, epochs = 2
                   batchesPerEpoch = 4
                   averaging { workers = 2, localSteps = 2, checkpoint { rounds = 1, keep = 1 } } }
        nvar {}
        persistence {}
      }
      experiments {
        free { task = reconstruction, datasets = [henon], seeds = [1]
               systems = [averaged, nvar, persistence], metrics = [pe_20] }
      }
      """;
  private static final String THEN =
      FIRST
          .replace("[pe_20]", "[pe_20, d_h]")
          .replace("nvar {}", "nvar { delays = 3 }")
          .replace("free {", "renamed {");

  private final Path folder;
  private final boolean then;
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  /**
   * @param folder of data and results
   * @param then whether it is the changed suite, for which the first one's results are there
   */
  public SmallRun(Path folder, boolean then) {
    this.folder = folder;
    this.then = then;
  }

  /** In a process of its own, that halts where a system property says. */
  public static void main(String[] arguments) throws IOException {
    try (SparkSession session = LocalSpark.start(1)) {
      new SmallRun(Path.of(arguments[0]), Boolean.parseBoolean(arguments[1])).run(session);
    }
  }

  /** Runs the suite. */
  public void run(SparkSession session) throws IOException {
    OutputFolder output =
        new OutputFolder(out().toString(), session.sparkContext().hadoopConfiguration());
    PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
    new SuiteRun(
            LateSession.of(session),
            Suite.read(Settings.parse(then ? THEN : FIRST, "")),
            output,
            folder.resolve("data").toString(),
            stream)
        .run(RunOptions.DEFAULT);
  }

  /** What it has said. */
  public String shown() {
    return shown.toString(StandardCharsets.UTF_8);
  }

  Path out() {
    return folder.resolve("out");
  }

  /** All files that are left, by name, with what no clock enters of their content. */
  public Map<String, String> left() throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(folder)) {
      files = all.filter(Files::isRegularFile).sorted().toList();
    }
    Map<String, String> left = new TreeMap<>();
    for (Path file : files) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (isOfAnother(name)) {
        continue;
      }
      // A round whose checkpoint was the last thing written has no line, so the next has the first.
      left.put(name.replaceAll("rounds-\\d+", "rounds"), content(name, file));
    }
    return left;
  }

  /** Whether the suite no longer asks for it: what a killed run has left of such may stay. */
  private boolean isOfAnother(String name) throws IOException {
    String[] parts = name.split("/");
    boolean named =
        parts.length > 2 && List.of("trials", "models", "figures", "averaging").contains(parts[1]);
    String suite = Files.readString(out().resolve("suite.json"));
    return named && !parts[2].startsWith(".") && !suite.contains(parts[2].split("\\.")[0]);
  }

  private String content(String name, Path file) throws IOException {
    if (HiddenName.is(file.getFileName().toString())) {
      return "left by a writer";
    }
    if (name.equals("out/results.csv")) {
      return Files.readAllLines(file).stream()
          .map(line -> line.split(",", -1))
          .map(cells -> List.of(cells).subList(0, 8).stream().collect(Collectors.joining(",")))
          .collect(Collectors.joining("\n"));
    }
    if (name.startsWith("out/trials/") && name.endsWith(".json")) {
      return EditedRecord.withoutSum(Files.readString(file))
          .replaceAll("\"seconds\":\\{[^}]*}", "");
    }
    boolean same =
        name.startsWith("data/")
            || name.endsWith("model.safetensors")
            || name.startsWith("out/models/")
            || (name.startsWith("out/figures/") && !ofAveraged(file));
    return same ? String.valueOf(Arrays.hashCode(Files.readAllBytes(file))) : "there";
  }

  /** Figures of a training by averaging tell how long each round took. */
  private boolean ofAveraged(Path figures) {
    return Files.exists(
        out().resolve("averaging").resolve(figures.getFileName().toString().split("\\.")[0]));
  }

  /** Copies all that is there to begin with. */
  public static void copy(Path from, Path to) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(from)) {
      all = found.toList();
    }
    for (Path file : all) {
      Path target = to.resolve(from.relativize(file).toString());
      if (Files.isDirectory(file)) {
        Files.createDirectories(target);
      } else {
        Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
