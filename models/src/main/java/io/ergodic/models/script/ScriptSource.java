package io.ergodic.models.script;

import io.ergodic.datasets.settings.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The code in a TorchScript file, as text: a zip archive with everything that the module can call
 * below {@code code/}.
 *
 * @param random whether something in it may draw at random
 */
record ScriptSource(boolean random) {
  /** More than this is no code of a network. */
  private static final int MOST = 64 << 20;

  /** Too many names cost a lock in training, too few would draw from somebody else's seed. */
  private static final Pattern DRAWS =
      Pattern.compile(
          "\\b(\\w*dropout\\w*|rand\\w*|random_|bernoulli_?|normal_?|uniform_?|multinomial|poisson"
              + "|rrelu\\w*|exponential_?|geometric_?|cauchy_?|log_normal_?|binomial|gumbel\\w*"
              + "|scaled_dot_product_attention|lstm|gru|rnn_tanh|rnn_relu)\\s*\\(");

  /** What reads or writes files, or calls code that is not in the archive. */
  private static final Pattern REACHES_OUT =
      Pattern.compile("\\b(torch\\.(?:from_file|save|load)|ops\\.(?!aten\\b|prim\\b)\\w+)\\b");

  /**
   * Reads the code.
   *
   * @param content of the file
   * @param place of its setting, for messages
   * @throws InvalidInputException where it is no TorchScript, or would touch files
   */
  static ScriptSource read(byte[] content, String place) {
    boolean random = false;
    boolean any = false;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.getName().matches("[^/]*/code/.*\\.py")) {
          continue;
        }
        byte[] text = zip.readNBytes(MOST);
        String code = new String(text, StandardCharsets.UTF_8);
        Matcher outside = REACHES_OUT.matcher(code);
        if (text.length == MOST || outside.find()) {
          throw new InvalidInputException(
              place
                  + ": "
                  + (text.length == MOST ? "code of more than 64 MiB" : outside.group())
                  + " in "
                  + entry.getName()
                  + "; a module may compute, not reach for files or operators of other libraries");
        }
        any = true;
        random |= DRAWS.matcher(code).find();
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw new InvalidInputException(place + ": no TorchScript file: " + broken.getMessage());
    }
    if (!any) {
      throw new InvalidInputException(
          place
              + ": no TorchScript file; write it in PyTorch with torch.jit.script(module).save(name)"
              + ", not with torch.save");
    }
    return new ScriptSource(random);
  }
}
