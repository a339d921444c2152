/** The command line: one class a command. */
package io.ergodic.jobs.command;
