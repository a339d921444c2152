package io.ergodic.evaluation.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.ergodic.datasets.file.Unpacked;
import io.ergodic.datasets.registry.Registry;
import io.ergodic.datasets.settings.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/** The figures of a trial as compressed JSON. The same figures give the same bytes. */
public final class ArtefactJson {
  private static final TypeReference<List<Artefact>> LIST = new TypeReference<>() {};
  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.FAIL_ON_INVALID_SUBTYPE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .registerModule(module());
  private static final ObjectWriter WRITER = MAPPER.writerFor(LIST);
  private static final ObjectReader READER = MAPPER.readerFor(LIST);

  private ArtefactJson() {}

  /** The kinds there are, by name. */
  private static Map<String, Class<? extends Artefact>> kinds() {
    Map<String, Class<? extends Artefact>> kinds = new TreeMap<>();
    Registry.providers(ArtefactProvider.class, "artefact")
        .forEach(provider -> kinds.putAll(provider.artefacts()));
    return kinds;
  }

  private static Module module() {
    SimpleModule module = new SimpleModule("artefacts");
    kinds().forEach((name, type) -> module.registerSubtypes(new NamedType(type, name)));
    return module;
  }

  /**
   * The name of a kind of figures.
   *
   * @throws IllegalArgumentException for one that no provider knows
   */
  public static String kind(Class<? extends Artefact> type) {
    return kinds().entrySet().stream()
        .filter(entry -> entry.getValue() == type)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no provider knows " + type.getName()));
  }

  /** The names of the kinds of some figures, each once. */
  public static List<String> kinds(List<Artefact> artefacts) {
    return artefacts.stream()
        .map(artefact -> kind(artefact.getClass()))
        .distinct()
        .collect(Collectors.toList());
  }

  public static void write(List<Artefact> artefacts, OutputStream out) throws IOException {
    try (GZIPOutputStream packed = new GZIPOutputStream(out, 1 << 14)) {
      packed.write(WRITER.writeValueAsBytes(artefacts));
    }
  }

  private static InvalidInputException damaged(String where, String problem) {
    return new InvalidInputException(
        where + ": not the figures of a trial, or damaged: " + problem);
  }

  /**
   * Reads what {@link #write} wrote. A figure of a kind that nothing here knows is left out.
   *
   * @param where the bytes stand, such as the name of their file
   * @throws InvalidInputException when they are no figures, e.g. are cut off
   */
  public static List<Artefact> read(InputStream in, String where) throws IOException {
    byte[] packed = in.readAllBytes();
    try (InputStream unpacked =
        Unpacked.gzip(
            new ByteArrayInputStream(packed), packed.length, problem -> damaged(where, problem))) {
      String text = new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
      List<Artefact> all = READER.readValue(text);
      if (all == null) {
        throw damaged(where, "no list");
      }
      return all.stream().filter(Objects::nonNull).toList();
    } catch (JsonProcessingException e) {
      throw damaged(where, e.getOriginalMessage());
    }
  }
}
