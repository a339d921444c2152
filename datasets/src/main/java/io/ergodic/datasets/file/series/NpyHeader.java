package io.ergodic.datasets.file.series;

import io.ergodic.datasets.settings.InvalidInputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a NumPy array file, format versions 1, 2 and 3 (NumPy enhancement proposal 1).
 *
 * @param shape lengths of the axes; empty for a single number
 * @param fortran whether the first axis runs fastest
 * @param offset bytes before the values
 */
record NpyHeader(NpyType type, ByteOrder order, int[] shape, boolean fortran, long offset) {
  /** More bytes than any header of a plain array has. */
  static final int MOST_BYTES = 1 << 16;

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final Pattern TYPE = Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([^'\"]*)");
  private static final Pattern ORDER =
      Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(((?:\\s*\\d+L?\\s*,?)*)\\s*\\)");

  /**
   * Reads a header.
   *
   * @param start the beginning of the file: at least the header, or all of the file
   * @throws InvalidInputException if this is not the header of an array of plain numbers
   */
  static NpyHeader parse(byte[] start, Path file) {
    if (start.length < 10 || !Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
      throw new InvalidInputException(
          file
              + ": not a NumPy file: expected the 6 bytes \\x93NUMPY and a version at its start,"
              + " found "
              + shown(start)
              + (start.length < 10 ? " in " + start.length + " bytes" : ""));
    }
    int version = start[6];
    if (version < 1 || version > 3) {
      throw new InvalidInputException(
          file + ": NumPy format version " + version + " is unknown; versions 1 to 3 are read");
    }
    int lengthBytes = version == 1 ? 2 : 4;
    ByteBuffer buffer = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN);
    long length =
        version == 1
            ? buffer.getShort(8) & 0xffff
            : start.length < 12 ? MOST_BYTES : buffer.getInt(8) & 0xffffffffL;
    long offset = 8 + lengthBytes + length;
    if (offset > start.length) {
      throw new InvalidInputException(
          file
              + ": header is cut off or broken: expected "
              + offset
              + " bytes of it, found "
              + start.length);
    }
    int from = 8 + lengthBytes;
    var charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    return parse(new String(start, from, (int) length, charset).trim(), offset, file);
  }

  private static NpyHeader parse(String text, long offset, Path file) {
    Matcher type = TYPE.matcher(text);
    Matcher order = ORDER.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!order.find() || !shape.find()) {
      throw new InvalidInputException(
          file + ": header has no 'fortran_order' or no 'shape': " + text);
    }
    String description = type.find() ? type.group(1) : "a structure";
    NpyType found =
        NpyType.of(description)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        file
                            + ": holds values of type "
                            + description
                            + "; only "
                            + NpyType.allowed()
                            + " of either byte order are read"));
    return new NpyHeader(
        found,
        NpyType.order(description),
        lengths(shape.group(1), file),
        order.group(1).equals("True"),
        offset);
  }

  private static int[] lengths(String text, Path file) {
    try {
      return Arrays.stream(text.split(","))
          .map(part -> part.replace("L", "").trim())
          .filter(part -> !part.isEmpty())
          .mapToInt(Integer::parseInt)
          .toArray();
    } catch (NumberFormatException tooLong) {
      throw new InvalidInputException(
          file + ": an axis of shape (" + text + ") is longer than 2^31 - 1", tooLong);
    }
  }

  /** Number of values, or {@code Long.MAX_VALUE} where it does not fit. */
  long count() {
    long count = 1;
    for (int length : shape) {
      count = length == 0 ? 0 : count > Long.MAX_VALUE / length ? Long.MAX_VALUE : count * length;
    }
    return count;
  }

  private static String shown(byte[] start) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < Math.min(6, start.length); i++) {
      boolean printable = start[i] >= ' ' && start[i] < 127;
      text.append(printable ? String.valueOf((char) start[i]) : String.format("\\x%02x", start[i]));
    }
    return text.isEmpty() ? "nothing" : text.toString();
  }
}
