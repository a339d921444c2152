package io.ergodic.jobs.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Named arrays in the safetensors format, which Python reads with {@code
 * safetensors.numpy.load_file}: the length of the header in 8 bytes, little-endian, the header as
 * JSON, then the values, little-endian, one array after another.
 */
public final class Safetensors {
  private static final int BUFFER = 1 << 18;
  private static final long LONGEST_HEADER = 16 << 20;
  private static final int MOST_VALUES = Integer.MAX_VALUE - 8;
  private static final String METADATA = "__metadata__";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Safetensors() {}

  /** What a file holds. */
  public record Content(List<NamedArray> arrays, Map<String, String> metadata) {
    /** The arrays of single precision, by name. */
    public Map<String, float[]> vectors() {
      Map<String, float[]> vectors = new LinkedHashMap<>();
      for (NamedArray array : arrays) {
        if (array.floats() != null) {
          vectors.put(array.name(), array.floats());
        }
      }
      return vectors;
    }
  }

  /** Writes vectors of single precision in their order; the stream stays open. */
  public static void write(
      Map<String, float[]> vectors, Map<String, String> metadata, OutputStream out)
      throws IOException {
    List<NamedArray> arrays = new ArrayList<>();
    vectors.forEach((name, values) -> arrays.add(NamedArray.of(name, values)));
    write(arrays, metadata, out);
  }

  /** Writes arrays in their order; the stream stays open. */
  public static void write(List<NamedArray> arrays, Map<String, String> metadata, OutputStream out)
      throws IOException {
    ObjectNode header = MAPPER.createObjectNode();
    ObjectNode facts = header.putObject(METADATA);
    metadata.forEach(facts::put);
    long offset = 0;
    for (NamedArray array : arrays) {
      ObjectNode entry = header.putObject(array.name());
      entry.put("dtype", array.floats() != null ? "F32" : "F64");
      ArrayNode shape = entry.putArray("shape");
      for (long axis : array.shape()) {
        shape.add(axis);
      }
      long end = offset + array.bytes();
      entry.putArray("data_offsets").add(offset).add(end);
      offset = end;
    }
    byte[] text = MAPPER.writeValueAsString(header).getBytes(StandardCharsets.UTF_8);
    // Blanks at the end are allowed, and align the values.
    int length = (text.length + 7) / 8 * 8;
    ByteBuffer start = ByteBuffer.allocate(8 + length).order(ByteOrder.LITTLE_ENDIAN);
    start.putLong(length).put(text);
    while (start.hasRemaining()) {
      start.put((byte) ' ');
    }
    out.write(start.array());
    for (NamedArray array : arrays) {
      write(array, out);
    }
  }

  private static void write(NamedArray array, OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    boolean single = array.floats() != null;
    int size = single ? Float.BYTES : Double.BYTES;
    int total = single ? array.floats().length : array.doubles().length;
    for (int from = 0; from < total; from += BUFFER / size) {
      int count = Math.min(BUFFER / size, total - from);
      if (single) {
        buffer.asFloatBuffer().put(array.floats(), from, count);
      } else {
        buffer.asDoubleBuffer().put(array.doubles(), from, count);
      }
      out.write(buffer.array(), 0, count * size);
    }
  }

  /**
   * Reads all arrays and facts. Memory is taken only for what the file is long enough to hold.
   *
   * @param size of the file in bytes
   * @param name of the file, for messages
   * @throws InvalidInputException for a file that is none of ours, damaged or cut short
   */
  public static Content read(InputStream in, long size, String name) throws IOException {
    try {
      return content(new DataInputStream(in), size, name);
    } catch (EOFException cut) {
      throw new InvalidInputException(name + ": no safetensors file, or one cut short", cut);
    }
  }

  private static Content content(DataInputStream data, long size, String name) throws IOException {
    long length = Long.reverseBytes(data.readLong());
    if (length < 2 || length > LONGEST_HEADER || length > size - 8) {
      throw new InvalidInputException(
          name
              + ": no safetensors file, or one cut short: a header of "
              + Long.toUnsignedString(length)
              + " bytes in a file of "
              + size);
    }
    byte[] text = data.readNBytes((int) length);
    JsonNode header = header(text, name);
    Map<String, String> metadata = new LinkedHashMap<>();
    header
        .path(METADATA)
        .fields()
        .forEachRemaining(fact -> metadata.put(fact.getKey(), fact.getValue().asText()));
    List<NamedArray> arrays = new ArrayList<>();
    List<Map.Entry<String, JsonNode>> entries = new ArrayList<>();
    header.fields().forEachRemaining(entries::add);
    long offset = 0;
    for (Map.Entry<String, JsonNode> entry : entries) {
      if (entry.getKey().equals(METADATA)) {
        continue;
      }
      Layout layout = Layout.of(entry.getValue());
      if (layout == null || layout.begin() != offset) {
        throw new InvalidInputException(
            name + ": " + entry.getKey() + " is no array of F32 or F64 as Ergodic writes them");
      }
      if (layout.end() > size - 8 - length) {
        throw new InvalidInputException(
            name
                + ": cut short: "
                + entry.getKey()
                + " ends at byte "
                + layout.end()
                + " of the "
                + (size - 8 - length)
                + " that follow the header");
      }
      arrays.add(array(entry.getKey(), layout, data));
      offset = layout.end();
    }
    if (offset != size - 8 - length) {
      throw new InvalidInputException(
          name + ": too long: " + (size - 8 - length - offset) + " bytes follow the last array");
    }
    return new Content(arrays, metadata);
  }

  private static JsonNode header(byte[] text, String name) throws IOException {
    try {
      JsonNode header = MAPPER.readTree(new String(text, StandardCharsets.UTF_8));
      if (!header.isObject()) {
        throw new InvalidInputException(name + ": broken: its header is no JSON object");
      }
      return header;
    } catch (JsonProcessingException broken) {
      throw new InvalidInputException(name + ": broken: " + broken.getOriginalMessage(), broken);
    }
  }

  /** Where an array lies behind the header, in bytes, and what it is. */
  private record Layout(boolean single, long[] shape, int count, long begin, long end) {
    /** What an entry of the header says; null where that cannot be. */
    static Layout of(JsonNode entry) {
      String type = entry.path("dtype").asText();
      boolean single = type.equals("F32");
      int size = single ? Float.BYTES : Double.BYTES;
      long[] shape = new long[entry.path("shape").size()];
      long count = 1;
      for (int i = 0; i < shape.length; i++) {
        shape[i] = entry.path("shape").path(i).asLong(-1);
        if (shape[i] < 0 || shape[i] > MOST_VALUES) {
          return null;
        }
        // Below 2^62, for both are below 2^31.
        count *= shape[i];
        if (count > MOST_VALUES) {
          return null;
        }
      }
      long begin = entry.path("data_offsets").path(0).asLong(-1);
      long end = entry.path("data_offsets").path(1).asLong(-1);
      boolean whole =
          (single || type.equals("F64"))
              && begin >= 0
              && end >= begin
              && end - begin == size * count;
      return whole ? new Layout(single, shape, (int) count, begin, end) : null;
    }
  }

  private static NamedArray array(String key, Layout layout, DataInputStream data)
      throws IOException {
    boolean single = layout.single();
    int size = single ? Float.BYTES : Double.BYTES;
    int count = layout.count();
    NamedArray array =
        new NamedArray(
            key,
            single ? new float[count] : null,
            single ? null : new double[count],
            layout.shape());
    byte[] bytes = new byte[BUFFER];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < count; from += BUFFER / size) {
      int part = Math.min(BUFFER / size, count - from);
      data.readFully(bytes, 0, part * size);
      if (single) {
        buffer.asFloatBuffer().get(array.floats(), from, part);
      } else {
        buffer.asDoubleBuffer().get(array.doubles(), from, part);
      }
    }
    return array;
  }
}
