package io.ergodic.jobs.crew;

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
 * Where members call, over the connections executors have to the driver anyhow: with Spark's
 * authentication and encryption where these are on, and no port of its own. A call is answered when
 * there is something to do.
 */
final class Desk implements ThreadSafeRpcEndpoint {
  private final RpcEnv network;
  private final Board board;
  private boolean closed;

  Desk(RpcEnv network, Board board) {
    this.network = network;
    this.board = board;
  }

  @Override
  public RpcEnv rpcEnv() {
    return network;
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
        called(Call.of((Object[]) message), order -> caller.reply(order.wire()));
        return (B) BoxedUnit.UNIT;
      }
    };
  }

  private void called(Call call, Consumer<Order> answer) {
    boolean leave;
    synchronized (board) {
      leave = closed;
      if (!leave) {
        board.idle(call, answer, System.nanoTime());
      }
    }
    if (leave) {
      answer.accept(new Order(Order.LEAVE, null));
    } else {
      assign();
    }
  }

  /** Gives out what can be given out, and wakes the driver. */
  void assign() {
    List<Board.Delivery> orders;
    synchronized (board) {
      orders = board.assign(System.nanoTime());
      board.notifyAll();
    }
    for (Board.Delivery order : orders) {
      Object work = Freight.pack(order.work(), Freight.local(order.executor()));
      order.answer().accept(new Order(order.number(), work));
    }
  }

  /** Gives out work from now on. */
  void open() {
    synchronized (board) {
      closed = false;
    }
  }

  /** Sends everybody home who waits, and who calls until it is open again. */
  void close() {
    List<Consumer<Order>> waiting;
    synchronized (board) {
      closed = true;
      waiting = board.dismiss();
    }
    waiting.forEach(answer -> answer.accept(new Order(Order.LEAVE, null)));
  }

  /** Notices members that end for whatever reason. The number of a member is that of its task. */
  SparkListener departures() {
    return new SparkListener() {
      @Override
      public void onTaskEnd(SparkListenerTaskEnd end) {
        synchronized (board) {
          board.left(end.taskInfo().taskId());
        }
        assign();
      }
    };
  }
}
