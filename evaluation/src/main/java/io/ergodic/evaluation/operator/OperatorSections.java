package io.ergodic.evaluation.operator;

import com.google.auto.service.AutoService;
import io.ergodic.evaluation.report.ArtefactSection;
import io.ergodic.evaluation.report.FigureCards;
import io.ergodic.evaluation.report.Report;
import io.ergodic.evaluation.report.Section;
import io.ergodic.evaluation.report.SectionProvider;
import io.ergodic.evaluation.result.TrialRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the report shows of operators: test functions with predictions and errors. */
@AutoService(SectionProvider.class)
public final class OperatorSections implements SectionProvider {
  @Override
  public List<Section> sections() {
    return List.of(
        new ArtefactSection(
            "functions",
            "Functions",
            Section.OF_A_TASK,
            "Test functions: the input, the true output with what the systems predict, and below it"
                + " the errors. The three best systems are drawn, a click on a name adds another.",
            "function",
            "Input, true and predicted output",
            FunctionSample.class,
            OperatorSections::data,
            script()));
  }

  private static Map<String, Object> data(Report report, List<TrialRecord> trials) {
    List<Object> items = new ArrayList<>();
    for (TrialRecord trial : trials) {
      for (FunctionSample each : report.artefacts(trial, FunctionSample.class)) {
        Map<String, Object> item = FigureCards.item(report, trial);
        item.put("label", each.label());
        item.put("grid", each.grid());
        item.put("input", each.input());
        item.put("truth", each.truth());
        item.put("prediction", each.prediction());
        items.add(item);
      }
    }
    return Map.of("items", items);
  }

  private static String script() {
    try (InputStream in = OperatorSections.class.getResourceAsStream("function.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
