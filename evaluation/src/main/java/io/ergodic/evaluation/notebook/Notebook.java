package io.ergodic.evaluation.notebook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;

/** Builds a notebook of format 4.5 (nbformat), where every cell has an id. */
final class Notebook {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final ArrayNode cells = MAPPER.createArrayNode();

  Notebook markdown(String text) {
    cell("markdown", text);
    return this;
  }

  /** Text with pictures of its own, kept as attachments and shown without running anything. */
  Notebook figure(String text, String name, byte[] png) {
    ObjectNode cell = cell("markdown", text + "\n\n![" + name + "](attachment:figure.png)");
    cell.putObject("attachments").putObject("figure.png").put("image/png", base64(png));
    return this;
  }

  /** Code to be run by the reader. */
  Notebook code(String source) {
    ObjectNode cell = cell("code", source);
    cell.putNull("execution_count");
    cell.putArray("outputs");
    return this;
  }

  String json() {
    ObjectNode notebook = MAPPER.createObjectNode();
    notebook.put("nbformat", 4).put("nbformat_minor", 5);
    ObjectNode metadata = notebook.putObject("metadata");
    metadata
        .putObject("kernelspec")
        .put("display_name", "Python 3")
        .put("language", "python")
        .put("name", "python3");
    metadata.putObject("language_info").put("name", "python");
    notebook.set("cells", cells);
    try {
      return MAPPER.writeValueAsString(notebook) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("notebook has no JSON form", e);
    }
  }

  private ObjectNode cell(String type, String source) {
    ObjectNode cell = cells.addObject();
    cell.put("cell_type", type).put("id", "cell-" + cells.size());
    cell.putObject("metadata");
    cell.put("source", source);
    return cell;
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
