package io.ergodic.datasets.task;

import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.batch.LabelledImages;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import java.util.Optional;
import java.util.Set;

/** Give the class of every example of a split. */
public record Classification() implements Task {
  @Override
  public String name() {
    return "classification";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(Schema.IMAGES);
  }

  @Override
  public Port input(Schema schema) {
    return new Port(Port.IMAGE, schema.channels(), schema.height(), schema.width());
  }

  @Override
  public Port output(Schema schema) {
    return new Port(Port.CLASSES, schema.classes().size());
  }

  @Override
  public Optional<Examples> examples(Dataset dataset, Split split) {
    ImageDataset data = (ImageDataset) dataset;
    return Optional.of(new LabelledImages(data.images(split), data.manifest().scaler()));
  }
}
