package io.ergodic.jobs.process;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.hdfs.MiniDFSCluster;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * The main class of {@link HadoopCluster}'s process: a name node and a data node, a resource
 * manager and a node manager, all on loopback. What a client needs to find them is written into a
 * folder that {@code HADOOP_CONF_DIR} can name; {@code ready} is written there last.
 */
public final class HadoopDaemons {
  static final String READY = "ready";

  private static final String LOOPBACK = "127.0.0.1";

  private HadoopDaemons() {}

  /** Starts all and stays: arguments are the folder of the configuration, and one for the rest. */
  public static void main(String[] arguments) throws Exception {
    Path settings = Path.of(arguments[0]);
    Path work = Path.of(arguments[1]);
    Configuration files = new Configuration();
    files.set(MiniDFSCluster.HDFS_MINIDFS_BASEDIR, work.resolve("hdfs").toString());
    for (String address :
        List.of(
            "dfs.namenode.http-address",
            "dfs.datanode.address",
            "dfs.datanode.ipc.address",
            "dfs.datanode.http.address")) {
      files.set(address, LOOPBACK + ":0");
    }
    files.setInt("dfs.replication", 1);
    MiniDFSCluster hdfs = new MiniDFSCluster.Builder(files).numDataNodes(1).build();
    hdfs.waitActive();

    YarnConfiguration yarn = new YarnConfiguration();
    yarn.set("fs.defaultFS", hdfs.getURI().toString());
    yarn.setInt("yarn.scheduler.minimum-allocation-mb", 256);
    yarn.setInt("yarn.nodemanager.resource.memory-mb", 16_384);
    yarn.setInt("yarn.nodemanager.resource.cpu-vcores", 16);
    // The machine of a test is fuller than a node of a cluster may be.
    yarn.setFloat(
        "yarn.nodemanager.disk-health-checker.max-disk-utilization-per-disk-percentage", 100);
    yarn.setBoolean("yarn.nodemanager.pmem-check-enabled", false);
    yarn.setBoolean("yarn.nodemanager.vmem-check-enabled", false);
    // What containers have printed stays where a test can find it.
    yarn.setInt("yarn.nodemanager.delete.debug-delay-sec", 600);
    yarn.set("yarn.scheduler.capacity.root.queues", "default");
    yarn.set("yarn.scheduler.capacity.root.default.capacity", "100");
    // An application master may use all of the queue.
    yarn.setFloat("yarn.scheduler.capacity.maximum-am-resource-percent", 1);
    MiniYARNCluster cluster = new MiniYARNCluster("yarn", 1, 1, 1);
    cluster.init(yarn);
    cluster.start();
    Configuration client = new Configuration(cluster.getConfig());
    client.set("fs.defaultFS", hdfs.getURI().toString());
    write(client, Files.createDirectories(settings).resolve("core-site.xml"));
    write(client, settings.resolve("yarn-site.xml"));
    Files.writeString(settings.resolve(READY), hdfs.getURI().toString());
    Thread.currentThread().join();
  }

  private static void write(Configuration configuration, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      configuration.writeXml(out);
    }
  }
}
