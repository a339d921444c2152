package io.ergodic.jobs.bench.averaging;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.bytedeco.javacpp.Pointer;

/**
 * Memory of a process, in bytes.
 *
 * @param process its name
 * @param heap in use after a garbage collection
 * @param tracked native memory that JavaCPP knows of
 * @param outside what the process holds of the machine's memory (Linux; elsewhere 0) beside the
 *     pages of the heap: code, threads, and all native memory, tracked or not. The heap's share is
 *     taken to be what the JVM has committed to it.
 */
record Memory(String process, long heap, long tracked, long outside) implements Serializable {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT = "VmRSS:";

  /** This process, after a garbage collection. */
  static Memory here() {
    System.gc();
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    return new Memory(
        ManagementFactory.getRuntimeMXBean().getName(),
        heap.getUsed(),
        Pointer.totalBytes(),
        Math.max(0, resident() - heap.getCommitted()));
  }

  /** Every executor that answers, by its name; in local mode that is this process. */
  static TreeMap<String, Memory> executors(JavaSparkContext spark) {
    int tasks = 2 * spark.defaultParallelism();
    List<Integer> all = IntStream.range(0, tasks).boxed().toList();
    TreeMap<String, Memory> byName = new TreeMap<>();
    for (Memory memory : spark.parallelize(all, tasks).map(task -> here()).collect()) {
      byName.put(memory.process(), memory);
    }
    return byName;
  }

  private static long resident() {
    if (!Files.isReadable(STATUS)) {
      return 0;
    }
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(RESIDENT)) {
          String kilobytes = line.substring(RESIDENT.length()).replace("kB", "").strip();
          return 1024 * Long.parseLong(kilobytes);
        }
      }
      return 0;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
