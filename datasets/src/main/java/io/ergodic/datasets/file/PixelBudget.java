package io.ergodic.datasets.file;

import io.ergodic.datasets.settings.Settings;
import java.util.function.Function;

/**
 * How many pixels one image may have. A header of a few bytes can claim any number, and memory is
 * taken for as many.
 *
 * @param key where more can be allowed
 */
public record PixelBudget(String key, int pixels) {
  private static final int USUAL = 1 << 24;
  private static final int MOST = 1 << 28;

  /** Reads {@code pixels} (16777216, which is 4096 x 4096). */
  public static PixelBudget read(Settings settings) {
    return new PixelBudget(settings.path("pixels"), settings.integer("pixels", USUAL, 1, MOST));
  }

  /**
   * Refuses an image that claims more.
   *
   * @param refusal makes of what is wrong what is thrown
   */
  public <E extends Exception> void check(int height, int width, Function<String, E> refusal)
      throws E {
    if ((long) height * width > pixels) {
      throw refusal.apply(
          "claims "
              + height
              + "x"
              + width
              + " pixels; "
              + key
              + " allows "
              + pixels
              + " for one image and may be raised to "
              + MOST);
    }
  }
}
