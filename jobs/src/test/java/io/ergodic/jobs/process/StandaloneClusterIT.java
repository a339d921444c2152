package io.ergodic.jobs.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A master and two workers, each a process of its own, started from the jars on loopback. */
class StandaloneClusterIT {
  @TempDir Path folder;

  private int port;

  @BeforeEach
  void start() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(cluster("start", "2")).isZero();
  }

  @AfterEach
  void stop() throws Exception {
    cluster("stop");
  }

  @Test
  void twoWorkerProcessesGiveTheBitsOfOneThread() throws Exception {
    String suite = Launcher.SMALL.toString();
    String master = "spark://127.0.0.1:" + port;
    Launcher.Outcome remote =
        Launcher.run(
            folder,
            "run",
            suite,
            "--out",
            "cluster",
            "--data",
            "cluster-data",
            "--master",
            master,
            "--conf",
            "spark.ergodic.jobJar=false",
            "--conf",
            "spark.driver.host=127.0.0.1");
    assertThat(remote.code()).as(remote.output()).isZero();
    Launcher.Outcome submitted =
        JobJar.submit(folder, master, "run", suite, "--out", "jar", "--data", "jar-data");
    assertThat(submitted.code()).as(submitted.output()).isZero();
    Launcher.Outcome local =
        Launcher.run(folder, "run", suite, "--out", "local", "--data", "d", "--master", "local[1]");
    assertThat(local.code()).as(local.output()).isZero();
    assertThat(Launcher.results(folder.resolve("local")))
        .isEqualTo(Launcher.results(folder.resolve("cluster")))
        .isEqualTo(Launcher.results(folder.resolve("jar")))
        .noneMatch(row -> row.contains(",failed,"));
  }

  private int cluster(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = Launcher.ROOT.resolve("conf/clusters/standalone.sh").toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("ERGODIC_MASTER_PORT", String.valueOf(port));
    builder.environment().put("ERGODIC_CLUSTER_DIR", folder.resolve("cluster-logs").toString());
    builder.redirectOutput(folder.resolve("cluster-script.txt").toFile());
    Process process = builder.start();
    assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
