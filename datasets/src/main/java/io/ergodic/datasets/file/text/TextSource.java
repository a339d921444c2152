package io.ergodic.datasets.file.text;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.file.FileReading;
import io.ergodic.datasets.file.InputFile;
import io.ergodic.datasets.kind.tokens.TokenDataset;
import io.ergodic.datasets.kind.tokens.TokenPiece;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.settings.Settings;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.DatasetSource;
import io.ergodic.datasets.source.HeldRows;
import io.ergodic.datasets.source.TimeSplit;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A text, gzipped or not, as tokens. Settings: {@code path}; {@code units} (bytes): bytes, or
 * characters of UTF-8, those of the training split numbered in their own order, then what is met
 * later alone; {@code fractions} ([0.7, 0.1, 0.2]) or {@code rows} of training, validation and
 * test, along the text; {@code shards} (one for a million tokens).
 */
@AutoService(DatasetSource.class)
public final class TextSource implements DatasetSource {
  private static final int BYTES = 256;

  /** Bytes of memory for each of the file: itself, its tokens while they are made, its pieces. */
  private static final int HELD = 16;

  private static final int LONGEST = Integer.MAX_VALUE - 8;
  private static final int PIECES_PER_SHARD = 16;

  @Override
  public String name() {
    return "text";
  }

  @Override
  public String description() {
    return "a text file as bytes or characters";
  }

  /** 2: characters of the training split are numbered before all others. */
  @Override
  public int revision() {
    return 2;
  }

  @Override
  public DatasetPlan plan(Settings settings, long seed) {
    return FileReading.of(() -> checked(settings));
  }

  private static DatasetPlan checked(Settings settings) throws IOException {
    InputFile file = InputFile.of(settings, "path");
    boolean bytes =
        settings.choice("units", "bytes", List.of("bytes", "characters")).equals("bytes");
    byte[] content;
    try (InputStream in = file.openHeld(HELD)) {
      content = in.readNBytes(LONGEST);
      if (in.read() >= 0) {
        throw file.error(
            "more than " + LONGEST + " bytes, which is all that can be held; cut it up");
      }
    }
    int[] tokens = bytes ? unsigned(content) : characters(content, file);
    TimeSplit split = TimeSplit.of(settings, tokens.length, file.path().toString());
    List<String> vocabulary = bytes ? List.of() : number(tokens, split.to(Split.TRAIN));
    List<TokenPiece> pieces = new ArrayList<>();
    for (Split each : Split.values()) {
      int index = 0;
      for (int from = split.from(each, 0); from < split.to(each); from += TokenPiece.LONGEST) {
        int to = Math.min(split.to(each), from + TokenPiece.LONGEST);
        pieces.add(new TokenPiece(each, index++, Arrays.copyOfRange(tokens, from, to)));
      }
    }
    int size = bytes ? BYTES : vocabulary.size();
    Schema schema =
        Schema.of(
            TokenDataset.KIND,
            List.of(),
            1,
            vocabulary,
            false,
            Map.of(),
            Map.of(TokenDataset.VOCABULARY, size));
    return HeldRows.read(settings, schema, pieces, PIECES_PER_SHARD, List.of(file.path()));
  }

  private static int[] unsigned(byte[] content) {
    int[] tokens = new int[content.length];
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = content[i] & 0xff;
    }
    return tokens;
  }

  private static int[] characters(byte[] content, InputFile file) {
    try {
      // A decoder of its own refuses what String would replace without a word.
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content))
          .codePoints()
          .toArray();
    } catch (CharacterCodingException broken) {
      throw file.error("is not UTF-8; units = bytes reads any file");
    }
  }

  /**
   * Replaces code points by their places among those that occur, which are returned: those of
   * training first, so that nothing behind it changes what a model is trained on.
   */
  private static List<String> number(int[] tokens, int train) {
    int[] known =
        IntStream.concat(
                Arrays.stream(tokens, 0, train).distinct().sorted(),
                Arrays.stream(tokens, train, tokens.length).distinct().sorted())
            .distinct()
            .toArray();
    Map<Integer, Integer> places = new HashMap<>();
    for (int place = 0; place < known.length; place++) {
      places.put(known[place], place);
    }
    for (int i = 0; i < tokens.length; i++) {
      tokens[i] = places.get(tokens[i]);
    }
    return Arrays.stream(known).mapToObj(Character::toString).toList();
  }
}
