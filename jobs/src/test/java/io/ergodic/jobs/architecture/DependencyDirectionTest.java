package io.ergodic.jobs.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DependencyDirectionTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.ergodic");

  /** A rule about packages that were not found would hold of itself. */
  @ParameterizedTest
  @ValueSource(strings = {"datasets", "models", "evaluation", "jobs"})
  void everyModuleIsLookedAt(String module) {
    assertThat(CLASSES.stream().map(JavaClass::getPackageName))
        .anyMatch(name -> name.startsWith("io.ergodic." + module + "."));
  }

  @Test
  void datasetsKnowNoOtherModule() {
    noClasses()
        .that()
        .resideInAPackage("io.ergodic.datasets..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.ergodic.models..", "io.ergodic.evaluation..", "io.ergodic.jobs..")
        .check(CLASSES);
  }

  @Test
  void modelsKnowOnlyDatasets() {
    noClasses()
        .that()
        .resideInAPackage("io.ergodic.models..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.ergodic.evaluation..", "io.ergodic.jobs..")
        .check(CLASSES);
  }

  @Test
  void evaluationKnowsOnlyDatasets() {
    noClasses()
        .that()
        .resideInAPackage("io.ergodic.evaluation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.ergodic.models..", "io.ergodic.jobs..")
        .check(CLASSES);
  }

  @Test
  void onlyJobsKnowSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackage("io.ergodic.jobs..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.apache.spark..", "org.apache.hadoop..", "org.apache.parquet..", "scala..")
        .check(CLASSES);
  }

  @Test
  void dataAndMetricsKnowNoTensors() {
    noClasses()
        .that()
        .resideInAnyPackage("io.ergodic.datasets..", "io.ergodic.evaluation..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.bytedeco..", "org.nd4j..", "org.deeplearning4j..")
        .check(CLASSES);
  }

  /** The incubating module is compiled against in one place, under rules of its own. */
  @Test
  void onlyKernelsUseTheVectorApi() {
    noClasses()
        .that()
        .resideOutsideOfPackage("..kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator.vector..")
        .check(CLASSES);
  }

  /** PartCache asks Spark's disk block manager for the local folder. */
  @Test
  void onlyTheStandingTransportUsesPrivateClassesOfSpark() {
    noClasses()
        .that()
        .resideOutsideOfPackages("io.ergodic.jobs.transport.standing..", "io.ergodic.jobs.data..")
        .should()
        .dependOnClassesThat(arePrivateToSpark())
        .check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> arePrivateToSpark() {
    List<String> packages =
        List.of("rpc", "network", "storage", "serializer", "shuffle", "executor", "util.io");
    List<String> classes = List.of("scheduler.TaskSchedulerImpl", "util.RpcUtils", "util.Utils");
    String spark = "org.apache.spark.";
    return DescribedPredicate.describe(
        "are private to Spark",
        type ->
            !type.getName().equals(spark + "storage.StorageLevel")
                && (packages.stream().anyMatch(p -> type.getName().startsWith(spark + p + "."))
                    || classes.stream().anyMatch(c -> type.getName().equals(spark + c))));
  }

  @Test
  void packagesDoNotDependOnEachOtherInCircles() {
    slices().matching("io.ergodic.(*).(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void namesSayWhatAClassIs() {
    noClasses().should().haveNameMatching(".*(Utils?|Manager|Helper)(\\$.*)?").check(CLASSES);
  }

  @Test
  void everyTypeHasAFileOfItsOwn() {
    classes().that(areTopLevel()).should(lieInTheFileOfTheirName()).check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> areTopLevel() {
    return DescribedPredicate.describe("are top-level", JavaClass::isTopLevelClass);
  }

  private static ArchCondition<JavaClass> lieInTheFileOfTheirName() {
    return new ArchCondition<>("lie in the file of their name") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        List<String> allowed = List.of(type.getSimpleName() + ".java", "package-info.java");
        String file = type.getSource().flatMap(source -> source.getFileName()).orElse("no file");
        events.add(
            new SimpleConditionEvent(
                type, allowed.contains(file), type.getName() + " lies in " + file));
      }
    };
  }
}
