/** What the rest of the module needs of Spark itself: the session, and its failures in words. */
package io.ergodic.jobs.spark;
