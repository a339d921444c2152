package io.ergodic.evaluation.report;

import io.ergodic.evaluation.metric.Direction;
import io.ergodic.evaluation.result.Score;
import io.ergodic.evaluation.result.TrialRecord;
import io.ergodic.evaluation.statistics.MedianInterval;
import io.ergodic.evaluation.statistics.Summary;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** One table for each dataset: systems, metrics, floor, published values, failures. */
final class TableSection implements Section {
  @Override
  public String id() {
    return "results";
  }

  @Override
  public int place() {
    return 200;
  }

  @Override
  public String title() {
    return "Results";
  }

  @Override
  public boolean present(Report report) {
    return !report.datasets().isEmpty();
  }

  /** Anchor of a dataset's table. */
  static String anchor(Report report, DatasetGroup group) {
    return "results-" + (report.datasets().indexOf(group) + 1);
  }

  @Override
  public void write(Html html, Report report) {
    html.leaf(
        "p",
        "Median ± median absolute deviation over seeds. Below it, from six seeds on, an interval"
            + " that holds the median with a probability of at least 95 %; of fewer seeds the"
            + " smallest and the largest value, which promise nothing. One figure alone: all seeds"
            + " gave the same. The floor is what the truth scores against itself: the true"
            + " system started elsewhere, the median of several starts, or where it is not known"
            + " the training data in its place. It is an estimate from data of finite length, with"
            + " a bias that shrinks as they grow; a model at or beyond it is as good as the metric"
            + " can tell, not better than the truth. Shaded: best of the column.",
        "class",
        "note");
    for (DatasetGroup group : report.datasets()) {
      html.open("article", "class", "card", "id", anchor(report, group));
      html.leaf("h3", report.heading(group));
      html.leaf("p", Report.label(group.experiment(), group.task()), "class", "tag");
      table(html, report, group);
      group.floorNotes().forEach(note -> html.leaf("p", "Warning: " + note + ".", "class", "note"));
      failures(html, report, group);
      RemarkList.write(html, report, group);
      html.close();
    }
  }

  private static void table(Html html, Report report, DatasetGroup group) {
    html.open("div", "class", "scroll", "tabindex", "0", "role", "region");
    html.open("table").open("thead").open("tr").leaf("th", "System", "scope", "col");
    group.metrics().forEach(metric -> MetricHeading.write(html, report.catalogue(), metric));
    for (String column : List.of("Trials", "Size", "Training")) {
      html.leaf("th", column, "scope", "col");
    }
    html.close("thead").open("tbody");
    for (String system : report.ordered(group)) {
      html.open("tr").open("th", "scope", "row");
      SystemName.write(html, report, system);
      html.close();
      group.metrics().forEach(metric -> cell(html, report, group, system, metric));
      trials(html, group, system);
      html.close();
    }
    floor(html, group);
    html.close("table").close();
  }

  private static void cell(
      Html html, Report report, DatasetGroup group, String system, String metric) {
    Direction direction = report.catalogue().direction(metric);
    Summary summary = group.summary(system, metric, direction);
    OptionalDouble least = group.best(metric, direction);
    boolean best =
        least.isPresent() && least.getAsDouble() == group.cost(system, metric, direction);
    html.open("td", "class", best ? "best" : "");
    html.leaf("span", Numbers.value(summary.median()), "class", "median");
    spread(html, summary);
    long failed = group.of(system).stream().filter(TrialRecord::failed).count();
    if (summary.failed() > failed) {
      html.leaf(
          "span", (summary.failed() - failed) + " without a value", "class", "failed interval");
    }
    OptionalDouble published = group.published(system, metric);
    if (published.isPresent()) {
      html.leaf(
          "span", "published " + Numbers.value(published.getAsDouble()), "class", "published");
    }
    html.close();
  }

  private static void spread(Html html, Summary summary) {
    String least = Numbers.value(summary.least());
    String greatest = Numbers.value(summary.greatest());
    if (summary.count() < 2 || least.equals(greatest)) {
      return;
    }
    if (summary.mad() > 0) {
      html.leaf("span", " ± " + Numbers.rough(summary.mad()), "class", "mad");
    }
    Optional<MedianInterval> interval = summary.interval();
    String text =
        interval
            .map(i -> "[" + Numbers.value(i.low()) + ", " + Numbers.value(i.high()) + "]")
            .orElse(least + " to " + greatest);
    String tip =
        interval
            .map(
                i ->
                    String.format(Locale.ROOT, "holds the median with %.1f %%", 100 * i.coverage()))
            .orElse("smallest and largest of " + summary.count());
    html.leaf("span", text, "class", "interval", "title", tip);
  }

  private static void trials(Html html, DatasetGroup group, String system) {
    List<TrialRecord> trials = group.of(system);
    long failed = trials.stream().filter(TrialRecord::failed).count();
    html.open("td").leaf("span", Numbers.count(trials.size()), "class", "median");
    if (failed > 0) {
      html.leaf("span", failed + " failed", "class", "failed interval");
    }
    if (group.errors(system) > 0) {
      html.leaf("span", Numbers.plural(group.errors(system), "error"), "class", "failed interval");
    }
    html.close();
    int parameters = trials.stream().mapToInt(TrialRecord::parameters).max().orElse(0);
    html.open("td", "class", "quiet", "title", "parameters and engine");
    html.text(parameters == 0 ? "–" : Numbers.count(parameters));
    html.leaf("span", trials.get(0).engine(), "class", "interval").close();
    html.leaf("td", Numbers.duration(group.seconds(system, "train").median()), "class", "quiet");
  }

  private static void floor(Html html, DatasetGroup group) {
    if (group.metrics().stream().allMatch(m -> group.floor(m).isEmpty())) {
      return;
    }
    html.open("tr", "class", "floor").leaf("th", "floor (truth against itself)", "scope", "row");
    for (String metric : group.metrics()) {
      OptionalDouble value = group.floor(metric);
      html.open("td").text(value.isPresent() ? Numbers.value(value.getAsDouble()) : "–");
      if (group.given(metric)) {
        html.leaf(
            "span", "given", "class", "interval", "title", "stated of the data, not measured");
      }
      html.close();
    }
    html.open("td", "colspan", "3").close().close();
  }

  private static void failures(Html html, Report report, DatasetGroup group) {
    List<TrialRecord> failed = group.trials().stream().filter(TrialRecord::failed).toList();
    List<TrialRecord> errors = group.trials().stream().filter(TrialRecord::unfinished).toList();
    List<TrialRecord> partly =
        group.trials().stream()
            .filter(t -> !t.failed() && t.scores().stream().anyMatch(Score::failed))
            .toList();
    if (!failed.isEmpty()) {
      html.open("details", "class", "failures", "open", "open");
      html.leaf("summary", Numbers.plural(failed.size(), "failed trial")).open("ul");
      for (TrialRecord trial : failed) {
        item(html, report, trial, trial.reason() == null ? "no reason recorded" : trial.reason());
      }
      html.close("details");
    }
    if (!errors.isEmpty()) {
      html.open("details", "class", "failures", "open", "open");
      html.leaf(
          "summary",
          Numbers.plural(errors.size(), "trial")
              + " not measured for errors of the machine: not ranked, and run again by the next"
              + " run");
      html.open("ul");
      for (TrialRecord trial : errors) {
        item(html, report, trial, trial.errorReason());
      }
      html.close("details");
    }
    if (!partly.isEmpty()) {
      html.open("details", "class", "failures");
      html.leaf("summary", Numbers.plural(partly.size(), "trial") + " without some value");
      html.open("ul");
      for (TrialRecord trial : partly) {
        item(html, report, trial, missing(report, trial));
      }
      html.close("details");
    }
  }

  private static String missing(Report report, TrialRecord trial) {
    return trial.scores().stream()
        .filter(Score::failed)
        .map(score -> report.catalogue().title(score.metric()) + ": " + score.reason())
        .collect(Collectors.joining("; "));
  }

  private static void item(Html html, Report report, TrialRecord trial, String text) {
    html.open("li");
    SystemName.write(html, report, trial.system());
    html.leaf("span", " seed " + trial.seed() + " ", "class", "quiet");
    html.text(text).close();
  }
}
