package io.ergodic.evaluation.report;

import io.ergodic.datasets.scale.Median;
import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.result.Artefact;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The systems that were trained by averaging, with their knobs and costs; medians over seeds. */
final class AveragingTable {
  private static final int COMPUTE = Artefact.Rounds.PHASES.indexOf("compute");

  private AveragingTable() {}

  static void write(Html html, Report report, DatasetGroup group) {
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region");
    html.open("table").open("thead").open("tr").leaf("th", "System", "scope", "col");
    heading(html, "Workers", "logical workers, part of the spec");
    heading(html, "H", "local steps of a worker between two averages");
    heading(html, "Outer", "what is done with the workers' mean");
    heading(html, "State", "what becomes of the workers' optimiser states");
    group.metrics().stream()
        .limit(1)
        .forEach(metric -> MetricHeading.write(html, report.catalogue(), metric));
    heading(html, "Rounds", "each is one Spark job");
    heading(html, "Examples/s", "of all workers together, over the whole training");
    heading(html, "Round", "mean wall time of a round");
    heading(html, "Compute", "share of the wall time in which steps were taken");
    heading(html, "Sent", "vectors broadcast and collected in a round");
    html.close("thead").open("tbody");
    for (String system : group.systems()) {
      List<Artefact.Rounds> all = rounds(report, group, system);
      if (!all.isEmpty()) {
        row(html, report, group, system, all);
      }
    }
    html.close("table").close();
  }

  private static void heading(Html html, String text, String tip) {
    html.leaf("th", text, "scope", "col", "title", tip);
  }

  private static void row(
      Html html, Report report, DatasetGroup group, String system, List<Artefact.Rounds> all) {
    Artefact.Rounds first = all.get(0);
    html.open("tr").open("th", "scope", "row");
    SystemName.write(html, report, system);
    html.close();
    html.leaf("td", Numbers.count(first.workers()));
    html.leaf("td", Numbers.count(first.localSteps()));
    html.leaf("td", first.outer(), "class", "quiet");
    html.leaf("td", first.optimiserState(), "class", "quiet");
    for (String metric : group.metrics().subList(0, Math.min(1, group.metrics().size()))) {
      Direction direction = report.catalogue().direction(metric);
      html.leaf("td", Numbers.value(group.summary(system, metric, direction).median()));
    }
    html.leaf("td", Numbers.count(Math.round(median(all, Artefact.Rounds::rounds))));
    html.leaf("td", Numbers.count(Math.round(median(all, Artefact.Rounds::examples))));
    html.leaf("td", Numbers.duration(median(all, AveragingTable::wall) * 1e-3));
    double compute = median(all, rounds -> mean(rounds.phases()[COMPUTE]) / wall(rounds));
    html.leaf("td", String.format(Locale.ROOT, "%.0f %%", 100 * compute));
    html.leaf("td", bytes(median(all, rounds -> rounds.bytes() / (double) rounds.rounds())));
    html.close();
  }

  static List<Artefact.Rounds> rounds(Report report, DatasetGroup group, String system) {
    return group.of(system).stream()
        .flatMap(trial -> report.artefacts(trial, Artefact.Rounds.class).stream())
        .toList();
  }

  /** Milliseconds of a round by phase: the median over trainings of their means. */
  static double[] phases(List<Artefact.Rounds> all) {
    double[] phases = new double[Artefact.Rounds.PHASES.size()];
    for (int i = 0; i < phases.length; i++) {
      int phase = i;
      phases[i] = median(all, rounds -> mean(rounds.phases()[phase]));
    }
    return phases;
  }

  private static double wall(Artefact.Rounds rounds) {
    return 1e3 * rounds.seconds()[rounds.seconds().length - 1] / rounds.rounds();
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double median(
      List<Artefact.Rounds> all, ToDoubleFunction<Artefact.Rounds> quantity) {
    return Median.of(all.stream().mapToDouble(quantity).toArray());
  }

  /** As 12 kB, 3.4 MB. */
  private static String bytes(double bytes) {
    if (bytes < 1e6) {
      return Numbers.rough(bytes * 1e-3) + " kB";
    }
    return bytes < 1e9 ? Numbers.rough(bytes * 1e-6) + " MB" : Numbers.rough(bytes * 1e-9) + " GB";
  }
}
