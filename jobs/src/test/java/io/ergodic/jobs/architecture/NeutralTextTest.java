package io.ergodic.jobs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Formatter;
import java.util.Scanner;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * No text of the project depends on the machine's language or encoding: under a Turkish one {@code
 * "LINEAR".toLowerCase()} is no {@code linear}, under a German one {@code %.2f} writes a comma,
 * under an Arabic one {@code %06d} is no file name that sorts, and under {@code LANG=C} an umlaut
 * is a question mark.
 */
class NeutralTextTest {
  /** Methods and constructors that have another form with a Locale or a Charset. */
  private static final Set<String> OF_THE_MACHINE =
      Set.of(
          "java.lang.String.toLowerCase()",
          "java.lang.String.toUpperCase()",
          "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
          "java.lang.String.formatted([Ljava.lang.Object;)",
          "java.lang.String.getBytes()",
          "java.lang.String.<init>([B)",
          "java.lang.String.<init>([B, int, int)",
          "java.io.PrintStream.printf(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintStream.format(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintStream.<init>(java.io.OutputStream)",
          "java.io.PrintStream.<init>(java.io.OutputStream, boolean)",
          "java.io.PrintWriter.printf(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintWriter.format(java.lang.String, [Ljava.lang.Object;)",
          "java.io.PrintWriter.<init>(java.io.OutputStream)",
          "java.io.PrintWriter.<init>(java.io.OutputStream, boolean)",
          "java.io.InputStreamReader.<init>(java.io.InputStream)",
          "java.io.OutputStreamWriter.<init>(java.io.OutputStream)",
          "java.io.FileReader.<init>(java.io.File)",
          "java.io.FileReader.<init>(java.lang.String)",
          "java.io.FileWriter.<init>(java.io.File)",
          "java.io.FileWriter.<init>(java.lang.String)",
          "java.io.ByteArrayOutputStream.toString()",
          "java.util.Scanner.<init>(java.io.InputStream)",
          "java.util.Formatter.<init>()",
          "java.util.Formatter.<init>(java.lang.Appendable)",
          "java.util.Locale.getDefault()",
          "java.nio.charset.Charset.defaultCharset()",
          "java.text.DecimalFormat.<init>(java.lang.String)",
          "java.text.SimpleDateFormat.<init>(java.lang.String)",
          "java.text.MessageFormat.format(java.lang.String, [Ljava.lang.Object;)",
          "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)");

  private static final DescribedPredicate<JavaCall<?>> DEPENDS =
      new DescribedPredicate<>("takes the machine's language or encoding") {
        @Override
        public boolean test(JavaCall<?> call) {
          return OF_THE_MACHINE.contains(signature(call.getTarget()));
        }
      };

  @Test
  void noTextDependsOnTheMachine() {
    noClasses()
        .should()
        .callCodeUnitWhere(DEPENDS)
        .check(
            new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.ergodic"));
  }

  /** A rule whose names are spelled wrongly would hold of itself. */
  @Test
  void theRuleFindsWhatItIsFor() {
    JavaClass offender = new ClassFileImporter().importClass(Offender.class);
    assertThat(
            offender.getCodeUnitCallsFromSelf().stream()
                .filter(DEPENDS)
                .map(call -> call.getTarget().getName())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(
            "toLowerCase", "format", "formatted", "printf", "getBytes", "<init>");
  }

  private static String signature(CodeUnitCallTarget target) {
    return target.getOwner().getName()
        + "."
        + target.getName()
        + target.getRawParameterTypes().stream()
            .map(JavaClass::getName)
            .collect(Collectors.joining(", ", "(", ")"));
  }

  @SuppressWarnings("unused")
  private static final class Offender {
    private static Object offend(String text, InputStream in, OutputStream out) {
      new PrintStream(out).printf("%d", 1);
      return Set.of(
          text.toLowerCase(),
          String.format("%d", 1),
          "%d".formatted(1),
          text.getBytes(),
          new InputStreamReader(in),
          new Scanner(in),
          new Formatter());
    }
  }
}
