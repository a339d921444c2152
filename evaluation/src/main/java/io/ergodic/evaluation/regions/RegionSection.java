package io.ergodic.evaluation.regions;

import io.ergodic.evaluation.report.ArtefactSection;
import io.ergodic.evaluation.report.Columns;
import io.ergodic.evaluation.report.DatasetGroup;
import io.ergodic.evaluation.report.FigureCards;
import io.ergodic.evaluation.report.Html;
import io.ergodic.evaluation.report.Report;
import io.ergodic.evaluation.report.Section;
import io.ergodic.evaluation.result.TrialRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The attractor by linear region with its transition graph, and below it what can be counted. */
final class RegionSection implements Section {
  /** Behind the attractors, before the spectra. */
  private static final int PLACE = 405;

  private final ArtefactSection figures =
      new ArtefactSection(
          "regions",
          "Linear regions",
          PLACE,
          "A free run of each piecewise-linear system, coloured by the linear region its state lies"
              + " in; diamonds are fixed points, crosses the points of cycles. Beside it which"
              + " region follows on which, and how often: a line is as broad as its transition is"
              + " probable. Below, the regions of the first 400 steps in their order.",
          "regions",
          "Attractor by linear region, transition graph and symbolic sequence",
          RegionPortrait.class,
          RegionSection::data,
          "");

  @Override
  public String id() {
    return figures.id();
  }

  @Override
  public String title() {
    return figures.title();
  }

  @Override
  public int place() {
    return PLACE;
  }

  @Override
  public String script() {
    return figureScript();
  }

  @Override
  public boolean present(Report report) {
    return figures.present(report);
  }

  @Override
  public void write(Html html, Report report) {
    figures.write(html, report);
    for (DatasetGroup group : report.datasets()) {
      if (!group.with(RegionPortrait.class).isEmpty()) {
        RegionTables.write(html, report, group);
      }
    }
  }

  private static Map<String, Object> data(Report report, List<TrialRecord> trials) {
    List<Object> items = new ArrayList<>();
    for (TrialRecord trial : trials) {
      for (RegionPortrait each : report.artefacts(trial, RegionPortrait.class)) {
        Map<String, Object> item = FigureCards.item(report, trial);
        item.put("columns", each.columns());
        item.put("orbit", Columns.of(each.run().orbit(), each.columns().size()));
        item.put("region", each.run().region());
        item.put("regions", each.graph().regions());
        item.put("names", each.graph().names());
        item.put("visits", each.graph().visits());
        item.put("steps", each.run().steps());
        item.put("from", each.graph().from());
        item.put("to", each.graph().to());
        item.put("probability", each.graph().probability());
        item.put("symbols", each.run().symbols());
        item.put("cycles", each.cycles().stream().map(RegionSection::cycle).toList());
        items.add(item);
      }
    }
    return Map.of("items", items);
  }

  private static Map<String, Object> cycle(RegionPortrait.Orbit cycle) {
    return Map.of(
        "points", Columns.of(cycle.points(), cycle.points()[0].length),
        "stability", cycle.stability());
  }

  private static String figureScript() {
    try (InputStream in = RegionSection.class.getResourceAsStream("regions.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
