package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.csv.ColumnProfile.Example;
import io.ergodic.datasets.file.csv.ColumnProfile.Form;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which columns are variables. A column is judged by all of its rows: numbers are taken, text,
 * dates and words of truth are left out, and a mixture is refused.
 *
 * @param indices of the variables
 * @param keepMissing whether missing values become NaN
 * @param notes a sentence for each column that is left out or not taken as it stands
 */
record ColumnChoice(List<Integer> indices, boolean keepMissing, List<String> notes) {
  private static final String OTHERWISE =
      "; columns = [...] names those to be read, omit = [...] those to be left out";

  /** Reads {@code columns}, {@code omit}, {@code booleans} and {@code missing}. */
  static ColumnChoice read(Settings settings, CsvScan scan) {
    boolean keep = settings.choice("missing", "refuse", List.of("refuse", "keep")).equals("keep");
    boolean truth =
        settings.choice("booleans", "omit", List.of("omit", "numbers")).equals("numbers");
    List<Integer> omitted = scan.header().indices(settings, "omit");
    List<Integer> named = scan.header().indices(settings, "columns");
    Judge judge = new Judge(scan, keep, truth);
    boolean chosen = settings.has("columns");
    List<Integer> asked =
        chosen ? named : IntStream.range(0, scan.header().width()).boxed().toList();
    List<Integer> variables = new ArrayList<>();
    for (int column : asked) {
      if (omitted.contains(column) || !chosen && scan.timeColumns().contains(column)) {
        continue;
      }
      String reason = judge.leftOut(column);
      if (reason == null) {
        judge.check(column);
        variables.add(column);
      } else if (chosen) {
        throw settings.error("columns", scan.place(column) + " " + reason);
      } else {
        judge.notes.add(scan.place(column) + " is left out: it " + reason);
      }
    }
    if (variables.isEmpty()) {
      throw scan.file()
          .error(
              "has no column of numbers; its columns: "
                  + String.join(", ", scan.header().names())
                  + (judge.notes.isEmpty() ? "" : ". " + String.join(". ", judge.notes))
                  + " (read as "
                  + scan.dialect().describe()
                  + "; separator and encoding say otherwise)");
    }
    return new ColumnChoice(List.copyOf(variables), keep, List.copyOf(judge.notes));
  }

  private static final class Judge {
    private final CsvScan scan;
    private final boolean keep;
    private final boolean truth;
    private final List<String> notes = new ArrayList<>();

    Judge(CsvScan scan, boolean keep, boolean truth) {
      this.scan = scan;
      this.keep = keep;
      this.truth = truth;
    }

    /** Why a column cannot be a variable, as what follows its name; null when it can. */
    String leftOut(int column) {
      ColumnProfile profile = scan.columns().get(column);
      if (profile.values() == 0) {
        boolean last = column == scan.header().width() - 1;
        return last && scan.header().raw().get(column).isBlank()
            ? "is empty, for every line ends with a separator"
            : "holds no value";
      }
      if (profile.count(Form.BOOLEAN) == profile.values()) {
        return truth ? null : "holds words of truth; booleans = numbers reads them as 1 and 0";
      }
      if (profile.dates()) {
        return "holds dates";
      }
      int others = profile.count(Form.TEXT) + profile.count(Form.BOOLEAN);
      if (others > profile.numbers()) {
        Example first = profile.first(profile.count(Form.TEXT) > 0 ? Form.TEXT : Form.BOOLEAN);
        return "holds text, such as '" + first.cell() + "' (line " + first.line() + ")";
      }
      return null;
    }

    /** Refuses what no number can be made of; notes what becomes another one. */
    void check(int column) {
      ColumnProfile profile = scan.columns().get(column);
      for (Form form : List.of(Form.TEXT, Form.INFINITE)) {
        refuse(column, form, profile.count(form) > 0, "not a finite number", OTHERWISE);
      }
      boolean words = profile.count(Form.BOOLEAN) < profile.values();
      refuse(
          column,
          Form.BOOLEAN,
          words && profile.count(Form.BOOLEAN) > 0,
          "a word among numbers",
          OTHERWISE);
      int percent = profile.count(Form.PERCENT);
      refuse(
          column,
          Form.PERCENT,
          percent > 0 && percent < profile.values(),
          "percent among numbers without",
          OTHERWISE);
      refuse(
          column,
          Form.MISSING,
          profile.count(Form.MISSING) > 0 && !keep,
          "a missing value",
          " (missing = keep with standardise = false lets it through as NaN;"
              + " missingSpellings = [...] says what counts as missing; omit = [...] leaves the"
              + " column out)");
      noteValues(column, profile);
    }

    private void refuse(int column, Form form, boolean wrong, String what, String wayOut) {
      if (!wrong) {
        return;
      }
      ColumnProfile profile = scan.columns().get(column);
      Example first = profile.first(form);
      int others = profile.count(form) - 1;
      throw problem(
          "line "
              + first.line()
              + ", "
              + scan.place(column)
              + ": "
              + what
              + ": '"
              + first.cell()
              + "'"
              + (others == 0 ? "" : ", and " + others + " more below")
              + wayOut);
    }

    private InvalidInputException problem(String text) {
      return scan.file().error(text);
    }

    private void noteValues(int column, ColumnProfile profile) {
      String place = scan.place(column);
      if (profile.count(Form.MISSING) > 0) {
        notes.add(
            place
                + ": "
                + profile.count(Form.MISSING)
                + " missing values become NaN, first in line "
                + profile.first(Form.MISSING).line()
                + "; written "
                + profile.spellings());
      }
      if (profile.count(Form.BOOLEAN) > 0) {
        notes.add(place + ": words of truth are read as 1 and 0");
      }
      if (profile.rounded() > 0) {
        Example first = profile.firstRounded();
        notes.add(
            place
                + ": "
                + profile.rounded()
                + " whole numbers beyond 2^53 are rounded, the first in line "
                + first.line()
                + ": "
                + first.cell()
                + " to "
                + new BigDecimal(Double.parseDouble(first.cell())).toPlainString()
                + "; identifiers are no series: omit = [\""
                + scan.header().names().get(column)
                + "\"]");
      }
    }
  }
}
