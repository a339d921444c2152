package io.ergodic.jobs.transport;

import java.io.Serializable;

/** The address of a process's block store. */
public record BlockLocation(String executor, String host, int port) implements Serializable {}
