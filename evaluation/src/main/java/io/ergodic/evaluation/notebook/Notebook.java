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

  /**
   * A figure as the saved output of a cell of code: the one form that GitHub, nbviewer and Jupyter
   * all show without running anything (GitHub does not show attachments of text cells). The tag
   * keeps what runs notebooks by nbclient (nbconvert, papermill) from running, and so clearing, it.
   */
  Notebook figure(String title, String alternative, byte[] png) {
    ObjectNode cell = cell("code", "# " + title + " (saved figure; running this cell clears it)");
    ((ObjectNode) cell.get("metadata")).putArray("tags").add("skip-execution");
    cell.putNull("execution_count");
    ObjectNode output = cell.putArray("outputs").addObject().put("output_type", "display_data");
    output.putObject("data").put("image/png", base64(png)).put("text/plain", alternative);
    output.putObject("metadata");
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
