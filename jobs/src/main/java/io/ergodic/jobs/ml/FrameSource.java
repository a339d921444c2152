package io.ergodic.jobs.ml;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.protocol.Protocol;
import io.ergodic.jobs.train.FamilySource;
import io.ergodic.jobs.train.TrainableSource;
import io.ergodic.models.content.Contents;
import io.ergodic.models.device.Device;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.family.TrainingContext;
import io.ergodic.models.natives.NativeLibraries;
import io.ergodic.models.training.Trainable;
import java.util.ArrayList;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.broadcast.Broadcast;

/**
 * A model of the catalogue on what was collected of a DataFrame, for training by averaging: every
 * worker is sent all of it.
 *
 * @param files contents that the settings name
 */
record FrameSource(
    String family,
    String settings,
    String task,
    String taskSettings,
    Broadcast<FrameData> data,
    Broadcast<ArrayList<byte[]>> files,
    long seed)
    implements TrainableSource {
  private static final long serialVersionUID = 1;

  @Override
  public Trainable.Stepped create(Configuration configuration) {
    ModelFamily model = ModelFamily.registry().get(family, "recipe");
    NativeLibraries.load(model.engine());
    files.value().forEach(Contents::put);
    Dataset dataset = data.value().dataset();
    Task asked = Protocol.registry().get(task, "task").task(Settings.parse(taskSettings, task));
    TrainingContext context =
        new TrainingContext(dataset, asked, seed, new Resources(1, Device.CPU));
    Trainable trainable =
        model.create(context.model(), Settings.parse(settings, "settings")).prepare(context);
    return FamilySource.stepped(trainable, family, "workers");
  }

  @Override
  public String describe() {
    ObjectNode root = new ObjectMapper().createObjectNode();
    root.put("family", family).put("settings", settings).put("task", task);
    return root.put("taskSettings", taskSettings).put("seed", seed).toString();
  }
}
