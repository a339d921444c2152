/**
 * Images sorted by class into folders, on disk or inside a tar archive: PNG and JPEG, told by their
 * content. What a header claims is compared with what is there before memory is taken; how samples
 * become bytes is a rule of settings, never a guess.
 */
package io.ergodic.datasets.file.image;
