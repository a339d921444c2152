/** Stored models on a user's own files: {@code ergodic predict}. One prediction form a task. */
package io.ergodic.jobs.predict;
