package io.ergodic.jobs.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SafetensorsTest {
  private static Map<String, float[]> tensors() {
    Map<String, float[]> tensors = new LinkedHashMap<>();
    tensors.put("parameters", new float[] {1, -2.5f, Float.NaN});
    tensors.put("buffers", new float[0]);
    float[] large = new float[200_001];
    for (int i = 0; i < large.length; i++) {
      large[i] = i * 0.1f;
    }
    tensors.put("optimiser.0", large);
    return tensors;
  }

  private static byte[] written() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Safetensors.write(tensors(), Map.of("round", "3"), out);
    return out.toByteArray();
  }

  /** The format's own words: 8 bytes of length, a header of JSON, offsets behind the header. */
  @Test
  void theHeaderIsAsTheFormatHasIt() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(written()).order(ByteOrder.LITTLE_ENDIAN);
    int length = (int) bytes.getLong();
    assertThat(length % 8).isZero();
    JsonNode header = new ObjectMapper().readTree(bytes.array(), 8, length);
    assertThat(header.path("__metadata__").path("round").asText()).isEqualTo("3");
    assertThat(header.path("parameters").toString())
        .isEqualTo("{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,12]}");
    assertThat(header.path("optimiser.0").path("data_offsets").toString()).isEqualTo("[12,800016]");
    assertThat(bytes.capacity()).isEqualTo(8 + length + 800016);
    assertThat(bytes.getFloat(8 + length + 4)).isEqualTo(-2.5f);
    assertThat(bytes.getFloat(bytes.capacity() - 4)).isEqualTo(200_000 * 0.1f);
  }

  @Test
  void whatWasWrittenIsRead() throws IOException {
    Safetensors.Content content = read(written(), "file");
    assertThat(content.metadata()).isEqualTo(Map.of("round", "3"));
    Map<String, float[]> read = content.vectors();
    assertThat(read.keySet()).containsExactlyElementsOf(tensors().keySet());
    tensors().forEach((name, values) -> assertThat(Arrays.equals(read.get(name), values)).isTrue());
  }

  @Test
  void shapesAndDoublesAreKept() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NamedArray matrix = new NamedArray("matrix", null, new double[] {1, 2, 3, 4, 5, 1e-300}, 2, 3);
    NamedArray scalar = new NamedArray("scalar", new float[] {7}, null);
    Safetensors.write(List.of(matrix, scalar), Map.of(), out);
    List<NamedArray> read = read(out.toByteArray(), "file").arrays();
    assertThat(read).extracting(NamedArray::name).containsExactly("matrix", "scalar");
    assertThat(read.get(0).shape()).containsExactly(2, 3);
    assertThat(read.get(0).doubles()).containsExactly(matrix.doubles());
    assertThat(read.get(0).floats()).isNull();
    assertThat(read.get(1).shape()).isEmpty();
    assertThat(read.get(1).floats()).containsExactly(7);
  }

  @Test
  void otherFilesAreRefused() {
    byte[] text = "this is no safetensors file at all".getBytes();
    assertThatThrownBy(() -> read(text, "notes.txt"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("notes.txt");
  }

  /** A file of some hundred bytes that claims gigabytes, or what no array can be. */
  @Test
  void noMemoryIsTakenForWhatAHeaderClaims() {
    refused("{\"a\":{\"dtype\":\"F32\",\"shape\":[2000000000],\"data_offsets\":[0,8000000000]}}");
    refused("{\"a\":{\"dtype\":\"F64\",\"shape\":[65536,65536],\"data_offsets\":[0,0]}}");
    refused("{\"a\":{\"dtype\":\"F64\",\"shape\":[-1,-1],\"data_offsets\":[0,8]}}");
    refused("{\"a\":{\"dtype\":\"F64\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,0]}}");
    refused("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}");
    refused("{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}");
    refused("[]");
    refused("null");
    ByteBuffer claims = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    claims.putLong(90_000_000);
    assertThatThrownBy(() -> read(claims.array(), "f"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("a header of 90000000 bytes in a file of 64");
  }

  private static void refused(String header) {
    byte[] text = header.getBytes(StandardCharsets.UTF_8);
    ByteBuffer file = ByteBuffer.allocate(8 + text.length + 8).order(ByteOrder.LITTLE_ENDIAN);
    file.putLong(text.length).put(text);
    assertThatThrownBy(() -> read(file.array(), "f.safetensors"))
        .as(header)
        .isInstanceOf(InvalidInputException.class)
        .hasMessageStartingWith("f.safetensors: ");
  }

  private static Safetensors.Content read(byte[] bytes, String name) throws IOException {
    return Safetensors.read(new ByteArrayInputStream(bytes), bytes.length, name);
  }
}
