package io.ergodic.jobs.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.apache.spark.network.util.JavaUtils;

/**
 * Damaged files for every reader. A new reader of files gets a subject in {@link SourceSubjects} or
 * {@link StoredSubjects} and a line here.
 */
@PropertyDefaults(shrinking = ShrinkingMode.BOUNDED, edgeCases = EdgeCasesMode.NONE)
class ReadersFuzzTest {
  private static final String SEED = "20261127";
  private static final Map<String, Subject> SUBJECTS = new TreeMap<>();
  private static final Map<String, Watch> WATCHES = new TreeMap<>();

  private static Path folder;

  @BeforeContainer
  static void makeWholeFiles() throws IOException {
    folder = Files.createTempDirectory("fuzz");
    SUBJECTS.putAll(new SourceSubjects(folder).all());
    SUBJECTS.putAll(new StoredSubjects(folder).all());
  }

  @AfterContainer
  static void sayHowMany() throws IOException {
    WATCHES.forEach((name, watch) -> System.out.println("fuzz " + name + ": " + watch.summary()));
    JavaUtils.deleteRecursively(folder.toFile());
  }

  @Provide
  Arbitrary<List<Mutation>> damage() {
    return Mutations.some();
  }

  @Property(seed = SEED)
  void csv(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("csv", damage, draw);
  }

  @Property(seed = SEED)
  void text(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("text", damage, draw);
  }

  @Property(seed = SEED)
  void ts(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("ts", damage, draw);
  }

  @Property(seed = SEED)
  void tsv(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("tsv", damage, draw);
  }

  @Property(seed = SEED)
  void npy(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("npy", damage, draw);
  }

  @Property(seed = SEED)
  void idxImages(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("idx-images", damage, draw);
  }

  @Property(seed = SEED)
  void idxLabels(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("idx-labels", damage, draw);
  }

  @Property(seed = SEED)
  void png(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("png", damage, draw);
  }

  @Property(seed = SEED)
  void jpeg(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("jpeg", damage, draw);
  }

  @Property(seed = SEED)
  void tar(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("tar", damage, draw);
  }

  @Property(seed = SEED)
  void equations(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("equations", damage, draw);
  }

  @Property(seed = SEED)
  void suite(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("suite", damage, draw);
  }

  @Property(seed = SEED)
  void record(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("record", damage, draw);
  }

  @Property(seed = SEED)
  void figures(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("figures", damage, draw);
  }

  @Property(seed = SEED)
  void safetensors(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("safetensors", damage, draw);
  }

  @Property(seed = SEED)
  void model(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("model", damage, draw);
  }

  @Property(seed = SEED)
  void index(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("index", damage, draw);
  }

  @Property(seed = SEED)
  void suiteJson(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("suite.json", damage, draw);
  }

  @Property(seed = SEED)
  void checkpointStateJson(@ForAll("damage") List<Mutation> damage, @ForAll int draw)
      throws IOException {
    look("checkpoint state.json", damage, draw);
  }

  @Property(seed = SEED)
  void checkpointModelSafetensors(@ForAll("damage") List<Mutation> damage, @ForAll int draw)
      throws IOException {
    look("checkpoint model.safetensors", damage, draw);
  }

  @Property(seed = SEED)
  void checkpointTrainingSafetensors(@ForAll("damage") List<Mutation> damage, @ForAll int draw)
      throws IOException {
    look("checkpoint training.safetensors", damage, draw);
  }

  @Property(seed = SEED)
  void lorenzManifest(@ForAll("damage") List<Mutation> damage, @ForAll int draw)
      throws IOException {
    look("lorenz manifest", damage, draw);
  }

  @Property(seed = SEED)
  void lorenzShard(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("lorenz shard", damage, draw);
  }

  @Property(seed = SEED)
  void shapesManifest(@ForAll("damage") List<Mutation> damage, @ForAll int draw)
      throws IOException {
    look("shapes manifest", damage, draw);
  }

  @Property(seed = SEED)
  void shapesShard(@ForAll("damage") List<Mutation> damage, @ForAll int draw) throws IOException {
    look("shapes shard", damage, draw);
  }

  private static void look(String name, List<Mutation> damage, int draw) throws IOException {
    Subject subject = SUBJECTS.get(name);
    byte[] bytes = subject.damaged(damage, draw);
    Watch watch = WATCHES.computeIfAbsent(name, unused -> new Watch());
    try {
      watch.look(subject.reader().of(bytes), subject.names(), subject.most());
    } catch (AssertionError found) {
      throw new AssertionError(
          name + " of " + bytes.length + " bytes after " + damage + ": " + found.getMessage(),
          found);
    }
  }
}
