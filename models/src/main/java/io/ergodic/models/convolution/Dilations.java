package io.ergodic.models.convolution;

import java.util.ArrayList;
import java.util.List;

/**
 * How many features a kernel of MiniRocket has at which dilation: up to 32 dilations 2^x, x equally
 * spaced up to what the series has room for, rounded down; those that fall together share.
 *
 * @param sizes dilations, rising
 * @param features of a kernel at each
 */
record Dilations(int[] sizes, int[] features) {
  private static final int MOST = 32;

  /**
   * Of series of a length.
   *
   * @param each features of a kernel, over all dilations
   */
  static Dilations of(int length, int each) {
    int wanted = Math.min(each, MOST);
    double room = Math.max(0, Math.log((length - 1) / 8.0) / Math.log(2));
    List<int[]> found = new ArrayList<>();
    for (int i = 0; i < wanted; i++) {
      int size = (int) Math.pow(2, wanted == 1 ? 0 : room * i / (wanted - 1));
      if (found.isEmpty() || found.get(found.size() - 1)[0] != size) {
        found.add(new int[] {size, 0});
      }
      found.get(found.size() - 1)[1]++;
    }
    int[] sizes = found.stream().mapToInt(entry -> entry[0]).toArray();
    int[] features =
        found.stream().mapToInt(entry -> (int) (entry[1] * ((double) each / wanted))).toArray();
    int left = each;
    for (int count : features) {
      left -= count;
    }
    for (int i = 0; left > 0; i = (i + 1) % features.length) {
      features[i]++;
      left--;
    }
    return new Dilations(sizes, features);
  }
}
