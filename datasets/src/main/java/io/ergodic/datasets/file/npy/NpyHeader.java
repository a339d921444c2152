package io.ergodic.datasets.file.npy;

import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The header of a {@code .npy} file of format version 1, 2 or 3 (NumPy enhancement proposal 1).
 *
 * @param shape lengths of the axes
 * @param fortran whether the first axis varies fastest
 * @param start byte position of the first element
 */
record NpyHeader(NpyType type, long[] shape, boolean fortran, long start) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int MOST = 1 << 20;
  private static final int SHOWN = 200;
  private static final Pattern TYPE = Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([^'\"]*)");
  private static final Pattern FORTRAN =
      Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\s\\dL,]{0,200})\\)");
  private static final Pattern AXIS = Pattern.compile("\\d{1,18}L?");

  /**
   * Reads and checks the header, and that the file holds as many bytes as the header says.
   *
   * @throws InvalidInputException for anything that is no plain numeric array
   */
  static NpyHeader read(InputFile file) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file.path()))) {
      byte[] magic = in.readNBytes(MAGIC.length);
      if (!Arrays.equals(magic, MAGIC)) {
        throw file.error(
            "not a .npy file: it must begin with the bytes "
                + hex(MAGIC)
                + ", found "
                + hex(magic));
      }
      int version = in.readUnsignedByte();
      in.readUnsignedByte();
      if (version < 1 || version > 3) {
        throw file.error(".npy format version " + version + "; 1, 2 and 3 can be read");
      }
      long length =
          Integer.reverseBytes(version == 1 ? in.readUnsignedShort() << 16 : in.readInt())
              & 0xffffffffL;
      if (length > MOST) {
        throw file.error("damaged .npy header: " + length + " bytes long, at most " + MOST);
      }
      byte[] text = in.readNBytes((int) length);
      long start = MAGIC.length + 2 + (version == 1 ? 2 : 4) + length;
      if (text.length < length) {
        throw file.error("truncated: the header ends at byte " + start + ", found " + file.size());
      }
      NpyHeader header = parse(file, new String(text, StandardCharsets.UTF_8), start);
      header.checkSize(file);
      return header;
    } catch (EOFException end) {
      throw file.error("truncated: a .npy file has at least 10 bytes, found " + file.size());
    }
  }

  private static NpyHeader parse(InputFile file, String text, long start) {
    Matcher type = TYPE.matcher(text);
    Matcher fortran = FORTRAN.matcher(text);
    Matcher shape = SHAPE.matcher(text);
    if (!type.find() || !fortran.find() || !shape.find()) {
      throw file.error("damaged .npy header, or not a plain array: " + excerpt(text.strip()));
    }
    NpyType parsed =
        NpyType.parse(type.group(1))
            .orElseThrow(
                () ->
                    file.error(
                        "elements of type '"
                            + type.group(1)
                            + "' cannot be read; allowed: "
                            + NpyType.ALLOWED));
    List<String> axes =
        Pattern.compile(",")
            .splitAsStream(shape.group(1))
            .map(String::strip)
            .filter(axis -> !axis.isEmpty())
            .toList();
    if (!axes.stream().allMatch(axis -> AXIS.matcher(axis).matches())) {
      throw file.error("damaged .npy header: impossible shape (" + shape.group(1) + ")");
    }
    long[] lengths =
        axes.stream().mapToLong(axis -> Long.parseLong(axis.replace("L", ""))).toArray();
    return new NpyHeader(parsed, lengths, fortran.group(1).equals("True"), start);
  }

  private void checkSize(InputFile file) {
    long expected = start;
    try {
      long elements = 1;
      for (long axis : shape) {
        elements = Math.multiplyExact(elements, axis);
      }
      expected = Math.addExact(start, Math.multiplyExact(elements, (long) type.bytes()));
    } catch (ArithmeticException overflow) {
      throw file.error("damaged .npy header: impossible shape " + shapeText());
    }
    if (file.size() != expected) {
      throw file.error(
          (file.size() < expected ? "truncated" : "too long")
              + ": an array of shape "
              + shapeText()
              + " makes "
              + expected
              + " bytes with its header, found "
              + file.size());
    }
  }

  private static String excerpt(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
  }

  String shapeText() {
    return Arrays.toString(shape).replace('[', '(').replace(']', ')');
  }

  private static String hex(byte[] bytes) {
    return HexFormat.ofDelimiter(" ").formatHex(bytes);
  }
}
