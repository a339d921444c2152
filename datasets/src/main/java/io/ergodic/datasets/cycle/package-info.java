/**
 * Fixed points and cycles of piecewise-linear maps, with their stability. Which regions an orbit
 * visits, and what pages make of either, is not told here.
 */
package io.ergodic.datasets.cycle;
