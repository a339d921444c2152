package io.ergodic.jobs.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class SessionsTest {
  /** Spark itself leaves the blocks of a task, and with them data, open to all. */
  @Test
  void whatALocalSessionPutsOnDiskIsForItsOwnerAlone() throws Exception {
    try (SparkSession session = Sessions.start("test")) {
      Path local = Path.of(session.sparkContext().conf().get("spark.local.dir"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(local)))
          .isEqualTo("rwx------");
      assertThat(local.toFile().list()).anyMatch(name -> name.startsWith("blockmgr-"));
      assertThat(session.conf().get("spark.sql.warehouse.dir")).contains(local.toString());
    }
  }
}
