package io.ergodic.datasets.file.ts;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.FileReading;
import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.kind.labelled.LabelledRow;
import io.ergodic.datasets.kind.labelled.LabelledSeries;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.random.RandomStreams;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.HeldOut;
import io.ergodic.datasets.source.HeldRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Labelled series of the UCR and UEA archives. Settings: {@code train}, {@code test} (optional):
 * files that end in .ts, .tsv or .arff, gzipped or not; {@code validation} (0): a fraction of the
 * training series or their number, held out by class. Classes are the names the files use, sorted.
 * Missing values are filled on the line between their neighbours.
 */
@AutoService(DatasetSource.class)
public final class TsSource implements DatasetSource {
  private static final int PER_SHARD = 4096;

  @Override
  public String name() {
    return "ts";
  }

  @Override
  public String description() {
    return "labelled series from .ts, .tsv or .arff files (the UCR and UEA archives)";
  }

  @Override
  public int revision() {
    return 1;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    return FileReading.of(() -> checked(settings, seed));
  }

  private static DatasetPlan checked(Settings settings, long seed) throws IOException {
    TsFile train = TsFile.read(InputFile.of(settings, "train"));
    List<String> classes = List.copyOf(new TreeSet<>(train.names()));
    if (classes.size() < 2) {
      throw train.file().error("holds one class only: " + classes.get(0));
    }
    List<LabelledRow> rows = new ArrayList<>(rows(train, Split.TRAIN, classes));
    int held = HeldOut.number(settings, rows.size());
    holdOut(rows, held, classes.size(), seed);
    List<Path> inputs = new ArrayList<>(List.of(train.file().path()));
    int length = train.length();
    if (settings.has("test")) {
      TsFile test = TsFile.read(InputFile.of(settings, "test"));
      if (test.dimension() != train.dimension()) {
        throw test.file()
            .error(test.dimension() + " variables, those for training have " + train.dimension());
      }
      rows.addAll(rows(test, Split.TEST, classes));
      inputs.add(test.file().path());
      length = Math.max(length, test.length());
    }
    Schema schema = LabelledSeries.schema(variables(train.dimension()), 1, classes, length);
    return HeldRows.read(settings, schema, rows, PER_SHARD, inputs);
  }

  private static List<String> variables(int dimension) {
    return IntStream.range(0, dimension).mapToObj(variable -> "v" + variable).toList();
  }

  /** Moves training series to the validation split, from each class its share. */
  private static void holdOut(List<LabelledRow> rows, int number, int classes, long seed) {
    List<List<Integer>> members = new ArrayList<>();
    for (int label = 0; label < classes; label++) {
      members.add(new ArrayList<>());
    }
    for (int i = 0; i < rows.size(); i++) {
      members.get(rows.get(i).label()).add(i);
    }
    int[] shares = HeldOut.shares(members.stream().mapToInt(List::size).toArray(), number);
    for (int label = 0; label < classes; label++) {
      RandomGenerator random = RandomStreams.stream(seed, "validation series", label);
      for (int i = 0; i < shares[label]; i++) {
        int taken = members.get(label).remove(random.nextInt(members.get(label).size()));
        LabelledRow row = rows.get(taken);
        rows.set(taken, new LabelledRow(Split.VALIDATION, row.index(), row.label(), row.values()));
      }
    }
  }

  private static List<LabelledRow> rows(TsFile file, Split split, List<String> classes) {
    List<LabelledRow> rows = new ArrayList<>();
    for (int i = 0; i < file.names().size(); i++) {
      int label = classes.indexOf(file.names().get(i));
      if (label < 0) {
        throw file.file()
            .error("class " + file.names().get(i) + " is not among those of train: " + classes);
      }
      rows.add(new LabelledRow(split, i, label, file.values().get(i)));
    }
    return rows;
  }
}
