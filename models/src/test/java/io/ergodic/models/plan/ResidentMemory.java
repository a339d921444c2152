package io.ergodic.models.plan;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of this process as the operating system counts it. */
final class ResidentMemory {
  private static final Path STATUS = Path.of("/proc/self/status");

  private ResidentMemory() {}

  /** Whether this system tells. */
  static boolean known() {
    return Files.isReadable(STATUS);
  }

  /**
   * Kilobytes outside the heap and outside what the virtual machine keeps for classes and compiled
   * code: anonymous pages that are resident, less these. The heap has to be resident as a whole
   * ({@code -Xms} equal to {@code -Xmx}, {@code -XX:+AlwaysPreTouch}), so that it does not change.
   */
  static long outsideTheHeap() {
    long virtualMachine = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      virtualMachine +=
          pool.getType() == MemoryType.NON_HEAP
              ? pool.getUsage().getCommitted()
              : pool.getUsage().getMax();
    }
    return anonymous() - virtualMachine / 1024;
  }

  private static long anonymous() {
    try {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("RssAnon:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
