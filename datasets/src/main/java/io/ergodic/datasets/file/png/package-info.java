/** PNG images sorted by class into folders, on disk or inside a tar archive. */
package io.ergodic.datasets.file.png;
