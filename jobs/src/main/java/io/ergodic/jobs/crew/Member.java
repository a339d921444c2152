package io.ergodic.jobs.crew;

import io.ergodic.jobs.spark.SparkFailure;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.TaskKilledException;
import org.apache.spark.rpc.RpcEndpointRef;
import org.apache.spark.rpc.RpcTimeout;
import org.apache.spark.util.RpcUtils;
import scala.concurrent.duration.FiniteDuration;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/** A standing task: calls, does what it is told, calls again, until it is sent home. */
final class Member {
  private static final ClassTag<Object[]> WIRE = ClassTag$.MODULE$.apply(Object[].class);

  /** A driver that has nothing to do is no failure, and one that is gone ends the executor. */
  private static final RpcTimeout WAIT =
      new RpcTimeout(new FiniteDuration(7, TimeUnit.DAYS), "the work of a crew");

  private final TaskContext task;
  private final RpcEndpointRef desk;
  private final String executor;
  private final boolean local;

  /**
   * @param desk name of the driver's endpoint
   */
  Member(String desk, TaskContext task) {
    SparkEnv env = SparkEnv.get();
    this.task = task;
    this.desk = RpcUtils.makeDriverRef(desk, env.conf(), env.rpcEnv());
    this.executor = env.executorId();
    this.local = Freight.local(executor);
  }

  void work() {
    Order order = ask(Call.NONE, null, null);
    while (order.errand() != Order.LEAVE) {
      order = run(order);
    }
  }

  /** An error, unlike an exception, ends the task, as Spark would have it. */
  private Order run(Order order) {
    Object result;
    try {
      Work<?> work = (Work<?>) Freight.unpack(order.work(), local);
      result = Freight.pack(work.run(), local);
    } catch (TaskKilledException killed) {
      throw killed;
    } catch (Exception failure) {
      task.killTaskIfInterrupted();
      return ask(order.errand(), SparkFailure.innermost(failure).toString(), null);
    }
    return ask(order.errand(), null, result);
  }

  private Order ask(long errand, String failure, Object result) {
    Call call = new Call(task.taskAttemptId(), executor, errand, failure, result);
    return Order.of(desk.askSync(call.wire(), WAIT, WIRE));
  }
}
