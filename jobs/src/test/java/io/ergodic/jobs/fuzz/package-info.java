/**
 * Every reader of files is given damaged ones: valid files with bits turned, ends cut off, numbers
 * made extreme, pieces of other files put in. Whatever they are, a reader gives an answer, or says
 * in a sentence what is wrong with which file; it takes no more memory or time than the file can
 * account for. The draws are the same every time. More of them: {@code
 * -Djqwik.tries.default=100000}.
 */
package io.ergodic.jobs.fuzz;
