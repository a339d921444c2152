package io.ergodic.jobs.transport.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ergodic.jobs.transport.PlacedTask;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Times are in seconds here; nothing waits for anything. */
class TaskSchedulerTest {
  private static final long LOCALITY = 3;

  private final TaskScheduler plain =
      new TaskScheduler(new SchedulerSettings(3, LOCALITY, false, 0.5, 2, 1));
  private final TaskScheduler speculating =
      new TaskScheduler(new SchedulerSettings(3, LOCALITY, true, 0.5, 2, 1));

  private static List<PlacedTask<Object>> tasks(String... executors) {
    return Stream.of(executors)
        .map(executor -> new PlacedTask<Object>(() -> null, executor.isEmpty() ? null : executor))
        .toList();
  }

  private static void arrives(TaskScheduler scheduler, long runner, String executor) {
    scheduler.receive(
        new TaskRequest(runner, executor, TaskRequest.NONE, null, null), reply -> {}, 0);
  }

  private static void ends(
      TaskScheduler scheduler, long runner, String executor, long task, long now) {
    scheduler.receive(
        new TaskRequest(runner, executor, task, null, "done by " + runner), reply -> {}, now);
  }

  private static void fails(TaskScheduler scheduler, long runner, String executor, long task) {
    scheduler.receive(new TaskRequest(runner, executor, task, "no luck", null), reply -> {}, 0);
  }

  /** The assigned tasks, as task@executor. */
  private static List<String> assigned(TaskScheduler scheduler, long now) {
    List<String> given = new ArrayList<>();
    scheduler
        .assign(now)
        .forEach(dispatch -> given.add(dispatch.number() + "@" + dispatch.executor()));
    return given;
  }

  @Test
  void resultsComeInTheOrderOfTheTasksWhoeverEndsFirst() {
    arrives(plain, 1, "a");
    arrives(plain, 2, "b");
    plain.submit(tasks("", "", ""), 0);
    assertThat(assigned(plain, 0)).containsExactly("0@a", "1@b");
    ends(plain, 2, "b", 1, 1);
    assertThat(assigned(plain, 1)).containsExactly("2@b");
    ends(plain, 2, "b", 2, 2);
    assertThat(plain.done()).isFalse();
    ends(plain, 1, "a", 0, 3);
    assertThat(plain.done()).isTrue();
    assertThat(plain.takeResults())
        .extracting(TaskRequest::result)
        .containsExactly("done by 1", "done by 2", "done by 2");
  }

  @Test
  void tasksGoWhereTheirDataIsAndElsewhereOnlyAfterAWaitOrWhenThatIsGone() {
    arrives(plain, 1, "a");
    arrives(plain, 2, "b");
    plain.submit(tasks("b", "b", "gone"), 0);
    assertThat(assigned(plain, 0)).containsExactly("0@b", "2@a");
    ends(plain, 1, "a", 2, 1);
    assertThat(assigned(plain, 1)).isEmpty();
    assertThat(assigned(plain, LOCALITY + 1)).containsExactly("1@a");
  }

  @Test
  void theTaskOfALostRunnerGoesToAnother() {
    arrives(plain, 1, "a");
    arrives(plain, 2, "b");
    plain.submit(tasks(""), 0);
    assertThat(assigned(plain, 0)).containsExactly("0@a");
    plain.remove(1);
    assertThat(plain.hasExecutor("a")).isFalse();
    assertThat(assigned(plain, 1)).containsExactly("0@b");
    // Its last message has been under way when it was lost.
    ends(plain, 1, "a", 0, 2);
    assertThat(plain.runnerCount()).isEqualTo(1);
    assertThat(plain.done()).isFalse();
  }

  @Test
  void failuresAreTriedAgainUntilThereAreTooMany() {
    arrives(plain, 1, "a");
    plain.submit(tasks(""), 0);
    for (int attempt = 1; attempt <= 3; attempt++) {
      assertThat(plain.failure()).isNull();
      assertThat(assigned(plain, attempt)).containsExactly("0@a");
      fails(plain, 1, "a", 0);
    }
    assertThat(plain.failure()).isEqualTo("no luck");
    assertThat(assigned(plain, 9)).isEmpty();
    plain.submit(tasks(""), 10);
    assertThat(plain.failure()).isNull();
    assertThat(assigned(plain, 10)).containsExactly("1@a");
  }

  @Test
  void slowTasksAreGivenToAnotherExecutorOnceAndTheFirstEndCounts() {
    arrives(speculating, 1, "a");
    arrives(speculating, 2, "a");
    arrives(speculating, 3, "b");
    speculating.submit(tasks("", "", ""), 0);
    assertThat(assigned(speculating, 0)).containsExactly("0@a", "1@a", "2@b");
    ends(speculating, 2, "a", 1, 10);
    ends(speculating, 3, "b", 2, 10);
    assertThat(assigned(speculating, 20)).as("twice the median is not yet over").isEmpty();
    assertThat(assigned(speculating, 21)).containsExactly("0@b");
    assertThat(assigned(speculating, 99)).as("not a third time").isEmpty();
    ends(speculating, 3, "b", 0, 100);
    assertThat(speculating.done()).isTrue();
    assertThat(speculating.takeResults().get(0).result()).isEqualTo("done by 3");
    // The slow one ends after all, in the middle of another batch.
    speculating.submit(tasks(""), 200);
    ends(speculating, 1, "a", 0, 201);
    assertThat(speculating.done()).isFalse();
  }

  @Test
  void withoutSpeculationNothingIsGivenTwice() {
    arrives(plain, 1, "a");
    arrives(plain, 2, "b");
    plain.submit(tasks("", ""), 0);
    assertThat(assigned(plain, 0)).hasSize(2);
    ends(plain, 2, "b", 1, 1);
    assertThat(assigned(plain, 1_000_000)).isEmpty();
  }

  @Test
  void idleRunnersThatAreRemovedGetAReplyAndNoTask() {
    arrives(plain, 1, "a");
    assertThat(plain.removeIdle()).hasSize(1);
    assertThat(plain.removeIdle()).isEmpty();
    plain.submit(tasks(""), 0);
    assertThat(assigned(plain, 0)).isEmpty();
  }
}
