package io.ergodic.evaluation.report;

import io.ergodic.evaluation.statistics.Leaderboard;
import io.ergodic.evaluation.statistics.Standing;
import java.util.List;
import java.util.Locale;

/**
 * Critical-difference diagram after Demsar (2006), figure 1: systems on an axis of mean ranks, best
 * at the left, bars join those that the test does not tell apart.
 */
final class CriticalDifferenceDiagram {
  private static final int SPAN = 290;
  private static final int LETTER = 10;
  private static final int SHOWN = 24;
  private static final int LABELS = 10;
  private static final int AXIS = 52;
  private static final int ROW = 24;
  private static final int BAR = 9;

  private final Leaderboard leaderboard;
  private final Palette palette;
  private final List<Standing> standings;
  private final int left;
  private final int right;
  private final int width;

  CriticalDifferenceDiagram(Leaderboard leaderboard, Palette palette) {
    this.leaderboard = leaderboard;
    this.palette = palette;
    this.standings = leaderboard.standings();
    int longest = standings.stream().mapToInt(s -> shortened(s.system()).length()).max().orElse(0);
    int margin = Math.max(120, 60 + LETTER * longest);
    this.left = margin;
    this.right = margin + SPAN;
    this.width = 2 * margin + SPAN;
  }

  void write(Html html, String label) {
    int half = (standings.size() + 1) / 2;
    int first = AXIS + 22 + leaderboard.groups().size() * BAR;
    int height = first + (half - 1) * ROW + 14;
    html.open("div", "class", "scroll");
    html.open(
        "svg",
        "class",
        "cd",
        "viewBox",
        "0 0 " + width + " " + height,
        "role",
        "img",
        "aria-label",
        label);
    axis(html);
    criticalDifference(html);
    for (int i = 0; i < standings.size(); i++) {
      boolean atLeft = i < half;
      int y = first + (atLeft ? i : standings.size() - 1 - i) * ROW;
      system(html, standings.get(i), atLeft, y);
    }
    groups(html);
    html.close("svg").close();
  }

  private double x(double rank) {
    return left + (rank - 1) / (standings.size() - 1) * (right - left);
  }

  private void axis(Html html) {
    line(html, "axis", left, AXIS, right, AXIS);
    int step = (standings.size() + LABELS - 1) / LABELS;
    for (int rank = 1; rank <= standings.size(); rank += step) {
      line(html, "axis", x(rank), AXIS - 6, x(rank), AXIS);
      html.leaf(
          "text",
          Integer.toString(rank),
          "class",
          "tick",
          "x",
          number(x(rank)),
          "y",
          number(AXIS - 11),
          "text-anchor",
          "middle");
    }
  }

  private void criticalDifference(Html html) {
    double length = leaderboard.criticalDifference();
    if (!Double.isFinite(length)) {
      return;
    }
    double end = Math.min(right, x(1 + length));
    line(html, "measure", left, 14, end, 14);
    line(html, "measure", left, 10, left, 18);
    if (x(1 + length) <= right) {
      line(html, "measure", end, 10, end, 18);
    }
    html.leaf(
        "text",
        "critical difference " + Numbers.rough(length),
        "class",
        "tick",
        "x",
        number(end + 8),
        "y",
        "18");
  }

  private void system(Html html, Standing standing, boolean atLeft, int y) {
    double x = x(standing.meanRank());
    double end = atLeft ? left - 14 : right + 14;
    String colour = palette.colour(standing.system());
    html.open(
            "path",
            "class",
            "elbow",
            "stroke",
            colour,
            "d",
            "M" + number(x) + " " + AXIS + "V" + y + "H" + number(end))
        .close();
    html.open("circle", "cx", number(x), "cy", number(AXIS), "r", "4.5", "fill", colour).close();
    html.open(
        "text",
        "x",
        number(atLeft ? end - 6 : end + 6),
        "y",
        number(y + 4.5),
        "text-anchor",
        atLeft ? "end" : "start");
    html.leaf("title", standing.system());
    html.leaf("tspan", shortened(standing.system()), "class", "name");
    html.leaf("tspan", " " + Numbers.rank(standing.meanRank()), "class", "tick");
    html.close();
  }

  private void groups(Html html) {
    for (int g = 0; g < leaderboard.groups().size(); g++) {
      List<String> members = leaderboard.groups().get(g);
      double from = leaderboard.meanRank(members.get(0));
      double to = leaderboard.meanRank(members.get(members.size() - 1));
      double y = AXIS + 11 + g * (double) BAR;
      line(html, "group", x(from) - 5, y, x(to) + 5, y);
    }
  }

  private static void line(Html html, String kind, double x1, double y1, double x2, double y2) {
    html.open(
            "line",
            "class",
            kind,
            "x1",
            number(x1),
            "y1",
            number(y1),
            "x2",
            number(x2),
            "y2",
            number(y2))
        .close();
  }

  private static String shortened(String name) {
    return name.length() <= SHOWN ? name : name.substring(0, SHOWN - 1) + "…";
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
