package io.ergodic.evaluation.report;

import io.ergodic.evaluation.result.Artefact;
import java.util.Locale;

/** An orbit as a line in the plane of its first and last variable: the picture of the header. */
final class OrbitDrawing {
  private static final int SIZE = 300;
  private static final int POINTS = 2500;

  private OrbitDrawing() {}

  static void write(Html html, Artefact.Attractor attractor, String colour, String label) {
    float[] box = box(attractor.truth());
    html.open(
        "svg",
        "class",
        "orbit",
        "viewBox",
        "0 0 " + SIZE + " " + SIZE,
        "role",
        "img",
        "aria-label",
        label);
    html.open("path", "class", "truth", "d", path(attractor.truth(), box)).close();
    html.open("path", "stroke", colour, "d", path(attractor.generated(), box)).close();
    html.close();
  }

  /** Least and greatest value of the two variables, with a margin. */
  private static float[] box(float[][] rows) {
    float[] box = {Float.MAX_VALUE, -Float.MAX_VALUE, Float.MAX_VALUE, -Float.MAX_VALUE};
    for (float[] row : rows) {
      float x = row[0];
      float y = row[row.length - 1];
      if (Float.isFinite(x) && Float.isFinite(y)) {
        box[0] = Math.min(box[0], x);
        box[1] = Math.max(box[1], x);
        box[2] = Math.min(box[2], y);
        box[3] = Math.max(box[3], y);
      }
    }
    return box;
  }

  private static String path(float[][] rows, float[] box) {
    StringBuilder path = new StringBuilder();
    float width = Math.max(box[1] - box[0], 1e-12f);
    float height = Math.max(box[3] - box[2], 1e-12f);
    boolean pen = false;
    for (int i = 0; i < Math.min(rows.length, POINTS); i++) {
      float x = 12 + (rows[i][0] - box[0]) / width * (SIZE - 24);
      float y = SIZE - 12 - (rows[i][rows[i].length - 1] - box[2]) / height * (SIZE - 24);
      // A free run may leave the picture; what is far outside is not drawn.
      boolean inside = x > -SIZE && x < 2 * SIZE && y > -SIZE && y < 2 * SIZE;
      if (inside) {
        path.append(pen ? 'L' : 'M').append(String.format(Locale.ROOT, "%.1f %.1f", x, y));
      }
      pen = inside;
    }
    return path.toString();
  }
}
