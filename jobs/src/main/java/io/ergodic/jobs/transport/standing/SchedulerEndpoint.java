package io.ergodic.jobs.transport.standing;

import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.rpc.RpcCallContext;
import org.apache.spark.rpc.RpcEnv;
import org.apache.spark.rpc.ThreadSafeRpcEndpoint;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import scala.Function1;
import scala.PartialFunction;
import scala.runtime.AbstractPartialFunction;
import scala.runtime.BoxedUnit;

/**
 * The driver's RPC endpoint, which receives the runners' requests. It uses the connections that
 * executors have to the driver anyway, with Spark's authentication and encryption where these are
 * on, and opens no port. It replies to a request as soon as the scheduler has a task for the
 * runner.
 */
final class SchedulerEndpoint implements ThreadSafeRpcEndpoint {
  private final RpcEnv rpcEnv;
  private final TaskScheduler scheduler;
  private boolean closed;

  SchedulerEndpoint(RpcEnv rpcEnv, TaskScheduler scheduler) {
    this.rpcEnv = rpcEnv;
    this.scheduler = scheduler;
  }

  @Override
  public RpcEnv rpcEnv() {
    return rpcEnv;
  }

  @Override
  public PartialFunction<Object, BoxedUnit> receiveAndReply(RpcCallContext caller) {
    return new AbstractPartialFunction<>() {
      @Override
      public boolean isDefinedAt(Object message) {
        return message instanceof Object[];
      }

      @Override
      @SuppressWarnings("unchecked")
      public <A extends Object, B> B applyOrElse(A message, Function1<A, B> otherwise) {
        receive(TaskRequest.fromWire((Object[]) message), reply -> caller.reply(reply.toWire()));
        return (B) BoxedUnit.UNIT;
      }
    };
  }

  private void receive(TaskRequest request, Consumer<TaskReply> replyTo) {
    boolean stop;
    synchronized (scheduler) {
      stop = closed;
      if (!stop) {
        scheduler.receive(request, replyTo, System.nanoTime());
      }
    }
    if (stop) {
      replyTo.accept(new TaskReply(TaskReply.STOP, null));
    } else {
      dispatch();
    }
  }

  /** Sends the tasks that the scheduler assigns now, and wakes the thread that runs the batch. */
  void dispatch() {
    List<TaskScheduler.Dispatch> dispatches;
    synchronized (scheduler) {
      dispatches = scheduler.assign(System.nanoTime());
      scheduler.notifyAll();
    }
    for (TaskScheduler.Dispatch dispatch : dispatches) {
      Object task =
          TaskSerializer.serialize(dispatch.task(), TaskSerializer.isLocal(dispatch.executor()));
      dispatch.replyTo().accept(new TaskReply(dispatch.number(), task));
    }
  }

  /** Lets runners stay from now on. */
  void open() {
    synchronized (scheduler) {
      closed = false;
    }
  }

  /** Stops all idle runners, and every runner that sends a request until {@link #open}. */
  void close() {
    List<Consumer<TaskReply>> idle;
    synchronized (scheduler) {
      closed = true;
      idle = scheduler.removeIdle();
    }
    idle.forEach(replyTo -> replyTo.accept(new TaskReply(TaskReply.STOP, null)));
  }

  /** A listener that removes a runner when its Spark task ends for whatever reason. */
  SparkListener taskEndListener() {
    return new SparkListener() {
      @Override
      public void onTaskEnd(SparkListenerTaskEnd end) {
        synchronized (scheduler) {
          scheduler.remove(end.taskInfo().taskId());
        }
        dispatch();
      }
    };
  }
}
