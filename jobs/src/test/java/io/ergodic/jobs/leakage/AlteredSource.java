package io.ergodic.jobs.leakage;

import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.manifest.Failure;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.Row;
import io.ergodic.datasets.source.RowSink;
import java.io.IOException;
import java.util.Optional;

/**
 * What another source gives, with the rows of one split altered when {@link #altered} says so. It
 * is no setting, so that both datasets have one hash, and what is trained on them the same seeds.
 * Settings: {@code of}, the other source, and {@code settings}, its own.
 */
public final class AlteredSource implements DatasetSource {
  private static volatile Optional<Split> altered = Optional.empty();

  /** Alters a split of all datasets made from now on in this process, or none. */
  static void alter(Optional<Split> split) {
    altered = split;
  }

  @Override
  public String name() {
    return "altered";
  }

  @Override
  public String description() {
    return "another source with one split altered, for tests";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    DatasetPlan plan =
        DatasetSource.registry()
            .get(settings.string("of"), settings.path("of"))
            .plan(settings.child("settings"), seed);
    settings.rejectUnknown();
    return new DatasetPlan() {
      @Override
      public Schema schema() {
        return plan.schema();
      }

      @Override
      public int shardCount() {
        return plan.shardCount();
      }

      @Override
      public void produce(int shard, RowSink sink) throws IOException {
        plan.produce(shard, altering(sink));
      }
    };
  }

  private static RowSink altering(RowSink sink) {
    return new RowSink() {
      @Override
      public void accept(Row row) throws IOException {
        boolean other = altered.filter(split -> split == row.split()).isPresent();
        sink.accept(other ? AlteredRows.of(row) : row);
      }

      @Override
      public void failed(Failure failure, String path) {
        sink.failed(failure, path);
      }
    };
  }
}
