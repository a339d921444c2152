package io.ergodic.datasets.file.time;

import io.ergodic.datasets.settings.InvalidInputException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks order, duplicates, step and gaps of the times of a series. */
public final class TimeCheck {
  private static final int SHOWN = 3;

  private final TimeColumn column;
  private final TimeSettings settings;
  private final Function<String, InvalidInputException> error;
  private final List<String> notes = new ArrayList<>();
  private long[] times;

  /** Row of the file that each row kept is. */
  private int[] rows;

  private TimeCheck(
      TimeColumn column, TimeSettings settings, Function<String, InvalidInputException> error) {
    this.column = column;
    this.settings = settings;
    this.error = error;
    this.times = column.times();
    this.rows = IntStream.range(0, times.length).toArray();
  }

  /**
   * The axis that the times of a column make.
   *
   * @param error about the file, of a problem in words
   * @throws InvalidInputException for times that are not as they should be and that no setting
   *     takes as they are
   */
  public static TimeAxis check(
      TimeColumn column, TimeSettings settings, Function<String, InvalidInputException> error) {
    return new TimeCheck(column, settings, error).check();
  }

  private TimeAxis check() {
    settings.zone().ifPresent(this::toInstants);
    order();
    duplicates();
    double tolerance = column.format().tolerance();
    TimeStep step = TimeStep.of(times, tolerance, column.format().calendar());
    TimeGaps gaps = TimeGaps.find(times, step, tolerance);
    Optional<Arrangement> arrangement = gaps.isEmpty() ? unfilled() : filled(gaps, step);
    TimesAhead ahead = new TimesAhead(step, column.format(), column.times()[rows[rows.length - 1]]);
    return new TimeAxis(describe(step), List.copyOf(notes), arrangement, ahead);
  }

  private void toInstants(ZoneId zone) {
    if (column.format().zoned()) {
      throw error.apply(
          "times.zone is for local times; those of column " + column.name() + " name their own");
    }
    int impossible = LocalZone.toInstants(zone, times);
    if (impossible >= 0) {
      throw error.apply(
          "column "
              + column.name()
              + ": no clock of "
              + zone
              + " ever showed the time of "
              + column.show(impossible));
    }
    notes.add("times of column " + column.name() + " are read as local times of " + zone);
  }

  private void order() {
    List<Integer> back = where(i -> times[i] < times[i - 1]);
    if (back.isEmpty()) {
      return;
    }
    if (!settings.sort()) {
      boolean reversed = where(i -> times[i] > times[i - 1]).isEmpty();
      throw error.apply(
          "the times of column "
              + column.name()
              + (reversed ? " run backwards: " : " are not in order: ")
              + pairs(back)
              + "; times.sort = true puts the rows in order"
              + zoneHint());
    }
    int[] sorted =
        IntStream.range(0, times.length)
            .boxed()
            .sorted(Comparator.comparingLong(i -> times[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    keep(sorted);
    notes.add(
        "rows are put in the order of column "
            + column.name()
            + ": "
            + back.size()
            + " stood before an earlier one");
  }

  private void duplicates() {
    List<Integer> same = where(i -> times[i] == times[i - 1]);
    if (same.isEmpty()) {
      return;
    }
    String what =
        same.size()
            + (same.size() == 1 ? " row has" : " rows have")
            + " the time of the row before";
    if (settings.duplicates().equals(TimeSettings.REFUSE)) {
      throw error.apply(
          "column "
              + column.name()
              + ": "
              + what
              + ": "
              + pairs(same)
              + "; times.duplicates = first or last drops all others, keep takes all"
              + zoneHint());
    }
    notes.add("column " + column.name() + ": " + what + "; " + settings.duplicates() + " taken");
    if (settings.duplicates().equals(TimeSettings.KEEP)) {
      return;
    }
    boolean first = settings.duplicates().equals(TimeSettings.FIRST);
    keep(
        IntStream.range(0, times.length)
            .filter(
                i ->
                    first
                        ? i == 0 || times[i] != times[i - 1]
                        : i == times.length - 1 || times[i] != times[i + 1])
            .toArray());
  }

  private Optional<Arrangement> filled(TimeGaps gaps, TimeStep step) {
    String what = gaps.describe(column, rows, step, SHOWN);
    if (settings.gaps().equals(TimeSettings.REFUSE)) {
      throw error.apply(
          what
              + "; times.gaps = keep takes the rows as equally spaced all the same"
              + (gaps.whole() ? ", missing, last or linear fills in the rows between" : "")
              + zoneHint());
    }
    if (settings.gaps().equals(TimeSettings.KEEP)) {
      notes.add(what + "; all rows are taken as equally spaced");
      return unfilled();
    }
    if (!gaps.whole()) {
      throw error.apply(
          what
              + "; not whole numbers of steps, so that times.gaps = "
              + settings.gaps()
              + " cannot fill them; keep takes the rows as equally spaced");
    }
    notes.add(what + "; filled in: " + settings.gaps());
    return Optional.of(gaps.fill(rows, settings.gaps()));
  }

  private Optional<Arrangement> unfilled() {
    boolean asItStands = rows.length == column.times().length;
    for (int i = 0; asItStands && i < rows.length; i++) {
      asItStands = rows[i] == i;
    }
    return asItStands
        ? Optional.empty()
        : Optional.of(new Arrangement(rows, rows, new double[rows.length]));
  }

  private String describe(TimeStep step) {
    String known = "times are those of column " + column.name() + ", " + column.describeFormat();
    if (step.equals(TimeStep.NONE)) {
      return known;
    }
    return known
        + ", a step of "
        + (step.ticks() > 0 && !column.format().calendar()
            ? column.format().showDifference(step.ticks())
            : step.describe())
        + ", from "
        + column.format().show(column.times()[rows[0]])
        + " to "
        + column.format().show(column.times()[rows[rows.length - 1]]);
  }

  private String zoneHint() {
    if (settings.zone().isPresent() || column.format().zoned()) {
      return "";
    }
    String zone = LocalZone.fitting(column.times());
    return zone == null
        ? ""
        : "; they are without a flaw as local times of a zone: times.zone = \"" + zone + "\"";
  }

  private void keep(int[] chosen) {
    times = IntStream.of(chosen).mapToLong(i -> times[i]).toArray();
    rows = IntStream.of(chosen).map(i -> rows[i]).toArray();
  }

  private List<Integer> where(IntPredicate wanted) {
    return IntStream.range(1, times.length).filter(wanted).boxed().toList();
  }

  private String pairs(List<Integer> at) {
    String shown =
        at.stream()
            .limit(SHOWN)
            .map(i -> column.show(rows[i - 1]) + " then " + column.show(rows[i]))
            .collect(Collectors.joining(", "));
    return shown + (at.size() > SHOWN ? " and " + (at.size() - SHOWN) + " more" : "");
  }
}
