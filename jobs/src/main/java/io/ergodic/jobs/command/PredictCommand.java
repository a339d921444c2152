package io.ergodic.jobs.command;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.jobs.file.LocalCopy;
import io.ergodic.jobs.predict.Prediction;
import io.ergodic.jobs.predict.PredictionInput;
import io.ergodic.jobs.result.OutputFolder;
import io.ergodic.jobs.result.TrialView;
import io.ergodic.jobs.spark.HadoopSettings;
import io.ergodic.jobs.trial.ModelStore;
import io.ergodic.jobs.trial.StoredModel;
import io.ergodic.models.family.Resources;
import io.ergodic.models.learner.Restored;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Uses a stored model on a user's own file. */
@Command(
    name = "predict",
    description = {
      "Use a trained model on a file of your own: the rows that follow those of a .csv or .npy",
      "(forecasting), a free run from its last row (reconstruction), or the classes of the .png",
      "and .jpg files below a folder (classification)."
    },
    mixinStandardHelpOptions = true)
final class PredictCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "MODEL",
      description =
          "A file of weights (OUT/models/HASH.safetensors), or the output folder of a suite with"
              + " --trial.")
  private String model;

  @Option(
      names = "--trial",
      paramLabel = "LABEL",
      description = "The trial of an output folder: experiment/dataset/system/seed.")
  private String trial;

  @Option(
      names = "--input",
      paramLabel = "FILE",
      required = true,
      description = "What the model is asked of.")
  private String input;

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      required = true,
      description = "Where the answer goes: .csv or .npy; .csv for classes.")
  private String target;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "How a .csv is to be read, as in a suite: separator=tab, times.gaps=keep.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--steps",
      paramLabel = "N",
      description = "Rows to predict. Default: the task's horizon; 1000 of a free run.")
  private Integer steps;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (steps != null && (steps < 1 || steps > 10_000_000)) {
      throw new InvalidInputException("--steps " + steps + ": must be in 1 to 10000000");
    }
    Configuration configuration = HadoopSettings.given();
    try (LocalCopy asked = LocalCopy.of("--input", input, configuration)) {
      predict(asked.path(), configuration);
    }
    spec.commandLine().getOut().println(target);
    return 0;
  }

  private void predict(Path file, Configuration configuration) throws IOException {
    StoredModel stored = StoredModel.read(file(configuration), configuration);
    OptionalInt asked = steps == null ? OptionalInt.empty() : OptionalInt.of(steps);
    Prediction prediction = Prediction.registry().get(stored.facts().task(), "task");
    String name = target.toLowerCase(Locale.ROOT);
    if (prediction.endings().stream().noneMatch(name::endsWith)) {
      throw new InvalidInputException(
          "--out " + target + ": must end in " + String.join(" or ", prediction.endings()));
    }
    try (Restored restored = stored.restore(Resources.ONE_CORE)) {
      PredictionInput asking =
          new PredictionInput(file, settings, note -> System.err.println("  " + note));
      LocalCopy.write(
          target,
          configuration,
          part -> prediction.predict(restored.model(), stored.facts(), asking, part, asked));
    }
  }

  private org.apache.hadoop.fs.Path file(Configuration configuration) throws IOException {
    var given = new org.apache.hadoop.fs.Path(model);
    var fileSystem = given.getFileSystem(configuration);
    if (!fileSystem.exists(given)) {
      throw new InvalidInputException(model + ": no such file");
    }
    if (!fileSystem.getFileStatus(given).isDirectory()) {
      return given;
    }
    OutputFolder output = new OutputFolder(model, configuration);
    ModelStore models = new ModelStore(output.path(), configuration);
    for (TrialView view : output.trials()) {
      if (view.label().equals(trial)) {
        if (!models.contains(view.training())) {
          throw new InvalidInputException("--trial " + trial + ": no weights are stored of it");
        }
        return models.file(view.training());
      }
    }
    throw new InvalidInputException(
        "--trial"
            + (trial == null ? "" : " " + trial)
            + ": choose one of "
            + output.trials().stream().map(TrialView::label).collect(Collectors.joining(", ")));
  }
}
