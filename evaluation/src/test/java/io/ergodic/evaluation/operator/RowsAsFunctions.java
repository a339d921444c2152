package io.ergodic.evaluation.operator;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Series;
import io.ergodic.datasets.data.SeriesDataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.task.FunctionSource;
import io.ergodic.datasets.task.Port;

/**
 * Each row of a series is a function that is to become the next row; its variables stand at the
 * points of a grid.
 */
@AutoService(FunctionSource.class)
public final class RowsAsFunctions implements FunctionSource {
  @Override
  public String name() {
    return "series";
  }

  @Override
  public Port input(Schema schema) {
    return new Port(Port.FUNCTION, schema.dimension(), 1);
  }

  @Override
  public Port output(Schema schema) {
    return input(schema);
  }

  @Override
  public Examples examples(Dataset dataset, Split split) {
    Series series = ((SeriesDataset) dataset).series(split).get(0);
    int points = series.dimension();
    return new Examples() {
      @Override
      public long count() {
        return series.length() - 1L;
      }

      @Override
      public Batch allocate(int capacity) {
        return Batch.of(capacity)
            .addFloats(Batch.INPUT, points, 1)
            .addFloats(Batch.TARGET, points, 1);
      }

      @Override
      public void fill(Batch batch, int slot, long example) {
        for (int i = 0; i < points; i++) {
          batch.floats(Batch.INPUT)[slot * points + i] = (float) series.value((int) example, i);
          batch.floats(Batch.TARGET)[slot * points + i] =
              (float) series.value((int) example + 1, i);
        }
      }
    };
  }

  @Override
  public float[] grid(Dataset dataset) {
    float[] grid = new float[dataset.manifest().schema().dimension()];
    for (int i = 0; i < grid.length; i++) {
      grid[i] = 0.5f * i;
    }
    return grid;
  }
}
