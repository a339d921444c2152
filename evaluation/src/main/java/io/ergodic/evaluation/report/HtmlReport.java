package io.ergodic.evaluation.report;

import io.ergodic.datasets.registry.Registry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a report: an index, {@code report.html}, and a page for each experiment in the folder
 * {@code report}. Each page holds its styles, scripts, plotting library and the figures that are
 * seen first; figures of other seeds lie in files beside it. Nothing comes from a network. The same
 * input gives the same bytes.
 */
public final class HtmlReport {
  /** The file to open. */
  public static final String INDEX = "report.html";

  /** Folder of the pages beside the index. */
  public static final String PAGES = "report";

  private HtmlReport() {}

  /**
   * Writes all files, the index last: it is there when all it leads to is.
   *
   * @return the names of all pages, the index first
   */
  public static List<String> write(ReportInput input, ReportFiles files) throws IOException {
    Report whole = new Report(input);
    PageNames names = new PageNames(whole.experiments());
    List<String> written = new ArrayList<>(List.of(INDEX));
    for (ExperimentGroup experiment : whole.experiments()) {
      String name = names.of(experiment);
      Report report = whole.of(experiment, files, name);
      String page = PAGES + "/" + name + ".html";
      files.write(page, bytes(page(report, Section.Scope.EXPERIMENT, names)));
      written.add(page);
    }
    files.write(INDEX, bytes(page(whole, Section.Scope.SUITE, names)));
    return written;
  }

  private static byte[] bytes(String page) {
    return page.getBytes(StandardCharsets.UTF_8);
  }

  private static String page(Report report, Section.Scope scope, PageNames names) {
    ReportInput input = report.input();
    boolean index = scope == Section.Scope.SUITE;
    String title =
        index ? input.title() : report.experiments().get(0).name() + " · " + input.title();
    List<Section> sections =
        sections().stream().filter(s -> s.scope() == scope && s.present(report)).toList();
    Html html = new Html().raw("<!doctype html>\n");
    html.open("html", "lang", "en").open("head").open("meta", "charset", "utf-8");
    html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
    html.open("meta", "name", "color-scheme", "content", "light dark");
    html.leaf("title", title + " · Ergodic");
    html.raw("<style>\n" + Resources.styles() + "</style>").close("head").open("body");
    html.leaf("a", "Skip to the results", "class", "skip", "href", "#main");
    navigation(html, input, sections, index);
    html.open("main", "id", "main");
    new HeaderSection(names).write(html, report, scope);
    for (Section section : sections) {
      html.open("section", "id", section.id(), "aria-labelledby", section.id() + "-title");
      html.leaf("h2", section.title(), "id", section.id() + "-title");
      section.write(html, report);
      html.close("section");
    }
    html.close("main");
    if (!report.figures().isEmpty()) {
      html.leaf("noscript", "The interactive figures need JavaScript; tables and diagrams do not.");
      scripts(html, report, sections);
    }
    return html.close("body").close("html").raw("\n").toString();
  }

  /** All that are registered, in their order. */
  private static List<Section> sections() {
    return Registry.providers(SectionProvider.class, "section of the report").stream()
        .flatMap(provider -> provider.sections().stream())
        .sorted(Comparator.comparingInt(Section::place).thenComparing(Section::id))
        .toList();
  }

  private static void navigation(
      Html html, ReportInput input, List<Section> sections, boolean index) {
    html.open("nav", "aria-label", "Sections");
    html.leaf("a", input.title(), "class", "brand", "href", index ? "#top" : "../" + INDEX);
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
