package io.ergodic.datasets.chaos;

import io.ergodic.datasets.settings.Settings;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What becomes of a periodic coordinate, an angle or the phase of a drive, in a dataset. */
public enum PeriodicForm {
  /** Two columns, its sine and its cosine: bounded, and continuous where the coordinate is. */
  SINE_COSINE,
  /** Its remainder by the period: bounded, with a jump once a turn. */
  WRAP,
  /** As the equations have it: of a flow, it may grow without end. */
  UNWRAPPED;

  /** The key of a dataset's settings. */
  static final String KEY = "periodic";

  /** The word for it in settings. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Reads {@code periodic} (sine-cosine). */
  static PeriodicForm read(Settings settings) {
    List<String> labels = Arrays.stream(values()).map(PeriodicForm::label).toList();
    return values()[labels.indexOf(settings.choice(KEY, SINE_COSINE.label(), labels))];
  }
}
