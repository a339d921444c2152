package io.ergodic.evaluation.report;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets what has not been asked for the longest time. */
final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int most;

  /**
   * @param most entries that it keeps
   */
  RecentlyUsed(int most) {
    super(16, 0.75f, true);
    this.most = most;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > most;
  }
}
