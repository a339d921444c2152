package io.ergodic.jobs.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.jobs.data.DatasetCache;
import io.ergodic.jobs.data.PartCache;
import io.ergodic.jobs.data.SpillFile;
import io.ergodic.jobs.file.ContentFolder;
import io.ergodic.models.device.Device;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.natives.Accelerators;
import io.ergodic.models.natives.NativeLibraries;
import io.ergodic.models.training.Trainable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * A model of the catalogue on a dataset on disk. Where every worker sees all the data, a process
 * that trains reads the dataset once and holds it decoded in memory (DatasetCache), so it has to
 * fit there; a worker with a part of its own reads the shards of that part alone (PartCache).
 *
 * @param settings of the family, as canonical JSON
 * @param path where they stand in the suite, for messages
 * @param protocol name of the task's protocol
 * @param taskSettings of the protocol, as canonical JSON
 * @param dataFolder on a file system every executor reaches
 * @param dataHash of the dataset's content
 * @param output folder with the files that the settings name; empty where there is none
 * @param threads processor cores a learner may use
 */
public record FamilySource(
    String family,
    String settings,
    String path,
    String protocol,
    String taskSettings,
    String dataFolder,
    String dataHash,
    String output,
    long seed,
    int threads)
    implements TrainableSource {

  @Override
  public Trainable.Stepped create(Configuration configuration) throws IOException {
    return create(configuration, Assignment.WHOLE).stepped();
  }

  /**
   * The model as one that is fitted in one pass, on all the data.
   *
   * @throws InvalidInputException where it is trained by steps
   */
  Trainable.Solved solved(Configuration configuration) throws IOException {
    Dataset dataset = DatasetCache.get(dataFolder, configuration);
    if (trainable(dataset, Device.CPU, configuration) instanceof Trainable.Solved solved) {
      return solved;
    }
    throw new InvalidInputException(
        path + ".spread: " + family + " is trained by steps; averaging spreads those");
  }

  private Trainable trainable(Dataset dataset, Device device, Configuration configuration)
      throws IOException {
    ModelFamily model = ModelFamily.registry().get(family, path);
    NativeLibraries.load(model.engine());
    if (!output.isEmpty()) {
      new ContentFolder(new Path(output), configuration).fetch(settings);
    }
    Task task =
        Protocol.registry().get(protocol, path).task(Settings.parse(taskSettings, protocol));
    TrainingContext context =
        new TrainingContext(dataset, task, seed, new Resources(threads, device));
    return model.create(context.model(), Settings.parse(settings, path)).prepare(context);
  }

  @Override
  public WorkerLearner create(Configuration configuration, Assignment assignment)
      throws IOException {
    ModelFamily model = ModelFamily.registry().get(family, path);
    int part = assignment.part();
    int parts = assignment.parts();
    boolean whole = parts == 1;
    Dataset dataset =
        whole
            ? DatasetCache.get(dataFolder, configuration)
            : PartCache.get(dataFolder, part, parts, configuration);
    Device device = Accelerators.choose(model.engine(), assignment.address());
    Trainable.Stepped stepped = stepped(trainable(dataset, device, configuration), family, path);
    return whole
        ? new WorkerLearner(stepped, device, 0, () -> {})
        : new WorkerLearner(
            stepped,
            device,
            SpillFile.bytes(dataset),
            () -> PartCache.spill(dataFolder, part, parts, dataset));
  }

  /** A trainable as one of steps, or a clear refusal. */
  public static Trainable.Stepped stepped(Trainable trainable, String family, String path) {
    if (trainable instanceof Trainable.Stepped stepped) {
      return stepped;
    }
    throw new InvalidInputException(
        path
            + ".averaging: "
            + family
            + " is fitted in one pass, not trained by steps; there is nothing to average");
  }

  @Override
  public String describe() {
    ObjectMapper mapper = new ObjectMapper();
    try {
      ObjectNode root = mapper.createObjectNode();
      root.put("family", family);
      root.set("settings", mapper.readTree(settings));
      root.put("task", protocol);
      root.set("taskSettings", mapper.readTree(taskSettings));
      root.put("data", dataHash);
      root.put("seed", seed);
      return root.toString();
    } catch (JsonProcessingException broken) {
      throw new IllegalArgumentException(path + ": settings are no JSON", broken);
    }
  }
}
