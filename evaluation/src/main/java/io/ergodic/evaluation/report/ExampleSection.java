package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import io.ergodic.evaluation.result.TrialRecord;
import java.util.List;

/** Test images with what each system took them for; one seed a system. */
final class ExampleSection implements Section {
  private static final int SHOWN = 24;

  @Override
  public String id() {
    return "examples";
  }

  @Override
  public int place() {
    return 440;
  }

  @Override
  public String title() {
    return "Examples";
  }

  @Override
  public boolean present(Report report) {
    return !report.with(Artefact.Examples.class).isEmpty();
  }

  @Override
  public void write(Html html, Report report) {
    html.leaf(
        "p",
        "Test images that a system took for another class, mistakes first: the word with the cross"
            + " is its guess, the truth stands below. The median seed of the best systems.",
        "class",
        "note");
    for (DatasetGroup group : report.with(Artefact.Examples.class)) {
      html.open("article", "class", "card").leaf("h3", report.heading(group));
      boolean first = true;
      for (String system : report.ordered(group).stream().limit(SeedFigure.SHOWN).toList()) {
        first = system(html, report, group, system, first) ? false : first;
      }
      html.close();
    }
  }

  private static boolean system(
      Html html, Report report, DatasetGroup group, String system, boolean unfolded) {
    for (TrialRecord trial : report.bySeedFromMedian(group, system)) {
      List<Artefact.Examples> all = report.artefacts(trial, Artefact.Examples.class);
      if (!all.isEmpty()) {
        if (unfolded) {
          html.open("details", "class", "examples", "open", "open");
        } else {
          html.open("details", "class", "examples");
        }
        html.open("summary");
        SystemName.write(html, report, system);
        html.leaf("span", " seed " + trial.seed() + mistakes(report, trial), "class", "quiet")
            .close();
        images(html, all.get(0));
        html.close();
        return true;
      }
    }
    return false;
  }

  /** How many were wrong of how many, for the gallery shows few of the right ones. */
  private static String mistakes(Report report, TrialRecord trial) {
    long wrong = 0;
    long all = 0;
    for (Artefact.Confusion confusion : report.artefacts(trial, Artefact.Confusion.class)) {
      for (int i = 0; i < confusion.counts().length; i++) {
        for (int j = 0; j < confusion.counts()[i].length; j++) {
          all += confusion.counts()[i][j];
          wrong += i == j ? 0 : confusion.counts()[i][j];
        }
      }
    }
    return all == 0
        ? ""
        : " · " + Numbers.count(wrong) + " of " + Numbers.count(all) + " images wrong";
  }

  private static void images(Html html, Artefact.Examples examples) {
    html.open("div", "class", "gallery");
    for (int i = 0; i < Math.min(SHOWN, examples.pixels().length); i++) {
      String truth = examples.classes().get(examples.truth()[i]);
      String predicted = examples.classes().get(examples.predicted()[i]);
      boolean right = examples.truth()[i] == examples.predicted()[i];
      html.open("figure", "class", right ? "right" : "wrong");
      html.open(
          "img",
          "src",
          GreyImage.dataUri(examples.pixels()[i], examples.height(), examples.width()),
          "alt",
          "true class " + truth + ", predicted " + predicted);
      html.open("figcaption").leaf("span", (right ? "✓ " : "✗ ") + predicted);
      if (!right) {
        html.leaf("small", "is " + truth);
      }
      html.close().close();
    }
    html.close();
  }
}
