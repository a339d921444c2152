package io.ergodic.models.natives;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GpuClaimsTest {
  private static final String GPU = "GPU-8f6d1c2a/7";

  @TempDir Path folder;

  @Test
  void aProcessHasWhatItHasClaimedAsOftenAsItLikes() {
    GpuClaims claims = new GpuClaims(folder);
    assertThat(claims.refused(GPU)).isEmpty();
    assertThat(claims.refused(GPU)).isEmpty();
    assertThat(claims.refused("GPU-another")).isEmpty();
  }

  @Test
  void aClaimEndsWithItsProcess() throws Exception {
    GpuClaims claims = new GpuClaims(folder);
    try (ClaimingProcess other = new ClaimingProcess(folder, GPU)) {
      assertThat(claims.refused(GPU))
          .hasValueSatisfying(why -> assertThat(why).contains("" + other.pid()));
    }
    assertThat(claims.refused(GPU)).isEmpty();
  }

  @Test
  void whoWantsToShareMay() throws Exception {
    try (ClaimingProcess other = new ClaimingProcess(folder, GPU)) {
      System.setProperty(GpuClaims.SHARED, "true");
      assertThat(new GpuClaims(folder).refused(GPU)).isEmpty();
    } finally {
      System.clearProperty(GpuClaims.SHARED);
    }
  }

  @Test
  void withoutAFolderNothingIsRefused() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(new GpuClaims(file).refused(GPU)).isEmpty();
  }
}
