package io.ergodic.jobs.crew;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Who does what: the members of a crew, the errands of its present batch, and which goes to whom.
 * Knows neither Spark nor clocks. All calls are made under the lock of the board, and what {@link
 * #assign} returns is sent without it.
 */
final class Board {
  private final Patience patience;
  // In the order of their arrival, so that what is assigned depends on nothing else.
  private final Map<Long, Seat> seats = new LinkedHashMap<>();
  private final Set<Long> gone = new HashSet<>();
  private List<Item> batch = List.of();
  private long first;
  private String failure;
  private long finished;

  Board(Patience patience) {
    this.patience = patience;
  }

  /** A member: idle while it can be answered. */
  private static final class Seat {
    final String executor;
    Consumer<Order> answer;
    Item item;

    Seat(String executor) {
      this.executor = executor;
    }
  }

  /** An errand of the present batch; done when it has a result. */
  private static final class Item {
    final long number;
    final Errand<?> errand;
    final long since;
    final List<Seat> runners = new ArrayList<>();
    long started;
    long nanos;
    int failures;
    Call result;

    Item(long number, Errand<?> errand, long since) {
      this.number = number;
      this.errand = errand;
      this.since = since;
    }

    boolean done() {
      return result != null;
    }

    boolean pending() {
      return !done() && runners.isEmpty();
    }
  }

  /** An order and who is waiting for it. */
  record Delivery(Consumer<Order> answer, String executor, long number, Work<?> work) {}

  /** Puts a new batch up; what is left of one before does not matter any more. */
  void begin(List<? extends Errand<?>> errands, long now) {
    first += batch.size();
    failure = null;
    List<Item> items = new ArrayList<>();
    errands.forEach(errand -> items.add(new Item(first + items.size(), errand, now)));
    batch = items;
  }

  /** A member has come, or has ended its errand, and is idle. */
  void idle(Call call, Consumer<Order> answer, long now) {
    if (gone.contains(call.member())) {
      return;
    }
    Seat seat = seats.computeIfAbsent(call.member(), member -> new Seat(call.executor()));
    release(seat);
    seat.answer = answer;
    Item item = call.errand() < first ? null : batch.get((int) (call.errand() - first));
    if (item == null || item.done()) {
      return;
    }
    if (call.failure() == null) {
      item.result = call;
      item.nanos = now - item.started;
      finished++;
      return;
    }
    item.failures++;
    if (item.failures >= patience.attempts()) {
      failure = call.failure();
    }
  }

  /** A member will not call again. */
  void left(long member) {
    gone.add(member);
    Seat seat = seats.remove(member);
    if (seat != null) {
      release(seat);
    }
  }

  private static void release(Seat seat) {
    if (seat.item != null) {
      seat.item.runners.remove(seat);
      seat.item = null;
    }
  }

  /** Gives idle members what is to be done; first to those who have what it needs. */
  List<Delivery> assign(long now) {
    List<Delivery> orders = new ArrayList<>();
    if (failure != null) {
      return orders;
    }
    for (Item item : batch) {
      if (item.pending() && item.errand.executor() != null) {
        idle(item.errand.executor()::equals).ifPresent(seat -> give(item, seat, now, orders));
      }
    }
    for (Item item : batch) {
      if (item.pending() && movable(item, now)) {
        idle(any -> true).ifPresent(seat -> give(item, seat, now, orders));
      }
    }
    if (patience.speculative()) {
      speculate(now, orders);
    }
    return orders;
  }

  private boolean movable(Item item, long now) {
    String executor = item.errand.executor();
    return executor == null || now - item.since > patience.locality() || !has(executor);
  }

  private Optional<Seat> idle(Predicate<String> executor) {
    return seats.values().stream()
        .filter(seat -> seat.answer != null && executor.test(seat.executor))
        .findFirst();
  }

  private void give(Item item, Seat seat, long now, List<Delivery> orders) {
    if (item.runners.isEmpty()) {
      item.started = now;
    }
    item.runners.add(seat);
    seat.item = item;
    orders.add(new Delivery(seat.answer, seat.executor, item.number, item.errand.work()));
    seat.answer = null;
  }

  /** A second copy of what has taken too long, on another executor. */
  private void speculate(long now, List<Delivery> orders) {
    long[] times = batch.stream().filter(Item::done).mapToLong(i -> i.nanos).toArray();
    if (times.length < Math.max(1, (int) (patience.quantile() * batch.size()))) {
      return;
    }
    Arrays.sort(times);
    double slow = Math.max(patience.shortest(), patience.multiplier() * times[times.length / 2]);
    for (Item item : batch) {
      if (!item.done() && item.runners.size() == 1 && now - item.started > slow) {
        String executor = item.runners.get(0).executor;
        idle(other -> !other.equals(executor)).ifPresent(seat -> give(item, seat, now, orders));
      }
    }
  }

  /** Answers of all idle members, who are no members any more. */
  List<Consumer<Order>> dismiss() {
    List<Consumer<Order>> answers =
        seats.values().stream().map(seat -> seat.answer).filter(Objects::nonNull).toList();
    seats.values().removeIf(seat -> seat.answer != null);
    return answers;
  }

  boolean done() {
    return batch.stream().allMatch(Item::done);
  }

  /** Why an errand was given up; null when none was. */
  String failure() {
    return failure;
  }

  /** Errands that have ended well since the crew began. */
  long finished() {
    return finished;
  }

  /** Whether there are members on an executor. */
  boolean has(String executor) {
    return seats.values().stream().anyMatch(seat -> seat.executor.equals(executor));
  }

  /** Members there are. */
  int size() {
    return seats.size();
  }

  /** The calls that brought the results of the batch, in its order; the board forgets them. */
  List<Call> results() {
    List<Call> results = batch.stream().map(item -> item.result).toList();
    begin(List.of(), 0);
    return results;
  }
}
