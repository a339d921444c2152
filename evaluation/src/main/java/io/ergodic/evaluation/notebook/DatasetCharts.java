package io.ergodic.evaluation.notebook;

import io.ergodic.evaluation.report.DatasetGroup;
import io.ergodic.evaluation.report.Report;
import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The figures of one dataset: those of the first seed of each system that has them. */
final class DatasetCharts {
  private static final String TRUTH = "#23272d";

  private DatasetCharts() {}

  static void add(Report report, DatasetGroup group, Notebook notebook) {
    attractors(report, group, notebook);
    spectra(report, group, notebook);
    forecasts(report, group, notebook);
    curves(report, group, notebook);
    confusion(report, group, notebook);
  }

  private static void curves(Report report, DatasetGroup group, Notebook notebook) {
    Chart chart =
        new Chart("epoch", "training loss of the median seed (each system its own)", true);
    boolean any = false;
    for (String system : report.ordered(group)) {
      double[][] curve = report.bySeedFromMedian(group, system).get(0).curve();
      if (curve != null && curve.length > 1) {
        double[] epoch = Arrays.stream(curve).mapToDouble(row -> row[0]).toArray();
        double[] loss = Arrays.stream(curve).mapToDouble(row -> row[1]).toArray();
        chart.line(system, report.palette().colour(system), epoch, loss);
        any = true;
      }
    }
    if (any) {
      notebook.figure("Training curves", "training", chart.png());
    }
  }

  /** The best system's matrix. */
  private static void confusion(Report report, DatasetGroup group, Notebook notebook) {
    for (String system : report.ordered(group)) {
      Optional<Artefact.Confusion> confusion =
          first(report, group, system, Artefact.Confusion.class);
      if (confusion.isPresent()) {
        byte[] png = ConfusionChart.png(confusion.get(), report.palette().colour(system));
        notebook.figure("Confusion matrix of " + system, "confusion", png);
        return;
      }
    }
  }

  private static void attractors(Report report, DatasetGroup group, Notebook notebook) {
    for (String system : report.ordered(group)) {
      Optional<Artefact.Attractor> orbit = first(report, group, system, Artefact.Attractor.class);
      if (orbit.isPresent() && orbit.get().columns().size() > 1) {
        List<String> columns = orbit.get().columns();
        int last = columns.size() - 1;
        Chart chart = new Chart(columns.get(0), columns.get(last), false);
        chart.line(
            "truth", TRUTH, column(orbit.get().truth(), 0), column(orbit.get().truth(), last));
        chart.line(
            system,
            report.palette().colour(system),
            column(orbit.get().generated(), 0),
            column(orbit.get().generated(), last));
        notebook.figure("True and generated attractor", system, chart.png());
        return; // the best system alone: orbits drawn over each other say little
      }
    }
  }

  private static void spectra(Report report, DatasetGroup group, Notebook notebook) {
    Chart chart = null;
    for (String system : report.ordered(group)) {
      Optional<Artefact.Spectrum> spectrum = first(report, group, system, Artefact.Spectrum.class);
      if (spectrum.isPresent()) {
        double[] frequency = doubles(spectrum.get().frequency());
        if (chart == null) {
          chart = new Chart("frequency", "power of " + spectrum.get().column(), true);
          chart.line("truth", TRUTH, frequency, doubles(spectrum.get().truth()));
        }
        double[] power = doubles(spectrum.get().generated());
        chart.line(system, report.palette().colour(system), frequency, power);
      }
    }
    if (chart != null) {
      notebook.figure("Power spectra", "spectra", chart.png());
    }
  }

  private static void forecasts(Report report, DatasetGroup group, Notebook notebook) {
    Chart chart = null;
    for (String system : report.ordered(group)) {
      Optional<Artefact.Forecast> forecast = first(report, group, system, Artefact.Forecast.class);
      if (forecast.isPresent()) {
        if (chart == null) {
          chart = new Chart("time step", forecast.get().column(), false);
          chart.line(
              "truth", TRUTH, steps(forecast.get().truth()), doubles(forecast.get().truth()));
        }
        double[] values = doubles(forecast.get().forecast());
        chart.line(
            system, report.palette().colour(system), steps(forecast.get().forecast()), values);
      }
    }
    if (chart != null) {
      notebook.figure("Forecasts over truth", "forecasts", chart.png());
    }
  }

  private static <A extends Artefact> Optional<A> first(
      Report report, DatasetGroup group, String system, Class<A> kind) {
    for (TrialRecord trial : report.bySeedFromMedian(group, system)) {
      List<A> all = report.artefacts(trial, kind);
      if (!all.isEmpty()) {
        return Optional.of(all.get(0));
      }
    }
    return Optional.empty();
  }

  private static double[] column(float[][] rows, int column) {
    return IntStream.range(0, rows.length).mapToDouble(i -> rows[i][column]).toArray();
  }

  private static double[] doubles(float[] values) {
    return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
  }

  private static double[] steps(float[] values) {
    return IntStream.range(0, values.length).asDoubleStream().toArray();
  }
}
