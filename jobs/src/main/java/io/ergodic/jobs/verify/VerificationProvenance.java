package io.ergodic.jobs.verify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.invariant.LyapunovSettings;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;

/** How a table came about, without a date: what computed it, with which settings and seed. */
final class VerificationProvenance {
  private VerificationProvenance() {}

  static String json(List<VerifiedSystem> rows, String csv) {
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode node = mapper.createObjectNode();
    node.put("command", "ergodic verify chaos");
    ArrayNode revisions = node.putArray("revision");
    rows.stream().map(VerifiedSystem::revision).distinct().sorted().forEach(revisions::add);
    ArrayNode budgets = node.putArray("budget_seconds");
    TreeSet<Double> given = new TreeSet<>();
    rows.forEach(row -> given.add(row.budget()));
    given.forEach(budgets::add);
    LyapunovSettings settings = LyapunovSettings.standard(1);
    node.put("seed", settings.seed());
    node.put("relative_error_aimed_at", settings.relativeError());
    node.put("rows", rows.size());
    node.put("sha256", sha256(csv));
    try {
      return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
