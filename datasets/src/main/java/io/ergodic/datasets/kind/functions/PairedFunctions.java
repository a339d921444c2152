package io.ergodic.datasets.kind.functions;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Batch;
import io.ergodic.datasets.batch.Examples;
import io.ergodic.datasets.data.Dataset;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.task.FunctionSource;
import io.ergodic.datasets.task.Port;
import java.util.List;

/** Pairs of functions as they are stored. */
@AutoService(FunctionSource.class)
public final class PairedFunctions implements FunctionSource {
  @Override
  public String name() {
    return FunctionGrid.KIND;
  }

  @Override
  public Port input(Schema schema) {
    FunctionGrid grid = FunctionGrid.of(schema);
    return new Port(Port.FUNCTION, grid.inputPoints(), grid.inputChannels());
  }

  @Override
  public Port output(Schema schema) {
    FunctionGrid grid = FunctionGrid.of(schema);
    return new Port(Port.FUNCTION, grid.outputPoints(), grid.outputChannels());
  }

  @Override
  public Examples examples(Dataset dataset, Split split) {
    List<FunctionPair> pairs = ((FunctionDataset) dataset).pairs(split);
    if (pairs.isEmpty()) {
      throw new InvalidInputException(
          "dataset " + dataset.manifest().name() + " has no " + split.label() + " functions");
    }
    FunctionGrid grid = FunctionGrid.of(dataset.manifest().schema());
    return new Examples() {
      @Override
      public long count() {
        return pairs.size();
      }

      @Override
      public Batch allocate(int capacity) {
        return Batch.of(capacity)
            .addFloats(Batch.INPUT, grid.inputPoints(), grid.inputChannels())
            .addFloats(Batch.TARGET, grid.outputPoints(), grid.outputChannels());
      }

      @Override
      public void fill(Batch batch, int slot, long example) {
        FunctionPair pair = pairs.get((int) example);
        int in = grid.inputSize();
        int out = grid.outputSize();
        System.arraycopy(pair.input(), 0, batch.floats(Batch.INPUT), slot * in, in);
        System.arraycopy(pair.output(), 0, batch.floats(Batch.TARGET), slot * out, out);
      }
    };
  }

  @Override
  public float[] grid(Dataset dataset) {
    FunctionGrid grid = FunctionGrid.of(dataset.manifest().schema());
    float[] points = new float[grid.outputPoints()];
    for (int k = 0; k < points.length; k++) {
      points[k] = (float) (grid.extent() * k / points.length);
    }
    return points;
  }
}
