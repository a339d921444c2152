package io.ergodic.jobs.train.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.DataInputStream;
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
 * Named vectors of 32-bit floats in the safetensors format, which Python reads with {@code
 * safetensors.numpy.load_file}: the length of the header in 8 bytes, little-endian, the header as
 * JSON, then the values, little-endian, one vector after another.
 */
final class Safetensors {
  private static final int BUFFER = 1 << 18;
  private static final long LONGEST_HEADER = 100_000_000;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Safetensors() {}

  /** Writes all vectors in their order; the stream stays open. */
  static void write(Map<String, float[]> tensors, Map<String, String> metadata, OutputStream out)
      throws IOException {
    ObjectNode header = MAPPER.createObjectNode();
    ObjectNode facts = header.putObject("__metadata__");
    metadata.forEach(facts::put);
    long offset = 0;
    for (Map.Entry<String, float[]> tensor : tensors.entrySet()) {
      ObjectNode entry = header.putObject(tensor.getKey());
      entry.put("dtype", "F32");
      entry.putArray("shape").add(tensor.getValue().length);
      long end = offset + (long) Float.BYTES * tensor.getValue().length;
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
    for (float[] values : tensors.values()) {
      write(values, out);
    }
  }

  private static void write(float[] values, OutputStream out) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += BUFFER / Float.BYTES) {
      int count = Math.min(BUFFER / Float.BYTES, values.length - from);
      buffer.asFloatBuffer().put(values, from, count);
      out.write(buffer.array(), 0, count * Float.BYTES);
    }
  }

  /** Reads all vectors; {@code name} is the file's, for messages. */
  static Map<String, float[]> read(InputStream in, String name) throws IOException {
    DataInputStream data = new DataInputStream(in);
    long length = Long.reverseBytes(data.readLong());
    if (length < 2 || length > LONGEST_HEADER) {
      throw new InvalidInputException(name + ": no safetensors file");
    }
    byte[] text = new byte[(int) length];
    data.readFully(text);
    Map<String, float[]> tensors = new LinkedHashMap<>();
    long offset = 0;
    for (Map.Entry<String, JsonNode> entry : entries(text, name)) {
      JsonNode tensor = entry.getValue();
      long begin = tensor.path("data_offsets").path(0).asLong(-1);
      long end = tensor.path("data_offsets").path(1).asLong(-1);
      int count = tensor.path("shape").path(0).asInt(-1);
      boolean known =
          tensor.path("dtype").asText().equals("F32")
              && begin == offset
              && end - begin == (long) Float.BYTES * count;
      if (!known) {
        throw new InvalidInputException(
            name + ": " + entry.getKey() + " is no vector of F32 as Ergodic writes them");
      }
      float[] values = new float[count];
      read(data, values);
      tensors.put(entry.getKey(), values);
      offset = end;
    }
    return tensors;
  }

  private static List<Map.Entry<String, JsonNode>> entries(byte[] text, String name)
      throws IOException {
    List<Map.Entry<String, JsonNode>> entries = new ArrayList<>();
    try {
      MAPPER.readTree(text).fields().forEachRemaining(entries::add);
    } catch (JsonProcessingException broken) {
      throw new InvalidInputException(name + ": broken: " + broken.getOriginalMessage(), broken);
    }
    entries.removeIf(entry -> entry.getKey().equals("__metadata__"));
    return entries;
  }

  private static void read(DataInputStream data, float[] values) throws IOException {
    byte[] bytes = new byte[BUFFER];
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < values.length; from += BUFFER / Float.BYTES) {
      int count = Math.min(BUFFER / Float.BYTES, values.length - from);
      data.readFully(bytes, 0, count * Float.BYTES);
      buffer.asFloatBuffer().get(values, from, count);
    }
  }
}
