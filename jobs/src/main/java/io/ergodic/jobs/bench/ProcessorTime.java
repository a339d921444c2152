package io.ergodic.jobs.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Processor time in seconds: what a core would have taken for a task alone. Unlike the time on the
 * wall it does not count what other programs took of the machine.
 */
final class ProcessorTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ProcessorTime() {}

  /** Of the calling thread. */
  static double thread() {
    return THREADS.getCurrentThreadCpuTime() * 1e-9;
  }

  /** Of the whole virtual machine, its compiler and garbage collector included. */
  static double process() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        * 1e-9;
  }
}
