package io.ergodic.evaluation.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Data of the interactive figures. A figure leaves a place holder in the page, which the script
 * fills when it is scrolled into view. What the page has no room for lies in files beside it.
 */
final class Figures {
  /** A screen shows no more than that, and it halves the file. */
  private static final MathContext SHOWN = new MathContext(5, RoundingMode.HALF_EVEN);

  private static final double[] POWERS = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(
              new SimpleModule()
                  .addSerializer(float[].class, new FloatsSerializer())
                  .addSerializer(double[].class, new DoublesSerializer()))
          .build();

  private final Map<String, Object> figures = new LinkedHashMap<>();
  private final ReportFiles files;
  private final String folder;

  /**
   * @param folder that files beside the page are written to, as seen from the report's
   */
  Figures(ReportFiles files, String folder) {
    this.files = files;
    this.folder = folder;
  }

  boolean isEmpty() {
    return figures.isEmpty();
  }

  /** The id that the next figure gets. */
  String next() {
    return "figure-" + (figures.size() + 1);
  }

  /** The path of a file of a figure, as seen from the page. */
  String beside(String id, int number) {
    return folder + "/" + id + "/" + number + ".js";
  }

  /** Writes a script that adds to a figure once the page is given it. */
  void write(String file, String id, Map<String, Object> data) {
    try {
      String packed = Resources.packed(new ByteArrayInputStream(MAPPER.writeValueAsBytes(data)));
      String script = "ergodic(\"" + id + "\", \"" + packed + "\");\n";
      files.write(HtmlReport.PAGES + "/" + file, script.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Adds a figure and writes its place holder.
   *
   * @param kind name under which the script registered how to draw it
   * @param description read aloud in its place
   */
  void add(Html html, String kind, String description, Map<String, Object> data) {
    String id = next();
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
      out.writeNumber(shown(value));
    } else {
      out.writeNull();
    }
  }

  /** Most values have few digits before the point, for which whole numbers are much faster. */
  static String shown(double value) {
    double size = Math.abs(value);
    if (size == 0) {
      return "0";
    }
    if (size < 1e-4 || size >= 1e5) {
      return BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros().toString();
    }
    int decimals = 4 - (int) Math.floor(Math.log10(size));
    long scaled = Math.round(size * POWERS[decimals]);
    while (decimals > 0 && scaled % 10 == 0) {
      scaled /= 10;
      decimals--;
    }
    String digits = Long.toString(scaled);
    String sign = value < 0 ? "-" : "";
    if (decimals == 0) {
      return sign + digits;
    }
    String padded = "0".repeat(Math.max(0, decimals + 1 - digits.length())) + digits;
    int point = padded.length() - decimals;
    return sign + padded.substring(0, point) + "." + padded.substring(point);
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
