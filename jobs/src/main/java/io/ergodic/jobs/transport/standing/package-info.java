/**
 * The standing transport: one Spark job whose tasks stay and request remote tasks from the driver,
 * and blocks of vectors that executors fetch from each other. This is the only package that uses
 * Spark's private classes (RPC, block manager, block transfer).
 */
package io.ergodic.jobs.transport.standing;
