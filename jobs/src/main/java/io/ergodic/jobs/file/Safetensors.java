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
import java.util.stream.LongStream;

/**
 * Named arrays in the safetensors format, which Python reads with {@code
 * safetensors.numpy.load_file}: the length of the header in 8 bytes, little-endian, the header as
 * JSON, then the values, little-endian, one array after another.
 */
public final class Safetensors {
  private static final int BUFFER = 1 << 18;
  private static final long LONGEST_HEADER = 100_000_000;
  private static final String METADATA = "__metadata__";
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Safetensors() {}

  /** What a file holds. */
  public record Content(List<NamedArray> arrays, Map<String, String> metadata) {
    /** The arrays, which are all of single precision, by name. */
    public Map<String, float[]> vectors() {
      Map<String, float[]> vectors = new LinkedHashMap<>();
      arrays.forEach(array -> vectors.put(array.name(), array.floats()));
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

  /** Reads all arrays and facts; {@code name} is the file's, for messages. */
  public static Content read(InputStream in, String name) throws IOException {
    try {
      return content(new DataInputStream(in), name);
    } catch (EOFException cut) {
      throw new InvalidInputException(name + ": no safetensors file, or one cut short", cut);
    }
  }

  private static Content content(DataInputStream data, String name) throws IOException {
    long length = Long.reverseBytes(data.readLong());
    if (length < 2 || length > LONGEST_HEADER) {
      throw new InvalidInputException(name + ": no safetensors file");
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
      NamedArray array = array(entry.getKey(), entry.getValue(), offset, data, name);
      arrays.add(array);
      offset += array.bytes();
    }
    return new Content(arrays, metadata);
  }

  private static JsonNode header(byte[] text, String name) throws IOException {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException broken) {
      throw new InvalidInputException(name + ": broken: " + broken.getOriginalMessage(), broken);
    }
  }

  private static NamedArray array(
      String key, JsonNode entry, long offset, DataInputStream data, String name)
      throws IOException {
    boolean single = entry.path("dtype").asText().equals("F32");
    int size = single ? Float.BYTES : Double.BYTES;
    long[] shape = new long[entry.path("shape").size()];
    for (int i = 0; i < shape.length; i++) {
      shape[i] = entry.path("shape").path(i).asLong(-1);
    }
    long begin = entry.path("data_offsets").path(0).asLong(-1);
    long end = entry.path("data_offsets").path(1).asLong(-1);
    long count = LongStream.of(shape).reduce(1, Math::multiplyExact);
    boolean known =
        (single || entry.path("dtype").asText().equals("F64"))
            && begin == offset
            && count >= 0
            && count <= Integer.MAX_VALUE - 8
            && end - begin == size * count;
    if (!known) {
      throw new InvalidInputException(
          name + ": " + key + " is no array of F32 or F64 as Ergodic writes them");
    }
    NamedArray array =
        new NamedArray(
            key,
            single ? new float[(int) count] : null,
            single ? null : new double[(int) count],
            shape);
    byte[] bytes = new byte[BUFFER];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < count; from += BUFFER / size) {
      int part = (int) Math.min(BUFFER / size, count - from);
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
