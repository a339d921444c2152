package io.ergodic.jobs.transport.standing;

import io.ergodic.jobs.spark.SparkFailure;
import io.ergodic.jobs.transport.RemoteTask;
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

/**
 * A standing Spark task: it requests a remote task from the driver, runs it, sends the result with
 * its next request, and ends when the reply says stop.
 */
final class TaskRunner {
  private static final ClassTag<Object[]> WIRE = ClassTag$.MODULE$.apply(Object[].class);

  /**
   * Longer than any training: an idle driver does not reply, which is no failure, and a driver that
   * has died ends the executor anyway.
   */
  private static final RpcTimeout REPLY_TIMEOUT =
      new RpcTimeout(new FiniteDuration(7, TimeUnit.DAYS), "the reply of a task pool");

  private final TaskContext context;
  private final RpcEndpointRef endpoint;
  private final String executor;
  private final boolean local;

  /**
   * @param endpoint name of the driver's RPC endpoint
   */
  TaskRunner(String endpoint, TaskContext context) {
    SparkEnv env = SparkEnv.get();
    this.context = context;
    this.endpoint = RpcUtils.makeDriverRef(endpoint, env.conf(), env.rpcEnv());
    this.executor = env.executorId();
    this.local = TaskSerializer.isLocal(executor);
  }

  void runUntilStopped() {
    TaskReply reply = request(TaskRequest.NONE, null, null);
    while (reply.number() != TaskReply.STOP) {
      reply = run(reply);
    }
  }

  /**
   * Runs a task, and requests the next one. An exception is reported to the driver; an error ends
   * the Spark task, as it does in Spark.
   */
  private TaskReply run(TaskReply reply) {
    Object result;
    try {
      RemoteTask<?> task = (RemoteTask<?>) TaskSerializer.deserialize(reply.task(), local);
      result = TaskSerializer.serialize(task.run(), local);
    } catch (TaskKilledException killed) {
      throw killed;
    } catch (Exception failure) {
      context.killTaskIfInterrupted();
      return request(reply.number(), SparkFailure.innermost(failure).toString(), null);
    }
    return request(reply.number(), null, result);
  }

  private TaskReply request(long task, String failure, Object result) {
    TaskRequest request = new TaskRequest(context.taskAttemptId(), executor, task, failure, result);
    return TaskReply.fromWire(endpoint.askSync(request.toWire(), REPLY_TIMEOUT, WIRE));
  }
}
