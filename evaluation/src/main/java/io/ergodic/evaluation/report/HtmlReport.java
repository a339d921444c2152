package io.ergodic.evaluation.report;

import io.ergodic.datasets.registry.Registry;
import io.ergodic.evaluation.result.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a report as one HTML file that needs nothing else: styles, scripts, data and the plotting
 * library are within it. The same input gives the same bytes.
 */
public final class HtmlReport {
  private HtmlReport() {}

  /** Writes the report, whole or not at all. */
  public static void write(ReportInput input, Path path) throws IOException {
    byte[] page = page(input).getBytes(StandardCharsets.UTF_8);
    AtomicFile.write(path, out -> out.write(page));
  }

  /** The report as text. */
  static String page(ReportInput input) {
    Report report = new Report(input);
    List<Section> sections = sections().stream().filter(s -> s.present(report)).toList();
    Html html = new Html().raw("<!doctype html>\n");
    html.open("html", "lang", "en").open("head").open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.leaf("title", input.title() + " · Ergodic");
    html.raw("<style>\n" + Resources.styles() + "</style>").close("head").open("body");
    html.leaf("a", "Skip to the results", "class", "skip", "href", "#main");
    navigation(html, input, sections);
    html.open("main", "id", "main");
    new HeaderSection().write(html, report);
    for (Section section : sections) {
      html.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
      html.leaf("h2", section.title(), "id", section.id() + "-title");
      section.write(html, report);
      html.close("section");
    }
    html.close("main");
    html.leaf("noscript", "The interactive figures need JavaScript; tables and diagrams do not.");
    scripts(html, report, sections);
    return html.close("body").close("html").raw("\n").toString();
  }

  /** All that are registered, in their order. */
  private static List<Section> sections() {
    return Registry.providers(SectionProvider.class, "section of the report").stream()
        .flatMap(provider -> provider.sections().stream())
        .sorted(Comparator.comparingInt(Section::place).thenComparing(Section::id))
        .toList();
  }

  private static void navigation(Html html, ReportInput input, List<Section> sections) {
    html.open("nav", "aria-label", "Sections");
    html.leaf("a", input.title(), "class", "brand", "href", "#top");
    html.open("div", "class", "links");
    sections.forEach(section -> html.leaf("a", section.title(), "href", "#" + section.id()));
    html.close("nav");
  }

  private static void scripts(Html html, Report report, List<Section> sections) {
    html.raw("<script type=\"application/json\" id=\"figures\">");
    html.raw(report.figures().json()).raw("</script>\n");
    html.raw("<script type=\"text/plain\" id=\"plotly\">");
    html.raw(Resources.plotly()).raw("</script>\n");
    html.raw(
        "<script>\n"
            + Resources.scripts(sections.stream().map(Section::script).toList())
            + "</script>\n");
  }
}
