/** Which version, commit and classes of Ergodic are running. Knows no other package. */
package io.ergodic.jobs.build;
