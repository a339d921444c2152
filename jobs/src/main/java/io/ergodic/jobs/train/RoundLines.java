package io.ergodic.jobs.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.storage.WriteSteps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Writes one line of JSON per round. Some file systems cannot append, so a resumed training writes
 * a new file, named by its first round: {@code rounds-000001.jsonl}. When two files have the same
 * round, readers use the later file. The line of a round follows its checkpoint, whose time is in
 * it: a process that is killed in between leaves no line of that round, and nothing else is
 * missing.
 */
public final class RoundLines implements RoundListener, AutoCloseable {
  private final Path folder;
  private final FileSystem fileSystem;
  private final ObjectMapper mapper = new ObjectMapper();
  private FSDataOutputStream stream;

  public RoundLines(Path folder, Configuration configuration) throws IOException {
    this.folder = folder;
    FileSystem given = folder.getFileSystem(configuration);
    // The checksummed local file system makes lines visible only block by block.
    this.fileSystem = given instanceof LocalFileSystem local ? local.getRaw() : given;
  }

  @Override
  public void finished(RoundRecord round) throws IOException {
    WriteSteps.reach("append round " + round.round() + " in", folder);
    if (stream == null) {
      stream =
          fileSystem.create(
              new Path(folder, String.format(Locale.ROOT, "rounds-%06d.jsonl", round.round())),
              true);
    }
    stream.write(line(round).getBytes(StandardCharsets.UTF_8));
    stream.hflush();
  }

  /** The line of a round, with its line feed. */
  String line(RoundRecord round) throws JsonProcessingException {
    return mapper.writeValueAsString(round) + "\n";
  }

  @Override
  public void close() throws IOException {
    if (stream != null) {
      stream.close();
    }
  }
}
