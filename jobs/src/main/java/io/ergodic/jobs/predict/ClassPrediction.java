package io.ergodic.jobs.predict;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.LabelledImages;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.data.Images;
import io.ergodic.datasets.file.image.ImageInputs;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.trial.ModelFacts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/**
 * The classes of the PNG and JPEG images below a folder: a CSV of file, class and probabilities.
 */
@AutoService(Prediction.class)
public final class ClassPrediction implements Prediction {
  private static final int BATCH = 64;

  @Override
  public String name() {
    return "classification";
  }

  @Override
  public List<String> endings() {
    return List.of(".csv");
  }

  @Override
  public void predict(
      Capability model, ModelFacts facts, PredictionInput input, Path output, OptionalInt steps)
      throws IOException {
    Schema schema = facts.schema();
    if (!Schema.IMAGES.equals(schema.kind())) {
      throw new InvalidInputException(
          "--input " + input + ": the model classifies " + schema.kind() + ", not pictures");
    }
    if (steps.isPresent()) {
      throw new InvalidInputException("--steps: a class has no steps");
    }
    input.refuseSettings();
    Classifier classifier = (Classifier) model;
    ImageInputs pictures =
        ImageInputs.read(input.file(), schema.height(), schema.width(), schema.channels());
    pictures.notes().forEach(input.notes());
    int classes = schema.classes().size();
    try (BufferedWriter out = Files.newBufferedWriter(output)) {
      out.write("file,class");
      for (String name : schema.classes()) {
        out.write("," + name);
      }
      out.write("\n");
      float[] probabilities = new float[BATCH * classes];
      for (int from = 0; from < pictures.names().size(); from += BATCH) {
        int count = Math.min(BATCH, pictures.names().size() - from);
        classifier.classify(scaled(pictures, from, count, facts), count, probabilities);
        for (int i = 0; i < count; i++) {
          out.write(line(pictures.names().get(from + i), schema, probabilities, i * classes));
        }
      }
    }
  }

  private static float[] scaled(ImageInputs pictures, int from, int count, ModelFacts facts) {
    Images images = pictures.images();
    LabelledImages examples = new LabelledImages(images, facts.scaler());
    float[] inputs = new float[count * images.size()];
    for (int i = 0; i < count; i++) {
      examples.copy(from + i, inputs, i * images.size());
    }
    return inputs;
  }

  private static String line(String file, Schema schema, float[] probabilities, int at) {
    int best = 0;
    StringBuilder values = new StringBuilder();
    for (int c = 0; c < schema.classes().size(); c++) {
      best = probabilities[at + c] > probabilities[at + best] ? c : best;
      values.append(',').append(probabilities[at + c]);
    }
    String name = file.matches("[^,\"\n]*") ? file : '"' + file.replace("\"", "\"\"") + '"';
    return name + "," + schema.classes().get(best) + values + "\n";
  }
}
