package io.ergodic.jobs.command;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Puts the local time before each line: of a log, nobody sees when its lines came. */
final class DatedOutput extends FilterOutputStream {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  private final Clock clock;
  private boolean begun;

  DatedOutput(OutputStream out, Clock clock) {
    super(out);
    this.clock = clock;
  }

  /**
   * The stream itself on a terminal, where lines are seen as they come; else with times, in UTF-8
   * whatever the machine's encoding.
   */
  static PrintStream of(PrintStream out) {
    return System.console() != null
        ? out
        : new PrintStream(
            new DatedOutput(out, Clock.systemDefaultZone()), true, StandardCharsets.UTF_8);
  }

  @Override
  public void write(int letter) throws IOException {
    if (!begun && letter != '\n' && letter != '\r') {
      String time = LocalDateTime.now(clock).format(TIME) + " ";
      out.write(time.getBytes(StandardCharsets.US_ASCII));
      begun = true;
    }
    out.write(letter);
    begun &= letter != '\n';
  }

  @Override
  public void write(byte[] letters, int from, int count) throws IOException {
    for (int i = from; i < from + count; i++) {
      write(letters[i]);
    }
  }
}
