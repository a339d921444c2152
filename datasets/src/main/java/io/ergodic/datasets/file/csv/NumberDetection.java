package io.ergodic.datasets.file.csv;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.settings.InvalidInputException;
import io.ergodic.datasets.settings.Settings;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds decimal sign and mark of thousands in all numbers of a file, or takes those that are set.
 */
final class NumberDetection {
  private static final List<String> MARKS = List.of(",", ".", " ", "'", "none");

  private final InputFile file;
  private final List<ColumnProfile> columns;
  private final List<String> names;

  /**
   * @param columns that hold numbers alone, and their names
   */
  NumberDetection(InputFile file, List<ColumnProfile> columns, List<String> names) {
    this.file = file;
    this.columns = columns;
    this.names = names;
  }

  /**
   * Reads {@code decimal}, {@code thousands} and {@code percent}, and finds what is not set.
   *
   * @param notes gets a sentence for what was found and is not the usual
   */
  NumberGrammar read(Settings settings, List<String> notes) {
    boolean fraction =
        settings.choice("percent", "number", List.of("number", "fraction")).equals("fraction");
    boolean decimalSet = settings.has("decimal");
    boolean thousandsSet = settings.has("thousands");
    char told = mark(settings.choice("thousands", "none", MARKS));
    char decimal =
        decimalSet
            ? settings.choice("decimal", ".", List.of(".", ",")).charAt(0)
            : decimal(thousandsSet, told);
    char thousands = thousandsSet ? told : thousands(decimal);
    if (decimal == thousands) {
      throw settings.error("thousands", "must not be the decimal sign, '" + decimal + "'");
    }
    NumberGrammar grammar = new NumberGrammar(decimal, thousands, fraction);
    if (!grammar.describe().isEmpty() && (!decimalSet || thousands != 0 && !thousandsSet)) {
      String example =
          thousands == 0
              ? first(shape -> shape.decimal() == ',').orElse("")
              : first(shape -> shape.thousands() == thousands || shape.either() == thousands)
                  .orElse("");
      notes.add(
          "in numbers "
              + grammar.describe()
              + (example.isEmpty() ? "" : ", as in " + example)
              + "; decimal = SIGN and thousands = MARK say otherwise");
    }
    return grammar;
  }

  private static char mark(String word) {
    return word.equals("none") ? '\0' : word.charAt(0);
  }

  /** Where thousands are told, a comma or point that they are not is the decimal sign. */
  private char decimal(boolean thousandsSet, char thousands) {
    if (thousands == ',' || thousands == '.') {
      return thousands == ',' ? '.' : ',';
    }
    Optional<String> comma = first(shape -> shape.decimal() == ',' || shape.thousands() == '.');
    Optional<String> point = first(shape -> shape.decimal() == '.' || shape.thousands() == ',');
    if (comma.isPresent() && point.isPresent()) {
      throw unclear("numbers with a decimal comma and with a decimal point", comma, point);
    }
    if (comma.isPresent()) {
      return ',';
    }
    Optional<String> eitherComma = first(shape -> shape.either() == ',');
    if (thousandsSet && eitherComma.isPresent()) {
      return ',';
    }
    if (point.isEmpty() && eitherComma.isPresent()) {
      throw unclear("a comma that may set apart thousands or be the decimal sign", eitherComma);
    }
    return '.';
  }

  private InvalidInputException unclear(String what, Optional<?>... places) {
    StringBuilder text = new StringBuilder(what);
    for (int i = 0; i < places.length; i++) {
      text.append(i == 0 ? ": " : " and ").append(places[i].orElseThrow());
    }
    return file.error(
        text + "; decimal = \",\" or \".\", thousands = \",\", \".\", \" \" or none says which");
  }

  private char thousands(char decimal) {
    char other = decimal == '.' ? ',' : '.';
    char found = 0;
    for (char mark : new char[] {other, ' ', '\''}) {
      Optional<String> place =
          first(shape -> shape.thousands() == mark || shape.either() == mark && mark == other);
      if (place.isPresent() && found != 0) {
        throw unclear("thousands set apart in two ways", place);
      }
      if (place.isPresent()) {
        found = mark;
      }
    }
    return found;
  }

  private Optional<String> first(Predicate<NumberShape> wanted) {
    for (int i = 0; i < columns.size(); i++) {
      for (var entry : columns.get(i).shapes().entrySet()) {
        if (wanted.test(entry.getKey())) {
          ColumnProfile.Example example = entry.getValue();
          return Optional.of(
              "'"
                  + example.cell()
                  + "' (line "
                  + example.line()
                  + ", column "
                  + names.get(i)
                  + ")");
        }
      }
    }
    return Optional.empty();
  }
}
