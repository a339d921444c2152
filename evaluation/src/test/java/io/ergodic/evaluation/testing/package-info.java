/** What several tests of this module need: small maps and datasets. */
package io.ergodic.evaluation.testing;
