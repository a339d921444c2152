package io.ergodic.evaluation.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Data of the interactive figures. A figure leaves a place holder in the page, which the script
 * fills when it is scrolled into view.
 */
final class Figures {
  /** A screen shows no more than that, and it halves the file. */
  private static final MathContext SHOWN = new MathContext(5, RoundingMode.HALF_EVEN);

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(float[].class, new FloatsSerializer())
                  .addSerializer(double[].class, new DoublesSerializer()))
          .build();

  private final Map<String, Object> figures = new LinkedHashMap<>();

  /**
   * Adds a figure and writes its place holder.
   *
   * @param kind name under which the script registered how to draw it
   * @param description read aloud in its place
   */
  void add(Html html, String kind, String description, Map<String, Object> data) {
    String id = "figure-" + (figures.size() + 1);
    Map<String, Object> figure = new LinkedHashMap<>();
    figure.put("kind", kind);
    figure.putAll(data);
    figures.put(id, figure);
    html.open("div", "class", "figure figure-" + kind, "id", id, "data-kind", kind);
    html.open("div", "class", "controls").close();
    html.open("div", "class", "plot", "role", "img", "aria-label", description).close();
    html.close();
  }

  /** All figures as JSON that may stand within a script element. */
  String json() {
    try {
      return MAPPER.writeValueAsString(figures).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("figures have no JSON form", e);
    }
  }

  private static void number(JsonGenerator out, double value) throws IOException {
    if (Double.isFinite(value)) {
      out.writeNumber(BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros().toString());
    } else {
      out.writeNull();
    }
  }

  private static final class FloatsSerializer extends StdSerializer<float[]> {
    private static final long serialVersionUID = 1L;

    FloatsSerializer() {
      super(float[].class);
    }

    @Override
    public void serialize(float[] values, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartArray();
      for (float value : values) {
        number(out, value);
      }
      out.writeEndArray();
    }
  }

  private static final class DoublesSerializer extends StdSerializer<double[]> {
    private static final long serialVersionUID = 1L;

    DoublesSerializer() {
      super(double[].class);
    }

    @Override
    public void serialize(double[] values, JsonGenerator out, SerializerProvider provider)
        throws IOException {
      out.writeStartArray();
      for (double value : values) {
        number(out, value);
      }
      out.writeEndArray();
    }
  }
}
