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
        "Images of the test split with the predicted class; where it is wrong, the true one is"
            + " given too. First seed of each system.",
        "class",
        "note");
    for (DatasetGroup group : report.with(Artefact.Examples.class)) {
      html.open("article", "class", "card").leaf("h3", report.heading(group));
      boolean first = true;
      for (String system : report.ordered(group)) {
        first = system(html, report, group, system, first) ? false : first;
      }
      html.close();
    }
  }

  private static boolean system(
      Html html, Report report, DatasetGroup group, String system, boolean unfolded) {
    for (TrialRecord trial : group.of(system)) {
      List<Artefact.Examples> all = DatasetGroup.all(trial, Artefact.Examples.class);
      if (!all.isEmpty()) {
        if (unfolded) {
          html.open("details", "class", "examples", "open", "open");
        } else {
          html.open("details", "class", "examples");
        }
        html.open("summary");
        SystemName.write(html, report, system);
        html.leaf("span", " seed " + trial.seed(), "class", "quiet").close();
        images(html, all.get(0));
        html.close();
        return true;
      }
    }
    return false;
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
          "true class " + truth + ", predicted " + predicted,
          "loading",
          "lazy");
      html.open("figcaption").leaf("span", (right ? "✓ " : "✗ ") + predicted);
      if (!right) {
        html.leaf("small", "is " + truth);
      }
      html.close().close();
    }
    html.close();
  }
}
