package io.ergodic.evaluation.regions;

import io.ergodic.evaluation.report.DatasetGroup;
import io.ergodic.evaluation.report.Html;
import io.ergodic.evaluation.report.Numbers;
import io.ergodic.evaluation.report.Report;
import io.ergodic.evaluation.report.SystemName;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What can be counted of linear regions on one dataset: a row for each system with the regions of
 * all seeds, and for the median seed of each its fixed points and cycles.
 */
final class RegionTables {
  private RegionTables() {}

  static void write(Html html, Report report, DatasetGroup group) {
    html.open("article", "class", "card");
    html.leaf("h3", "Regions, entropies and cycles on " + group.dataset());
    List<String> systems =
        report.ordered(group).stream().filter(s -> !seeds(report, group, s).isEmpty()).toList();
    overview(html, report, group, systems);
    boolean first = true;
    for (String system : systems) {
      Seed median = seeds(report, group, system).get(0);
      if (first) {
        html.open("details", "open", "open");
      } else {
        html.open("details");
      }
      html.open("summary");
      SystemName.write(html, report, system);
      html.leaf("span", " seed " + median.number() + found(median.portrait()), "class", "quiet");
      html.close();
      cycles(html, median.portrait());
      html.close();
      first = false;
    }
    html.close();
  }

  private record Seed(long number, RegionPortrait portrait) {}

  /** Those with a portrait, the median one first. */
  private static List<Seed> seeds(Report report, DatasetGroup group, String system) {
    List<Seed> seeds = new ArrayList<>();
    for (TrialRecord trial : report.bySeedFromMedian(group, system)) {
      report
          .artefacts(trial, RegionPortrait.class)
          .forEach(portrait -> seeds.add(new Seed(trial.seed(), portrait)));
    }
    return seeds;
  }

  private static void overview(Html html, Report report, DatasetGroup group, List<String> systems) {
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region");
    html.open("table").open("thead").open("tr").leaf("th", "System", "scope", "col");
    for (String[] column :
        new String[][] {
          {"Regions visited", "by the run of each seed, in the order of the seeds"},
          {
            "h_top",
            "topological entropy of the transition graph, nats a step, an upper bound of the"
                + " orbit's: the graph remembers one step; median seed"
          },
          {"h_metric", "metric entropy of the Markov chain, nats a step; median seed"},
          {"λ_1, λ_2, ...", "largest Lyapunov exponents per unit of time; median seed"},
          {"D_KY", "Kaplan-Yorke dimension; median seed"}
        }) {
      html.leaf("th", column[0], "scope", "col", "title", column[1]);
    }
    html.close("thead").open("tbody");
    for (String system : systems) {
      List<Seed> seeds = seeds(report, group, system);
      RegionPortrait median = seeds.get(0).portrait();
      html.open("tr").open("th", "scope", "row");
      SystemName.write(html, report, system);
      html.close();
      html.leaf(
          "td",
          seeds.stream()
              .sorted((a, b) -> Long.compare(a.number(), b.number()))
              .map(seed -> Integer.toString(seed.portrait().graph().regions()))
              .collect(Collectors.joining(", ")));
      html.leaf("td", Numbers.value(median.invariants().topologicalEntropy()));
      html.leaf("td", Numbers.value(median.invariants().metricEntropy()));
      html.leaf("td", exponents(median.invariants().exponents()));
      html.leaf("td", Numbers.value(median.invariants().kaplanYorke()));
      html.close();
    }
    html.close("table").close();
  }

  private static String exponents(double[][] exponents) {
    return exponents.length == 0
        ? Numbers.value(Double.NaN)
        : IntStream.range(0, Math.min(3, exponents.length))
            .mapToObj(i -> Numbers.value(exponents[i][0]))
            .collect(Collectors.joining(", "));
  }

  private static String found(RegionPortrait portrait) {
    if (portrait.searched() == 0) {
      return " · too large for a search";
    }
    long fixed = portrait.cycles().stream().filter(c -> c.regions().length == 1).count();
    return " · "
        + Numbers.plural(fixed, "fixed point")
        + ", "
        + Numbers.plural(portrait.cycles().size() - fixed, "cycle")
        + " found up to period "
        + portrait.searched();
  }

  private static void cycles(Html html, RegionPortrait portrait) {
    if (portrait.cycles().isEmpty()) {
      html.leaf("p", "None found.", "class", "note");
      return;
    }
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region");
    html.open("table").open("thead").open("tr");
    for (String column :
        List.of("Period", "First point", "Regions", "Largest eigenvalues", "Stability")) {
      html.leaf("th", column, "scope", "col");
    }
    html.close("thead").open("tbody");
    for (RegionPortrait.Orbit cycle : portrait.cycles()) {
      html.open("tr").leaf("th", Integer.toString(cycle.regions().length), "scope", "row");
      html.leaf("td", point(cycle.points()[0]));
      html.leaf("td", regions(cycle.regions()));
      html.leaf("td", eigenvalues(cycle));
      html.leaf("td", cycle.stability()).close();
    }
    html.close("table").close();
  }

  private static String point(float[] point) {
    return IntStream.range(0, point.length)
        .mapToObj(d -> String.format(Locale.ROOT, "%.3f", point[d]).replace('-', '−'))
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Numbered from 1, as in the figure; a dot for one that the run does not visit. */
  private static String regions(int[] regions) {
    return IntStream.of(regions)
        .mapToObj(region -> region < 0 ? "·" : Integer.toString(region + 1))
        .collect(Collectors.joining(" "));
  }

  private static String eigenvalues(RegionPortrait.Orbit cycle) {
    List<String> shown = new ArrayList<>();
    for (int i = 0; i < Math.min(3, cycle.real().length); i++) {
      double imaginary = cycle.imaginary()[i];
      String real = Numbers.value(cycle.real()[i]);
      String part = Math.abs(imaginary) < 1e-12 ? "" : Numbers.value(Math.abs(imaginary)) + "i";
      shown.add(part.isEmpty() ? real : real + (imaginary < 0 ? " − " : " + ") + part);
    }
    return String.join(", ", shown);
  }
}
