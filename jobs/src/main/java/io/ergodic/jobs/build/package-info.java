/** Which version and commit of Ergodic is running. Depends on nothing. */
package io.ergodic.jobs.build;
