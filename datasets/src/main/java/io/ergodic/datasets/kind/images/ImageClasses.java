package io.ergodic.datasets.kind.images;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.batch.LabelledImages;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.ImageDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.task.ClassSource;
import io.ergodic.datasets.task.Port;

/** Images by class. */
@AutoService(ClassSource.class)
public final class ImageClasses implements ClassSource {
  @Override
  public String name() {
    return Schema.IMAGES;
  }

  @Override
  public Port input(Schema schema) {
    return new Port(Port.IMAGE, schema.channels(), schema.height(), schema.width());
  }

  @Override
  public Examples examples(Dataset dataset, Split split) {
    ImageDataset data = (ImageDataset) dataset;
    return new LabelledImages(data.images(split), data.manifest().scaler());
  }
}
