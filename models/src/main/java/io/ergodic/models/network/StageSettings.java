package io.ergodic.models.network;

import io.ergodic.datasets.registry.Setting;
import io.ergodic.models.block.ChannelMixer;
import io.ergodic.models.block.Downsampling;
import io.ergodic.models.block.LayerKind;
import io.ergodic.models.block.Norm;
import io.ergodic.models.block.TokenMixer;
import java.util.Optional;

/** A stage: layers of one kind, made smaller first where {@code down} says so. */
record StageSettings(
    @Setting(value = "number of layers; 0 for downsampling alone", fallback = "1", min = 0)
        int repeat,
    @Setting("before the layers") Optional<Downsampling> down,
    @Setting("a layer that is a block of its own; in place of token and channel")
        Optional<LayerKind> layer,
    @Setting("mixes tokens") Optional<TokenMixer> token,
    @Setting("changes the features of each token") Optional<ChannelMixer> channel,
    @Setting(value = "of the two mixers' inputs, or of their sums", fallback = "layer") Norm norm,
    @Setting(value = "how mixers are added", fallback = "form = pre") ResidualSettings residual) {}
