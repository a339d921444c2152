/** What a trial leaves behind: scores, artefacts for the report, and its provenance. */
package io.ergodic.evaluation.result;
