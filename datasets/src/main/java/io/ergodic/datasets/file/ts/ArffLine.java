package io.ergodic.datasets.file.ts;

/**
 * A line of the data of an .arff file: values and the class between commas. Several variables are
 * one quoted relation whose rows, one a variable, end in a backslash and n.
 */
final class ArffLine {
  private ArffLine() {}

  /** The same series as a line of a .ts file. */
  static String asTs(String line) {
    char quote = line.charAt(0);
    int close = quote == '\'' || quote == '"' ? line.indexOf(quote, 1) : -1;
    // Without a relation the first cell, if it is quoted at all, is no more than that cell.
    int border =
        close > 0 && line.startsWith("\\n", line.indexOf('\\')) ? close + 1 : line.lastIndexOf(',');
    if (border <= 0 || border >= line.length() || line.charAt(border) != ',') {
      return line;
    }
    String values =
        border == close + 1
            ? line.substring(1, close).replace("\\n", ":")
            : line.substring(0, border);
    return values + ':' + unquoted(line.substring(border + 1).strip());
  }

  private static String unquoted(String name) {
    boolean quoted =
        name.length() > 1
            && (name.charAt(0) == '\'' || name.charAt(0) == '"')
            && name.charAt(name.length() - 1) == name.charAt(0);
    return quoted ? name.substring(1, name.length() - 1) : name;
  }
}
