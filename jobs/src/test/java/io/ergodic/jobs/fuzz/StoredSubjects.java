package io.ergodic.jobs.fuzz;

import io.ergodic.datasets.kind.DataKind;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.evaluation.result.ArtefactJson;
import io.ergodic.evaluation.result.TrialJson;
import io.ergodic.jobs.data.DatasetJob;
import io.ergodic.jobs.data.DatasetReader;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.file.Safetensors;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.run.RunOptions;
import io.ergodic.jobs.run.SuiteRun;
import io.ergodic.jobs.spark.LateSession;
import io.ergodic.jobs.suite.Suite;
import io.ergodic.jobs.suite.SuiteFile;
import io.ergodic.jobs.testing.LocalSpark;
import io.ergodic.jobs.train.TrainingState;
import io.ergodic.jobs.train.checkpoint.Checkpoints;
import io.ergodic.jobs.train.checkpoint.TrainingIdentity;
import io.ergodic.jobs.trial.StoredModel;
import io.ergodic.jobs.trial.StoredRecords;
import io.ergodic.jobs.trial.TrialStore;
import io.ergodic.models.training.EpochLoss;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.network.util.JavaUtils;
import org.apache.spark.sql.SparkSession;

/**
 * Readers of what this program has written: a small suite is run, and what it leaves is damaged.
 */
final class StoredSubjects {
  private static final String SUITE =
      """
      name = small
      datasets {
        lorenz { source = flow, system = Lorenz, length = 300, transient = 5, seed = 7
                 trajectories { train = 2, validation = 1, test = 1 } }
        shapes { source = attractor-net, classes = 2, size = 8, points = 200
                 perClass { train = 4, validation = 1, test = 2 } }
      }
      systems { nvar {}, persistence {}, climatology {} }
      experiments {
        free { task = reconstruction, datasets = [lorenz], systems = [nvar], metrics = [pe_1] }
      }
      """;

  private static final TrainingIdentity IDENTITY = TrainingIdentity.of("{}", "{}", 1);

  private final Path folder;
  private final Configuration configuration = new Configuration();

  StoredSubjects(Path folder) {
    this.folder = folder;
  }

  Map<String, Subject> all() throws IOException {
    Path output = folder.resolve("out");
    Path data = folder.resolve("data");
    run(output, data);
    Map<String, Subject> all = new TreeMap<>();
    suites(all);
    results(all, output);
    checkpoints(all);
    for (Path dataset : files(data)) {
      dataset(all, dataset);
    }
    return all;
  }

  private void run(Path output, Path data) throws IOException {
    String suite = SUITE.replace("systems = [nvar], ", "systems = [nvar, persistence], ");
    try (SparkSession session = LocalSpark.start(1)) {
      PrintStream nowhere =
          new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
      OutputFolder out = new OutputFolder(output.toString(), configuration);
      new SuiteRun(
              LateSession.of(session),
              Suite.read(Settings.parse(suite, "")),
              out,
              data.toString(),
              nowhere)
          .run(RunOptions.DEFAULT);
      DatasetSpec shapes = Suite.datasets(Settings.parse(SUITE, "")).get("shapes");
      new DatasetJob(
              JavaSparkContext.fromSparkContext(session.sparkContext()),
              new org.apache.hadoop.fs.Path(data.toUri()))
          .ensure(shapes);
    }
  }

  private void suites(Map<String, Subject> all) {
    Path file = folder.resolve("suite.conf");
    byte[] seed = SUITE.getBytes(StandardCharsets.UTF_8);
    byte[] other =
        "a = [1, 2, ${b}], b = ${?c} 7\ninclude \"suite.conf\"\nx.y.z = 10 ms\n"
            .getBytes(StandardCharsets.UTF_8);
    Subject.Reader reader =
        bytes -> {
          Files.write(file, bytes);
          return () -> Suite.read(SuiteFile.load(file, List.of()));
        };
    // Refusals of a setting say the setting.
    all.put(
        "suite",
        new Subject(List.of(seed, seed, other), plain(), reader, List.of(""), Subject.USUAL));
  }

  private void results(Map<String, Subject> all, Path output) throws IOException {
    List<byte[]> records = contents(output.resolve("trials"), ".json");
    all.put(
        "record",
        new Subject(
            records,
            plain(),
            bytes -> {
              String text = new String(bytes, StandardCharsets.UTF_8);
              return () -> TrialJson.fromJson(text, "x.json");
            },
            List.of("x.json"),
            Subject.USUAL));
    List<byte[]> figures = new ArrayList<>();
    for (byte[] packed : contents(output.resolve("figures"), ".json.gz")) {
      try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
        figures.add(in.readAllBytes());
      }
    }
    all.put(
        "figures",
        new Subject(
            figures,
            List.of(Packing.GZIP, Packing.GZIP, Packing.NONE),
            bytes -> () -> ArtefactJson.read(new ByteArrayInputStream(bytes), "x.json.gz"),
            List.of("x.json.gz"),
            Subject.USUAL));
    List<byte[]> models = contents(output.resolve("models"), ".safetensors");
    all.put(
        "safetensors",
        new Subject(
            models,
            plain(),
            bytes ->
                () ->
                    Safetensors.read(
                        new ByteArrayInputStream(bytes), bytes.length, "x.safetensors"),
            List.of("x.safetensors"),
            Subject.USUAL));
    Path model = folder.resolve("m.safetensors");
    all.put(
        "model",
        new Subject(
            models,
            plain(),
            bytes -> {
              Files.write(model, bytes);
              var path = new org.apache.hadoop.fs.Path(model.toUri());
              return () -> StoredModel.read(path, configuration);
            },
            List.of("m.safetensors", "family", "settings", "task"),
            Subject.USUAL));
    all.put("index", index(output));
    Path described = folder.resolve("described");
    Files.createDirectories(described);
    all.put(
        "suite.json",
        new Subject(
            List.of(Files.readAllBytes(output.resolve("suite.json"))),
            plain(),
            bytes -> {
              Files.write(described.resolve("suite.json"), bytes);
              return () -> {
                OutputFolder read = new OutputFolder(described.toString(), configuration);
                read.provenance();
                read.trials();
              };
            },
            List.of("suite.json"),
            Subject.USUAL));
  }

  /** The index of records is looked at first, and never believed. */
  private Subject index(Path output) throws IOException {
    Path index = output.resolve("trials/.index.jsonl");
    List<byte[]> seeds = List.of(Files.readAllBytes(index));
    var path = new org.apache.hadoop.fs.Path(output.toUri());
    return new Subject(
        seeds,
        plain(),
        bytes -> {
          Files.write(index, bytes);
          return () -> {
            StoredRecords records = new StoredRecords(new TrialStore(path, configuration));
            for (String hash : records.finished()) {
              records.get(hash);
            }
          };
        },
        List.of("never refused"),
        Subject.USUAL);
  }

  private void checkpoints(Map<String, Subject> all) throws IOException {
    Path stored = folder.resolve("checkpoints");
    var path = new org.apache.hadoop.fs.Path(stored.toUri());
    TrainingState state =
        new TrainingState(
            0,
            3,
            36L,
            new float[] {1, 2, 3},
            List.of(new float[] {0.5f, 4}),
            List.of(),
            new float[] {9},
            0.25,
            List.of(new EpochLoss(0, 0.7, 0.5)),
            new TrainingState.Best(new float[] {1, 1, 3}, 0.5, 1));
    new Checkpoints(path, 2, configuration).write(state, 2, IDENTITY, 1.5);
    Map<String, byte[]> whole = new TreeMap<>();
    for (Path file : files(stored.resolve("round-000003"))) {
      whole.put(file.getFileName().toString(), Files.readAllBytes(file));
    }
    for (String name : whole.keySet()) {
      all.put(
          "checkpoint " + name,
          new Subject(
              List.of(whole.get(name)),
              plain(),
              bytes -> {
                // Damaged ones are set aside.
                JavaUtils.deleteRecursively(stored.toFile());
                Path checkpoint = Files.createDirectories(stored.resolve("round-000003"));
                for (Map.Entry<String, byte[]> file : whole.entrySet()) {
                  Files.write(checkpoint.resolve(file.getKey()), file.getValue());
                }
                Files.write(checkpoint.resolve(name), bytes);
                return () -> new Checkpoints(path, 2, configuration).last(IDENTITY);
              },
              List.of("round-000003"),
              Subject.USUAL));
    }
  }

  private void dataset(Map<String, Subject> all, Path dataset) throws IOException {
    String name = dataset.getFileName().toString().replaceFirst("-.*", "");
    Path copy = folder.resolve("copy-" + name);
    Files.createDirectories(copy);
    for (Path file : files(dataset)) {
      Files.copy(file, copy.resolve(file.getFileName()));
    }
    var path = new org.apache.hadoop.fs.Path(copy.toUri());
    Path file = copy.resolve(Manifest.FILE);
    byte[] manifest = Files.readAllBytes(file);
    all.put(
        name + " manifest",
        new Subject(
            List.of(manifest),
            plain(),
            bytes -> {
              Files.write(file, bytes);
              return () -> {
                Manifest read = new DatasetReader(configuration).manifest(path);
                DataKind.of(read.schema()).outline(read);
              };
            },
            // Of a kind of data that nobody knows, the kind is said.
            List.of(Manifest.FILE, "schema.kind"),
            // An outline has some million zeros for each split.
            4 * Subject.USUAL));
    Path shard = copy.resolve("shard-00000.parquet");
    byte[] whole = Files.readAllBytes(shard);
    String text = new String(manifest, StandardCharsets.UTF_8);
    all.put(
        name + " shard",
        new Subject(
            List.of(whole),
            plain(),
            bytes -> {
              Files.write(shard, bytes);
              // The length is as the manifest says: what is wrong is found inside.
              String fitting =
                  text.replaceFirst("\"bytes\" : " + whole.length, "\"bytes\" : " + bytes.length);
              Files.writeString(file, fitting);
              return () -> new DatasetReader(configuration).read(path);
            },
            List.of("shard-00000.parquet", dataset.getFileName().toString()),
            Subject.USUAL));
  }

  private static List<Packing> plain() {
    return List.of(Packing.NONE);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> list = Files.list(folder)) {
      return list.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList();
    }
  }

  private static List<byte[]> contents(Path folder, String ending) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (Path file : files(folder)) {
      if (file.toString().endsWith(ending)) {
        contents.add(Files.readAllBytes(file));
      }
    }
    return contents;
  }
}
