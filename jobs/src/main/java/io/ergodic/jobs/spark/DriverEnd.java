package io.ergodic.jobs.spark;

/**
 * How the driver's program ends. On YARN in cluster mode the program runs within the application
 * master: one that ends the process, even with 0, counts as killed, and YARN starts it again.
 */
public final class DriverEnd {
  private static final String MASTER = "spark.master";
  private static final String MODE = "spark.submit.deployMode";

  private DriverEnd() {}

  /**
   * Ends the process with an exit code; within an application master returns when all is well.
   *
   * @throws IllegalStateException within an application master, when the code is not 0
   */
  public static void with(int code) {
    if (!withinApplicationMaster()) {
      System.exit(code);
    }
    if (code != 0) {
      throw new IllegalStateException("exit code " + code + ", the reason is in stderr");
    }
  }

  /** Spark hands its settings to the driver as properties of the system. */
  private static boolean withinApplicationMaster() {
    return "yarn".equals(System.getProperty(MASTER)) && "cluster".equals(System.getProperty(MODE));
  }
}
