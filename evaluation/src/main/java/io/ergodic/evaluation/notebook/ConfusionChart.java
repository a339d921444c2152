package io.ergodic.evaluation.notebook;

import io.ergodic.evaluation.report.Png;
import io.ergodic.evaluation.result.Artefact;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Arrays;

/** A confusion matrix as PNG: rows are true classes, the shade is the share of the row. */
final class ConfusionChart {
  private static final int WIDTH = 960; // as the other figures
  private static final int LEFT = 200;
  private static final int TOP = 70;
  private static final int BREADTH = 560;

  private ConfusionChart() {}

  static byte[] png(Artefact.Confusion confusion, String colour) {
    int classes = confusion.classes().size();
    int cell = Math.max(1, BREADTH / Math.max(1, classes));
    BufferedImage image =
        new BufferedImage(WIDTH, TOP + classes * cell + 30, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, Math.max(8, Math.min(14, cell - 2))));
    g.setColor(Color.DARK_GRAY);
    g.drawString("rows: true class, columns: predicted", LEFT, 22);
    for (int i = 0; i < classes; i++) {
      g.setColor(Color.DARK_GRAY);
      String name = confusion.classes().get(i);
      String cut = name.length() > 12 ? name.substring(0, 11) + "…" : name;
      int middle = i * cell + cell / 2;
      g.drawString(cut, LEFT - 10 - g.getFontMetrics().stringWidth(cut), TOP + middle + 5);
      if (g.getFontMetrics().stringWidth(cut) < cell) {
        centred(g, cut, LEFT + middle, TOP - 10);
      }
      int total = Math.max(1, Arrays.stream(confusion.counts()[i]).sum());
      for (int j = 0; j < classes; j++) {
        float share = confusion.counts()[i][j] / (float) total;
        g.setColor(mix(Color.decode(colour), share));
        g.fillRect(LEFT + j * cell, TOP + i * cell, cell - 2, cell - 2);
        if (cell >= 30) {
          g.setColor(share > 0.45 ? Color.WHITE : Color.DARK_GRAY);
          String count = Integer.toString(confusion.counts()[i][j]);
          centred(g, count, LEFT + j * cell + cell / 2, TOP + middle + 5);
        }
      }
    }
    g.dispose();
    return Png.of(image);
  }

  private static void centred(Graphics2D g, String text, int x, int y) {
    g.drawString(text, x - g.getFontMetrics().stringWidth(text) / 2, y);
  }

  /** From a light grey to the colour. */
  private static Color mix(Color full, float share) {
    int ground = 240;
    return new Color(
        Math.round(ground + share * (full.getRed() - ground)),
        Math.round(ground + share * (full.getGreen() - ground)),
        Math.round(ground + share * (full.getBlue() - ground)));
  }
}
