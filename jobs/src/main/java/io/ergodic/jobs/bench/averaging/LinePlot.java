package io.ergodic.jobs.bench.averaging;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Curves as an SVG picture, axes from 0. */
final class LinePlot {
  private static final int WIDTH = 860;
  private static final int HEIGHT = 420;
  private static final int LEFT = 70;
  private static final int BOTTOM = 50;
  private static final int TOP = 40;
  private static final int RIGHT = 200;
  private static final int TICKS = 5;
  private static final List<String> COLOURS =
      List.of(
          "#1f77b4", "#ff7f0e", "#2ca02c", "#d62728", "#9467bd", "#8c564b", "#e377c2", "#7f7f7f",
          "#17becf");

  private LinePlot() {}

  /**
   * Draws curves of points (x, y) by their names.
   *
   * @param x what the x axis shows
   * @param y what the y axis shows
   */
  static String draw(String title, String x, String y, Map<String, List<double[]>> curves) {
    double right = Double.MIN_NORMAL;
    double top = Double.MIN_NORMAL;
    for (List<double[]> curve : curves.values()) {
      for (double[] point : curve) {
        right = Math.max(right, point[0]);
        top = Math.max(top, 1.05 * point[1]);
      }
    }
    StringBuilder svg = new StringBuilder();
    line(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\">",
        WIDTH,
        HEIGHT);
    line(svg, "<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", WIDTH, HEIGHT);
    line(svg, "<text x=\"%d\" y=\"22\" font-size=\"15\">%s</text>", LEFT, escaped(title));
    axes(svg, right, top, x, y);
    int index = 0;
    for (Map.Entry<String, List<double[]>> curve : curves.entrySet()) {
      String colour = COLOURS.get(index % COLOURS.size());
      StringBuilder points = new StringBuilder();
      for (double[] point : curve.getValue()) {
        points.append(
            String.format(
                Locale.ROOT,
                "%.1f,%.1f ",
                LEFT + point[0] / right * (WIDTH - LEFT - RIGHT),
                HEIGHT - BOTTOM - point[1] / top * (HEIGHT - TOP - BOTTOM)));
      }
      line(
          svg,
          "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>",
          points.toString().strip(),
          colour);
      int key = TOP + 16 + 18 * index++;
      line(
          svg,
          "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>",
          WIDTH - RIGHT + 12,
          key,
          colour,
          escaped(curve.getKey()));
    }
    return svg.append("</svg>\n").toString();
  }

  private static void axes(StringBuilder svg, double right, double top, String x, String y) {
    for (int tick = 0; tick <= TICKS; tick++) {
      double px = LEFT + (double) tick / TICKS * (WIDTH - LEFT - RIGHT);
      double py = HEIGHT - BOTTOM - (double) tick / TICKS * (HEIGHT - TOP - BOTTOM);
      line(
          svg,
          "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>",
          LEFT,
          WIDTH - RIGHT,
          py,
          py);
      line(
          svg,
          "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.4g</text>",
          LEFT - 6,
          py + 4,
          tick * top / TICKS);
      line(
          svg,
          "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%.4g</text>",
          px,
          HEIGHT - BOTTOM + 18,
          tick * right / TICKS);
    }
    line(
        svg,
        "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">%s</text>",
        (LEFT + WIDTH - RIGHT) / 2,
        HEIGHT - 10,
        escaped(x));
    line(
        svg,
        "<text x=\"16\" y=\"%d\" text-anchor=\"middle\" transform=\"rotate(-90 16 %d)\">%s</text>",
        HEIGHT / 2,
        HEIGHT / 2,
        escaped(y));
  }

  private static void line(StringBuilder svg, String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
