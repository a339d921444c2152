package io.ergodic.evaluation.protocol;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.LabelledImages;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Classification;
import io.ergodic.datasets.task.Task;
import io.ergodic.evaluation.metric.ClassificationMetric;
import io.ergodic.evaluation.metric.Predictions;
import io.ergodic.evaluation.result.Score;
import java.util.List;
import java.util.Optional;

/** Asks for the class of every test image. There is no floor: nobody knows the best classifier. */
@AutoService(Protocol.class)
public final class ClassificationProtocol implements Protocol {
  private static final String NAME = "classification";
  private static final int BATCH = 256;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Task task(Settings settings) {
    settings.rejectUnknown();
    return new Classification();
  }

  @Override
  public List<String> defaultMetrics() {
    return List.of("accuracy", "nll", "ece");
  }

  @Override
  public List<Class<? extends Capability>> capabilities() {
    return List.of(Classifier.class);
  }

  @Override
  public String dataKind() {
    return Schema.IMAGES;
  }

  @Override
  public void check(Dataset dataset, Task task, List<String> names) {
    ImageDataset data = images(dataset);
    if (!data.splits().containsKey(Split.TEST) || data.images(Split.TEST).count() == 0) {
      throw new InvalidInputException("dataset " + data.manifest().name() + " has no test images");
    }
    metrics(names);
  }

  @Override
  public Evaluation evaluate(
      Capability model, Dataset dataset, Task task, List<String> names, long seed) {
    check(dataset, task, names);
    ImageDataset data = images(dataset);
    Images images = data.images(Split.TEST);
    Predictions predictions = predict((Classifier) model, data, images);
    List<Score> scores =
        metrics(names).stream().map(m -> new Score(m.name(), m.value(predictions))).toList();
    List<String> classes = data.manifest().schema().classes();
    return new Evaluation(scores, ClassificationFigures.of(predictions, images, classes));
  }

  @Override
  public Optional<Evaluation> floor(Dataset dataset, Task task, List<String> names, long seed) {
    return Optional.empty();
  }

  private static Predictions predict(Classifier model, ImageDataset data, Images images) {
    int classes = data.classes();
    if (model.classes() != classes) {
      throw new IllegalArgumentException(
          "a classifier of " + model.classes() + " classes for data of " + classes);
    }
    float[] probabilities = new float[images.count() * classes];
    float[] some = new float[BATCH * classes];
    int done = 0;
    LabelledImages examples = new LabelledImages(images, data.manifest().scaler());
    for (Batch batch : new Sequential(examples, BATCH)) {
      model.classify(batch.floats(Batch.INPUT), batch.count(), some);
      for (int i = 0; i < batch.count() * classes; i++) {
        if (!(some[i] >= 0 && some[i] <= 1.0001f)) {
          throw new EvaluationFailedException(
              "test image "
                  + (done + i / classes)
                  + " has probability "
                  + some[i]
                  + " for class "
                  + i % classes);
        }
      }
      System.arraycopy(some, 0, probabilities, done * classes, batch.count() * classes);
      done += batch.count();
    }
    return new Predictions(classes, probabilities, images.labels());
  }

  private static List<ClassificationMetric> metrics(List<String> names) {
    return Requirements.metrics(names, ClassificationMetric.class, NAME);
  }

  private static ImageDataset images(Dataset dataset) {
    return Requirements.images(dataset, NAME);
  }
}
