package io.ergodic.jobs.verify;

import io.ergodic.datasets.invariant.Estimate;
import io.ergodic.datasets.invariant.Status;
import io.ergodic.jobs.build.Build;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The verified table beside published values, as Markdown. */
final class VerificationReport {
  private VerificationReport() {}

  static String text(List<VerifiedSystem> rows) {
    StringBuilder text = new StringBuilder("# Verified invariants\n\n");
    text.append(
        String.format(
            Locale.ROOT,
            "%d systems: %d chaotic, %d regular, %d undecided, %d failed. Exponents per unit of"
                + " model time, with standard errors by batch means. Ergodic %s, revision %s.%n%n",
            rows.size(),
            count(rows, row -> row.is(Status.CHAOTIC)),
            count(rows, row -> row.is(Status.REGULAR)),
            count(rows, row -> row.is(Status.UNDECIDED)),
            count(rows, row -> row.is(Status.FAILED)),
            Build.version(),
            Build.revision()));
    published(rows, text);
    independent(rows, text);
    literature(rows, text);
    list(rows, "Not chaotic, of all here", row -> row.is(Status.REGULAR), text);
    list(rows, "Undecided", row -> row.is(Status.UNDECIDED), text);
    for (VerifiedSystem row : rows) {
      if (row.is(Status.FAILED)) {
        text.append("* failed: ").append(row.system()).append(": ").append(row.reason());
        text.append('\n');
      }
    }
    text.append(
        "\n|system|kind|dim|status|lambda_max|published|ratio|independent|spectrum|Kaplan-Yorke"
            + "|Pesin entropy|correlation dim.|scaling region|multiscale entropy|period|\n"
            + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
    rows.forEach(row -> text.append(line(row)));
    text.append(
        "\nPublished: the exponents stored in the public database dysts 0.95. Scaling region: range"
            + " of distances of the correlation dimension, in deviations of the coordinates; (?)"
            + " where slopes are not steady in it. (!) after a status: the standard error aimed at"
            + " was not reached.\n");
    return text.toString();
  }

  private static void published(List<VerifiedSystem> rows, StringBuilder text) {
    List<VerifiedSystem> listed =
        rows.stream().filter(row -> !Double.isNaN(row.published())).toList();
    List<VerifiedSystem> both = listed.stream().filter(row -> row.is(Status.CHAOTIC)).toList();
    text.append(
        String.format(
            Locale.ROOT,
            "Of the %d systems of the public database, %d are here. %d of them are chaotic; their"
                + " published exponent is off by more than 10 %% in %d and by more than a factor of"
                + " 2 in %d.%n%n",
            PublishedExponents.systems().size(),
            listed.size(),
            both.size(),
            count(both, row -> factor(row) > 1.1),
            count(both, row -> factor(row) > 2)));
    list(listed, "Not chaotic, of the public database", row -> row.is(Status.REGULAR), text);
    list(both, "Published exponent off by more than 2", row -> factor(row) > 2, text);
    text.append('\n');
  }

  private static void independent(List<VerifiedSystem> rows, StringBuilder text) {
    List<VerifiedSystem> checked =
        rows.stream().filter(row -> !Double.isNaN(row.independent())).toList();
    List<VerifiedSystem> apart =
        checked.stream().filter(row -> !row.agreesWithIndependent()).toList();
    text.append(
        String.format(
            Locale.ROOT,
            "Of %d systems with an independent value, %d agree with it within three common standard"
                + " errors (or both are zero).%n%n",
            checked.size(),
            checked.size() - apart.size()));
    for (VerifiedSystem row : apart) {
      PublishedExponents.Entry entry = PublishedExponents.of(row.system()).orElseThrow();
      text.append(
          String.format(
              Locale.ROOT,
              "* not in agreement: %s, %s here (%s), %s independently, %.1f standard errors%n",
              row.system(),
              estimate(row.largest(), row.largestError()),
              row.status(),
              estimate(entry.independent(), entry.independentError()),
              row.distanceFromIndependent()));
    }
    text.append('\n');
  }

  private static void literature(List<VerifiedSystem> rows, StringBuilder text) {
    Map<String, VerifiedSystem> bySystem = new TreeMap<>();
    rows.forEach(row -> bySystem.put(row.system(), row));
    StringBuilder table = new StringBuilder();
    int agree = 0;
    int compared = 0;
    for (LiteratureValue value : LiteratureValue.all()) {
      VerifiedSystem row = bySystem.get(value.system());
      if (row != null && value.computed(row).known()) {
        compared++;
        boolean agrees = value.agrees(row);
        agree += agrees ? 1 : 0;
        table.append(
            String.join(
                "|",
                "",
                value.system(),
                value.quantity(),
                estimate(value.computed(row)),
                estimate(value.value()),
                String.format(Locale.ROOT, "%.1f", value.distance(row)),
                agrees ? "yes" : "no",
                value.source(),
                "\n"));
      }
    }
    if (compared > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "Of %d values of the literature, %d agree within three common standard errors.%n%n",
              compared,
              agree));
      text.append("|system|quantity|here|literature|errors apart|agrees|source|\n");
      text.append("|---|---|---|---|---|---|---|\n").append(table).append('\n');
    }
  }

  private static String estimate(Estimate estimate) {
    return estimate(estimate.value(), estimate.standardError());
  }

  private static double factor(VerifiedSystem row) {
    double ratio = row.published() / row.largest();
    return ratio > 0 ? Math.max(ratio, 1 / ratio) : Double.POSITIVE_INFINITY;
  }

  private static long count(List<VerifiedSystem> rows, Predicate<VerifiedSystem> which) {
    return rows.stream().filter(which).count();
  }

  private static void list(
      List<VerifiedSystem> rows,
      String title,
      Predicate<VerifiedSystem> which,
      StringBuilder text) {
    String names =
        rows.stream().filter(which).map(VerifiedSystem::system).collect(Collectors.joining(", "));
    if (!names.isEmpty()) {
      text.append("* ").append(title).append(": ").append(names).append('\n');
    }
  }

  private static String line(VerifiedSystem row) {
    String spectrum =
        row.spectrum().stream()
            .limit(8)
            .map(VerificationReport::number)
            .collect(Collectors.joining(" "));
    boolean doubtful = !row.is(Status.FAILED) && !row.converged();
    return String.join(
            "|",
            "",
            row.system(),
            row.kind(),
            String.valueOf(row.dimension()),
            row.status() + (doubtful ? " (!)" : ""),
            estimate(row.largest(), row.largestError()),
            number(row.published()),
            number(row.published() / row.largest()),
            number(row.independent()),
            spectrum + (row.spectrum().size() > 8 ? " ..." : ""),
            estimate(row.kaplanYorke(), row.kaplanYorkeError()),
            estimate(row.entropy(), row.entropyError()),
            estimate(row.correlation(), row.correlationError()),
            Double.isNaN(row.scalingFrom())
                ? ""
                : number(row.scalingFrom())
                    + " to "
                    + number(row.scalingTo())
                    + (row.scaling() ? "" : " (?)"),
            estimate(row.multiscaleEntropy(), row.multiscaleEntropyError()),
            estimate(row.period(), row.periodError()))
        + "|\n";
  }

  private static String estimate(double value, double error) {
    return Double.isNaN(value)
        ? ""
        : number(value) + " ± " + String.format(Locale.ROOT, "%.1g", error);
  }

  private static String number(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value);
  }
}
