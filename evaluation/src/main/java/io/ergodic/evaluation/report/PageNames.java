package io.ergodic.evaluation.report;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * File names of the experiments' pages: their names, as far as file systems and links take them.
 */
final class PageNames {
  private final Map<String, String> names = new HashMap<>();

  PageNames(List<ExperimentGroup> experiments) {
    Set<String> taken = new HashSet<>();
    for (ExperimentGroup experiment : experiments) {
      String plain = experiment.name().replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^\\.+", "-");
      String name = plain;
      // Some file systems do not tell upper from lower case.
      for (int i = 2; !taken.add(name.toLowerCase(Locale.ROOT)); i++) {
        name = plain + "-" + i;
      }
      names.put(experiment.name(), name);
    }
  }

  /** Without folder and ending. */
  String of(ExperimentGroup experiment) {
    return names.get(experiment.name());
  }

  /** As seen from the index. */
  String link(ExperimentGroup experiment) {
    return HtmlReport.PAGES + "/" + of(experiment) + ".html";
  }
}
