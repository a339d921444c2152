package io.ergodic.jobs.trial;

import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.jobs.file.ContentFolder;
import io.ergodic.jobs.file.Safetensors;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.Resources;
import io.ergodic.models.learner.Restored;
import io.ergodic.models.learner.Weights;
import io.ergodic.models.natives.NativeLibraries;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** A file of weights with all that is needed to use it. */
public final class StoredModel {
  private final ModelFacts facts;
  private final Model model;
  private final Weights weights;

  private StoredModel(ModelFacts facts, Model model, Weights weights) {
    this.facts = facts;
    this.model = model;
    this.weights = weights;
  }

  /**
   * Reads a file that {@link ModelStore} wrote.
   *
   * @throws InvalidInputException where it is none, or of another revision of its family
   */
  public static StoredModel read(Path given, Configuration configuration) throws IOException {
    Path file = given.getFileSystem(configuration).makeQualified(given);
    Safetensors.Content content = ModelStore.content(file, file.getFileSystem(configuration));
    Path output = file.getParent().getParent();
    if (output != null) {
      ModelFacts facts = ModelFacts.read(content.metadata(), file.toString());
      new ContentFolder(output, configuration).fetch(facts.settings());
    }
    return of(content, file.toString());
  }

  /**
   * A model of a file that has been read.
   *
   * @param file for messages
   */
  public static StoredModel of(Safetensors.Content content, String file) {
    ModelFacts facts = ModelFacts.read(content.metadata(), file);
    ModelFamily family = ModelFamily.registry().get(facts.family(), file + ": family");
    if (family.revision() != facts.revision()) {
      throw new InvalidInputException(
          file
              + ": a model of revision "
              + facts.revision()
              + " of "
              + facts.family()
              + ", this program has "
              + family.revision()
              + "; train it again");
    }
    NativeLibraries.load(family.engine());
    Model model = family.create(facts.context(), Settings.parse(facts.settings(), facts.family()));
    return new StoredModel(facts, model, ModelStore.weights(content, file));
  }

  public ModelFacts facts() {
    return facts;
  }

  /** The model, ready to be asked. */
  public Restored restore(Resources resources) {
    return model.restore(weights, resources);
  }
}
