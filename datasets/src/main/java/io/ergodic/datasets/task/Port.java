package io.ergodic.datasets.task;

import java.util.Arrays;

/**
 * The form of what goes into a model or comes out of it, for one example: from it follow stem, head
 * and loss. Layouts are open; a task may bring its own together with an objective for it.
 *
 * @param layout such as {@link #IMAGE}
 * @param axes its sizes, as the layout says
 */
public record Port(String layout, int... axes) {
  /** Channels, height, width. */
  public static final String IMAGE = "image";

  /** Rows, variables. */
  public static final String SERIES = "series";

  /** Number of classes. */
  public static final String CLASSES = "classes";

  /** Length, size of the vocabulary. */
  public static final String TOKENS = "tokens";

  /** Points, channels. */
  public static final String FUNCTION = "function";

  /** Number of variables of a system that is stepped on its own. */
  public static final String DYNAMICS = "dynamics";

  public int axis(int index) {
    return axes[index];
  }

  /** Values of one example. */
  public int size() {
    int size = 1;
    for (int axis : axes) {
      size = Math.multiplyExact(size, axis);
    }
    return size;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Port port
        && layout.equals(port.layout)
        && Arrays.equals(axes, port.axes);
  }

  @Override
  public int hashCode() {
    return 31 * layout.hashCode() + Arrays.hashCode(axes);
  }

  @Override
  public String toString() {
    return layout + Arrays.toString(axes);
  }
}
