package io.ergodic.jobs.crew;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Times are in seconds here; nothing waits for anything. */
class BoardTest {
  private static final long LOCALITY = 3;

  private final Board patient = new Board(new Patience(3, LOCALITY, false, 0.5, 2, 1));
  private final Board eager = new Board(new Patience(3, LOCALITY, true, 0.5, 2, 1));

  private static List<Errand<Object>> errands(String... executors) {
    return Stream.of(executors)
        .map(executor -> new Errand<Object>(() -> null, executor.isEmpty() ? null : executor))
        .toList();
  }

  private static void arrives(Board board, long member, String executor) {
    board.idle(new Call(member, executor, Call.NONE, null, null), order -> {}, 0);
  }

  private static void ends(Board board, long member, String executor, long errand, long now) {
    board.idle(new Call(member, executor, errand, null, "done by " + member), order -> {}, now);
  }

  private static void fails(Board board, long member, String executor, long errand) {
    board.idle(new Call(member, executor, errand, "no luck", null), order -> {}, 0);
  }

  /** What is given out, as errand@executor. */
  private static List<String> assigned(Board board, long now) {
    List<String> given = new ArrayList<>();
    board.assign(now).forEach(order -> given.add(order.number() + "@" + order.executor()));
    return given;
  }

  @Test
  void resultsComeInTheOrderOfTheErrandsWhoeverEndsFirst() {
    arrives(patient, 1, "a");
    arrives(patient, 2, "b");
    patient.begin(errands("", "", ""), 0);
    assertThat(assigned(patient, 0)).containsExactly("0@a", "1@b");
    ends(patient, 2, "b", 1, 1);
    assertThat(assigned(patient, 1)).containsExactly("2@b");
    ends(patient, 2, "b", 2, 2);
    assertThat(patient.done()).isFalse();
    ends(patient, 1, "a", 0, 3);
    assertThat(patient.done()).isTrue();
    assertThat(patient.results())
        .extracting(Call::result)
        .containsExactly("done by 1", "done by 2", "done by 2");
  }

  @Test
  void errandsGoWhereTheirDataIsAndElsewhereOnlyAfterAWaitOrWhenThatIsGone() {
    arrives(patient, 1, "a");
    arrives(patient, 2, "b");
    patient.begin(errands("b", "b", "gone"), 0);
    assertThat(assigned(patient, 0)).containsExactly("0@b", "2@a");
    ends(patient, 1, "a", 2, 1);
    assertThat(assigned(patient, 1)).isEmpty();
    assertThat(assigned(patient, LOCALITY + 1)).containsExactly("1@a");
  }

  @Test
  void whatALostMemberHadGoesToAnother() {
    arrives(patient, 1, "a");
    arrives(patient, 2, "b");
    patient.begin(errands(""), 0);
    assertThat(assigned(patient, 0)).containsExactly("0@a");
    patient.left(1);
    assertThat(patient.has("a")).isFalse();
    assertThat(assigned(patient, 1)).containsExactly("0@b");
    // Its last message has been under way when it was lost.
    ends(patient, 1, "a", 0, 2);
    assertThat(patient.size()).isEqualTo(1);
    assertThat(patient.done()).isFalse();
  }

  @Test
  void failuresAreTriedAgainUntilThereAreTooMany() {
    arrives(patient, 1, "a");
    patient.begin(errands(""), 0);
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(patient.failure()).isNull();
      assertThat(assigned(patient, attempt)).containsExactly("0@a");
      fails(patient, 1, "a", 0);
    }
    assertThat(patient.failure()).isEqualTo("no luck");
    assertThat(assigned(patient, 9)).isEmpty();
    patient.begin(errands(""), 10);
    assertThat(patient.failure()).isNull();
    assertThat(assigned(patient, 10)).containsExactly("1@a");
  }

  @Test
  void slowErrandsAreGivenToAnotherExecutorOnceAndTheFirstEndCounts() {
    arrives(eager, 1, "a");
    arrives(eager, 2, "a");
    arrives(eager, 3, "b");
    eager.begin(errands("", "", ""), 0);
    assertThat(assigned(eager, 0)).containsExactly("0@a", "1@a", "2@b");
    ends(eager, 2, "a", 1, 10);
    ends(eager, 3, "b", 2, 10);
    assertThat(assigned(eager, 20)).as("twice the median is not yet over").isEmpty();
    assertThat(assigned(eager, 21)).containsExactly("0@b");
    assertThat(assigned(eager, 99)).as("not a third time").isEmpty();
    ends(eager, 3, "b", 0, 100);
    assertThat(eager.done()).isTrue();
    assertThat(eager.results().get(0).result()).isEqualTo("done by 3");
    // The slow one ends after all, in the middle of another batch.
    eager.begin(errands(""), 200);
    ends(eager, 1, "a", 0, 201);
    assertThat(eager.done()).isFalse();
  }

  @Test
  void withoutSpeculationNothingIsGivenTwice() {
    arrives(patient, 1, "a");
    arrives(patient, 2, "b");
    patient.begin(errands("", ""), 0);
    assertThat(assigned(patient, 0)).hasSize(2);
    ends(patient, 2, "b", 1, 1);
    assertThat(assigned(patient, 1_000_000)).isEmpty();
  }

  @Test
  void theDismissedAreAnsweredAndNotAskedAgain() {
    arrives(patient, 1, "a");
    assertThat(patient.dismiss()).hasSize(1);
    assertThat(patient.dismiss()).isEmpty();
    patient.begin(errands(""), 0);
    assertThat(assigned(patient, 0)).isEmpty();
  }
}
