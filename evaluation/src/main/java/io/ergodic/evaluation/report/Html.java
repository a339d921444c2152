package io.ergodic.evaluation.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Builds HTML from elements, attributes and text. Text and attribute values are always escaped, so
 * nothing that a suite names can become markup; {@link #raw} is for the report's own resources.
 */
public final class Html {
  private static final Set<String> VOID = Set.of("meta", "img", "br", "input", "col");

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element; {@code attributes} are name, value pairs. */
  public Html open(String element, String... attributes) {
    tag(element, attributes);
    if (!VOID.contains(element)) {
      open.push(element);
    }
    return this;
  }

  /** Closes the innermost element. */
  public Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /** Closes elements up to and including the innermost one of this name. */
  public Html close(String element) {
    while (!open.peek().equals(element)) {
      close();
    }
    return close();
  }

  /** An element that holds text alone. */
  public Html leaf(String element, String text, String... attributes) {
    tag(element, attributes);
    out.append(escape(text)).append("</").append(element).append('>');
    return this;
  }

  /** Text within the innermost element. */
  public Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** Markup of the report's own making, unescaped. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  private void tag(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(attributes[i + 1])).append('"');
    }
    out.append('>');
  }

  /** The document so far; all elements have to be closed. */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("elements not closed: " + open);
    }
    return out.toString();
  }

  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '\'' -> escaped.append("&#39;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
