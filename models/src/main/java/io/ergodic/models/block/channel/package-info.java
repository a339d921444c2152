/** Channel mixers: what changes the features of each token. */
package io.ergodic.models.block.channel;
