/** Rules of the project's structure, checked on its own classes and source folders. */
package io.ergodic.jobs.architecture;
