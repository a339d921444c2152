package io.ergodic.models.neighbour;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.batch.Sequential;
import io.ergodic.datasets.capability.Capability;
import io.ergodic.datasets.capability.Classifier;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.task.Port;
import io.ergodic.models.family.Cost;
import io.ergodic.models.family.Engine;
import io.ergodic.models.family.Model;
import io.ergodic.models.family.ModelContext;
import io.ergodic.models.family.ModelFamily;
import io.ergodic.models.family.SolvedModel;
import io.ergodic.models.regression.LabelledSet;
import java.util.Optional;
import java.util.Set;

/**
 * The class of the nearest training series by dynamic time warping, of several variables by the sum
 * of their squared differences. Setting: {@code bands}, parts of the length by which a path may
 * leave the diagonal, of which the one is taken by which fewest training series have a nearest
 * other of another class, the narrowest of the best (0, 0.01, ..., 0.2); a single one is taken as
 * it is. Shorter series count as far as the longest, with zeros after their end.
 */
@AutoService(ModelFamily.class)
public final class NearestNeighbour implements ModelFamily {
  private static final int EXAMPLES_A_BATCH = 256;

  @Override
  public String name() {
    return "nearest-neighbour-dtw";
  }

  @Override
  public String title() {
    return "Nearest neighbour by time warping";
  }

  @Override
  public Engine engine() {
    return Engine.CLOSED_FORM;
  }

  @Override
  public Set<Class<? extends Capability>> capabilities() {
    return Set.of(Classifier.class);
  }

  @Override
  public Optional<String> paper() {
    return Optional.empty();
  }

  @Override
  public boolean deterministic() {
    return true;
  }

  @Override
  public Model create(ModelContext context, Settings settings) {
    Port input = context.input(Port.SERIES, name());
    int classes = context.output(Port.CLASSES, name()).size();
    int size = input.size();
    int variables = input.axis(1);
    double[] bands = bands(settings);
    settings.rejectUnknown();
    return new SolvedModel(
        training ->
            new SolvedModel.Fit(
                () -> new LabelledSet(size, set -> fit(set, variables, bands), 0),
                new Sequential(training.examples(Split.TRAIN), EXAMPLES_A_BATCH)),
        solution -> NearestClassifier.of(solution, size, variables, classes),
        Cost.NOTHING);
  }

  private static double[] bands(Settings settings) {
    double[] hundredths = new double[21];
    for (int i = 0; i < hundredths.length; i++) {
      hundredths[i] = i / 100.0;
    }
    double[] bands = settings.numbers("bands", hundredths);
    settings.explain("bands", "parts of the length, to choose from by leaving out one series");
    for (double band : bands) {
      if (!(band >= 0 && band <= 1)) {
        throw settings.error("bands", "must be from 0 to 1, not " + band);
      }
    }
    if (bands.length == 0) {
      throw settings.error("bands", "must not be empty");
    }
    return bands;
  }

  /** The band in rows, then all series. */
  static double[] fit(LabelledSet training, int variables, double[] bands) {
    int length = training.size() / variables;
    NearestSeries series =
        new NearestSeries(training.values(), training.count(), training.size(), variables);
    int best = -1;
    int fewest = Integer.MAX_VALUE;
    int before = -1;
    for (double share : bands) {
      int band = (int) Math.ceil(share * length);
      int wrong =
          bands.length == 1 || training.count() < 2 || band == before
              ? Integer.MAX_VALUE - 1
              : wrong(series, training, band);
      before = band;
      if (wrong < fewest) {
        fewest = wrong;
        best = band;
      }
    }
    double[] all = training.statistics();
    double[] solution = new double[1 + all.length];
    solution[0] = best;
    System.arraycopy(all, 0, solution, 1, all.length);
    return solution;
  }

  private static int wrong(NearestSeries series, LabelledSet training, int band) {
    int wrong = 0;
    for (int i = 0; i < training.count(); i++) {
      int nearest = series.nearest(training.values(), i * training.size(), band, i);
      wrong += training.label(nearest) == training.label(i) ? 0 : 1;
    }
    return wrong;
  }
}
