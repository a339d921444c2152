package io.ergodic.datasets.registry;

/**
 * A kind of building block: a name and the record of settings that builds it. The record implements
 * the roles it can play (token mixer, norm, training rule, batch transform, ...), and registers
 * itself through a nested subclass of this class:
 *
 * <pre>
 * public record Mean(...) implements Head {
 *   &#64;AutoService(Kind.class)
 *   public static final class Registered extends Kind {
 *     public Registered() {
 *       super("mean", Mean.class, "mean over the tokens, then a linear map");
 *     }
 *   }
 * }
 * </pre>
 */
public abstract class Kind implements Named {
  private final String name;
  private final Class<? extends Record> type;
  private final String summary;

  /**
   * @param name used in configurations: lower case words joined by hyphens
   * @param type the record of settings, which implements the kind's roles
   * @param summary one line, with the source (paper, equation)
   */
  protected Kind(String name, Class<? extends Record> type, String summary) {
    this.name = name;
    this.type = type;
    this.summary = summary;
  }

  @Override
  public final String name() {
    return name;
  }

  /** The record of settings. */
  public final Class<? extends Record> type() {
    return type;
  }

  /** One line, with the source. */
  public final String summary() {
    return summary;
  }
}
