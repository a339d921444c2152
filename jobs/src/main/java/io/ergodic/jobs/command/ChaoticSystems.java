package io.ergodic.jobs.command;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.invariant.Estimate;
import io.ergodic.datasets.invariant.LyapunovEstimate;
import io.ergodic.datasets.invariant.LyapunovEstimator;
import io.ergodic.datasets.invariant.LyapunovSettings;
import io.ergodic.datasets.invariant.Subject;
import io.ergodic.datasets.invariant.SubjectProvider;
import io.ergodic.datasets.invariant.VerifiedCatalogue;
import io.ergodic.jobs.data.DatasetSpec;
import io.ergodic.jobs.verify.WrittenSubjects;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Prints the chaotic systems with their verified exponents and dimensions. */
final class ChaoticSystems {
  private ChaoticSystems() {}

  static void print(PrintWriter out, boolean json) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    for (Subject subject : SubjectProvider.all().values()) {
      VerifiedCatalogue.Entry entry = VerifiedCatalogue.of(subject.name()).orElse(null);
      if (json) {
        out.println(mapper.writeValueAsString(describe(subject, entry, mapper)));
      } else {
        out.println(line(subject, entry));
      }
    }
  }

  /**
   * The systems that a file writes down, each with what is computed of it now.
   *
   * @param seconds of processor time for each spectrum
   */
  static void print(PrintWriter out, boolean json, Path equations, double seconds)
      throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    for (DatasetSpec spec : WrittenSubjects.read(equations, List.of()).values()) {
      Subject subject = WrittenSubjects.subject(spec);
      LyapunovEstimate found =
          LyapunovEstimator.estimate(subject, LyapunovSettings.standard(subject).seconds(seconds));
      VerifiedCatalogue.Entry entry =
          new VerifiedCatalogue.Entry(
              subject.name(),
              subject.kind(),
              subject.dimension(),
              found.status().toString().toLowerCase(Locale.ROOT),
              found.largest(),
              found.exponents().stream().map(Estimate::value).toList(),
              found.kaplanYorke(),
              found.reason());
      out.println(
          json
              ? mapper.writeValueAsString(describe(subject, entry, mapper))
              : line(subject, entry));
      out.flush();
    }
  }

  private static String line(Subject subject, VerifiedCatalogue.Entry entry) {
    String status = entry == null ? "not verified" : entry.status();
    return String.format(
            Locale.ROOT,
            "%-30s %-5s dim %-4d %-10s lambda_max %-22s Kaplan-Yorke %s",
            subject.name(),
            subject.kind(),
            subject.dimension(),
            status,
            entry == null ? "-" : text(entry.largest()),
            entry == null ? "-" : text(entry.kaplanYorke()))
        .stripTrailing();
  }

  private static String text(Estimate estimate) {
    return estimate.known()
        ? String.format(Locale.ROOT, "%.4g +- %.1g", estimate.value(), estimate.standardError())
        : "-";
  }

  private static ObjectNode describe(
      Subject subject, VerifiedCatalogue.Entry entry, ObjectMapper mapper) {
    ObjectNode node = mapper.createObjectNode();
    node.put("id", subject.name());
    node.put("kind", subject.kind());
    node.put("dimension", subject.dimension());
    node.put("status", entry == null ? null : entry.status());
    if (entry != null) {
      put(node, "lambda_max", entry.largest());
      put(node, "kaplan_yorke", entry.kaplanYorke());
      entry.spectrum().forEach(node.putArray("spectrum")::add);
    }
    return node;
  }

  private static void put(ObjectNode node, String name, Estimate estimate) {
    if (estimate.known()) {
      node.put(name, estimate.value());
      node.put(name + "_se", estimate.standardError());
    }
  }
}
