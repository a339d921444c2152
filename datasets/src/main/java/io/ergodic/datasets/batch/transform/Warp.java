package io.ergodic.datasets.batch.transform;

/**
 * An affine map of a picture about its centre, bilinear, 0 from outside: the pixel at (x, y)
 * becomes that at (a x + b y + c, d x + e y + f) of the picture as it was.
 */
record Warp(float a, float b, float c, float d, float e, float f) {
  static Warp shear(float alongX, float alongY) {
    return new Warp(1, alongX, 0, alongY, 1, 0);
  }

  /** By so many pixels to the right and down. */
  static Warp move(float right, float down) {
    return new Warp(1, 0, -right, 0, 1, -down);
  }

  static Warp turn(double radians) {
    float cosine = (float) StrictMath.cos(radians);
    float sine = (float) StrictMath.sin(radians);
    return new Warp(cosine, sine, 0, -sine, cosine, 0);
  }

  void apply(float[] values, int from, int[] shape) {
    int height = shape[1];
    int width = shape[2];
    float middleX = (width - 1) / 2f;
    float middleY = (height - 1) / 2f;
    float[] before = new float[height * width];
    for (int channel = 0; channel < shape[0]; channel++) {
      int plane = from + channel * height * width;
      System.arraycopy(values, plane, before, 0, before.length);
      for (int row = 0; row < height; row++) {
        for (int column = 0; column < width; column++) {
          float x = column - middleX;
          float y = row - middleY;
          values[plane + row * width + column] =
              sample(
                  before, height, width, a * x + b * y + c + middleX, d * x + e * y + f + middleY);
        }
      }
    }
  }

  private static float sample(float[] plane, int height, int width, float x, float y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    float right = x - left;
    float down = y - top;
    return (1 - down)
            * ((1 - right) * at(plane, height, width, left, top)
                + right * at(plane, height, width, left + 1, top))
        + down
            * ((1 - right) * at(plane, height, width, left, top + 1)
                + right * at(plane, height, width, left + 1, top + 1));
  }

  private static float at(float[] plane, int height, int width, int x, int y) {
    return x >= 0 && x < width && y >= 0 && y < height ? plane[y * width + x] : 0;
  }
}
