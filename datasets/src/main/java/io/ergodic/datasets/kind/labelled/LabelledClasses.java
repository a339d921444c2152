package io.ergodic.datasets.kind.labelled;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.task.ClassSource;
import io.ergodic.datasets.task.Port;

/** Series by class: the longest gives the length, shorter ones are padded. */
@AutoService(ClassSource.class)
public final class LabelledClasses implements ClassSource {
  @Override
  public String name() {
    return LabelledSeries.KIND;
  }

  @Override
  public Port input(Schema schema) {
    return new Port(Port.SERIES, schema.size(LabelledSeries.LENGTH), schema.dimension());
  }

  @Override
  public Examples examples(Dataset dataset, Split split) {
    LabelledSeries data = (LabelledSeries) dataset;
    return new PaddedSeries(
        data.series(split),
        data.manifest().schema().size(LabelledSeries.LENGTH),
        data.manifest().scaler());
  }
}
