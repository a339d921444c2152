package io.ergodic.jobs.suite;

import io.ergodic.datasets.settings.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A tracking server that is told of trials, as read from
 *
 * <pre>
 * tracking { uri = "http://host:5000", experiment = nightly }
 * </pre>
 *
 * @param uri of an MLflow tracking server
 * @param experiment its experiment, made when it does not exist; by default the suite's name
 */
public record TrackingSpec(String uri, String experiment) {
  private static final String URI_KEY = "uri";

  /** Reads {@code tracking}; empty without a uri, for tracking is off unless it is asked for. */
  static Optional<TrackingSpec> read(Settings settings, String suite) {
    String experiment = settings.string("experiment", suite);
    Optional<TrackingSpec> read = Optional.empty();
    if (settings.has(URI_KEY)) {
      String uri = settings.string(URI_KEY);
      check(settings, uri);
      read = Optional.of(new TrackingSpec(uri.replaceAll("/+$", ""), experiment));
    }
    settings.rejectUnknown();
    return read;
  }

  private static void check(Settings settings, String text) {
    Optional<URI> uri = parse(text);
    if (uri.filter(TrackingSpec::isWeb).isEmpty()) {
      throw settings.error(
          URI_KEY, "must be that of an MLflow server, such as http://host:5000, not " + text);
    }
    if (uri.get().getUserInfo() != null) {
      throw settings.error(
          URI_KEY,
          "must not hold a password; set MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD, or"
              + " MLFLOW_TRACKING_TOKEN, in the environment");
    }
  }

  private static Optional<URI> parse(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException wrong) {
      return Optional.empty();
    }
  }

  private static boolean isWeb(URI uri) {
    boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    return web && uri.getHost() != null;
  }
}
