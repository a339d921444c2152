package io.ergodic.jobs.train;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Writes a line of JSON a round. Not every file system can append, so a resumed training begins a
 * new file, named by its first round: {@code rounds-000001.jsonl}. Where two files have a round,
 * the later file counts.
 */
public final class RoundLines implements RoundListener, AutoCloseable {
  private final Path folder;
  private final FileSystem fileSystem;
  private final ObjectMapper mapper = new ObjectMapper();
  private FSDataOutputStream stream;

  public RoundLines(Path folder, Configuration configuration) throws IOException {
    this.folder = folder;
    FileSystem given = folder.getFileSystem(configuration);
    // With checksums a local file shows its lines only block by block.
    this.fileSystem = given instanceof LocalFileSystem local ? local.getRaw() : given;
  }

  @Override
  public void finished(RoundRecord round) throws IOException {
    if (stream == null) {
      stream =
          fileSystem.create(
              new Path(folder, String.format("rounds-%06d.jsonl", round.round())), true);
    }
    stream.write(line(round).getBytes(StandardCharsets.UTF_8));
    stream.hflush();
  }

  /** The line of a round, with its end. */
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
