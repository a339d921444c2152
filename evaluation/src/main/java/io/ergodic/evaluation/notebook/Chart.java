package io.ergodic.evaluation.notebook;

import io.ergodic.evaluation.report.Png;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A line chart as PNG, on white so that it shows on any page. */
final class Chart {
  private static final int WIDTH = 960;
  private static final int HEIGHT = 460;
  private static final int LEFT = 80;
  private static final int RIGHT = WIDTH - 24;
  private static final int TOP = 64;
  private static final int BOTTOM = HEIGHT - 56;
  private static final Color QUIET = new Color(0x646b75);

  private record Line(String name, Color colour, double[] x, double[] y) {}

  private final List<Line> lines = new ArrayList<>();
  private final String xTitle;
  private final String yTitle;
  private final boolean logarithmic;

  /** {@code logarithmic}: the vertical axis; values that are not positive are left out. */
  Chart(String xTitle, String yTitle, boolean logarithmic) {
    this.xTitle = xTitle;
    this.yTitle = yTitle;
    this.logarithmic = logarithmic;
  }

  Chart line(String name, String colour, double[] x, double[] y) {
    double[] shown = y.clone();
    if (logarithmic) {
      for (int i = 0; i < shown.length; i++) {
        shown[i] = shown[i] > 0 ? Math.log10(shown[i]) : Double.NaN;
      }
    }
    lines.add(new Line(name, Color.decode(colour), x, shown));
    return this;
  }

  /** The chart; its range is that of the first line (the truth) and a half more. */
  byte[] png() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, WIDTH, HEIGHT);
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
    double[] x = range(true);
    double[] y = range(false);
    axes(g, x, y);
    g.clipRect(LEFT, TOP, RIGHT - LEFT, BOTTOM - TOP);
    for (Line line : lines) {
      g.setColor(line.colour());
      g.setStroke(new BasicStroke(1.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      g.draw(path(line, x, y));
    }
    g.dispose();
    return Png.of(image);
  }

  private double[] range(boolean horizontal) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (Line line : horizontal ? lines : lines.subList(0, Math.min(2, lines.size()))) {
      for (double value : horizontal ? line.x() : line.y()) {
        if (Double.isFinite(value)) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
      }
    }
    double margin = high > low ? (horizontal ? 0.02 : 0.08) * (high - low) : 0.5;
    return high < low ? new double[] {0, 1} : new double[] {low - margin, high + margin};
  }

  private void axes(Graphics2D g, double[] x, double[] y) {
    int at = LEFT;
    for (Line line : lines) {
      g.setColor(line.colour());
      g.fillRect(at, 26, 22, 4);
      g.setColor(Color.DARK_GRAY);
      g.drawString(line.name(), at + 29, 33);
      at += 52 + g.getFontMetrics().stringWidth(line.name());
    }
    for (int i = 0; i <= 4; i++) {
      int row = BOTTOM - i * (BOTTOM - TOP) / 4;
      int column = LEFT + i * (RIGHT - LEFT) / 4;
      g.setColor(new Color(0xe3e4e2));
      g.drawLine(LEFT, row, RIGHT, row);
      g.setColor(QUIET);
      double height = y[0] + i * (y[1] - y[0]) / 4;
      String label = number(logarithmic ? Math.pow(10, height) : height);
      g.drawString(label, LEFT - 10 - g.getFontMetrics().stringWidth(label), row + 5);
      String below = number(x[0] + i * (x[1] - x[0]) / 4);
      g.drawString(below, column - g.getFontMetrics().stringWidth(below) / 2, BOTTOM + 20);
    }
    int middle = (LEFT + RIGHT - g.getFontMetrics().stringWidth(xTitle)) / 2;
    g.drawString(xTitle, middle, BOTTOM + 44);
    g.drawString(yTitle, 12, TOP - 12);
  }

  private static Path2D path(Line line, double[] x, double[] y) {
    Path2D path = new Path2D.Double();
    boolean pen = false;
    for (int i = 0; i < Math.min(line.x().length, line.y().length); i++) {
      double px = LEFT + (line.x()[i] - x[0]) / (x[1] - x[0]) * (RIGHT - LEFT);
      double py = BOTTOM - (line.y()[i] - y[0]) / (y[1] - y[0]) * (BOTTOM - TOP);
      boolean inside = Math.abs(px) < 10 * WIDTH && Math.abs(py) < 10 * HEIGHT;
      if (inside && pen) {
        path.lineTo(px, py);
      } else if (inside) {
        path.moveTo(px, py);
      }
      pen = inside;
    }
    return path;
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
