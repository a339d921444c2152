/** Getting native libraries into a process without harm to its neighbours. No arithmetic. */
package io.ergodic.models.natives;
