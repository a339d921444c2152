package io.ergodic.datasets.file.image;

/**
 * What an image file says of itself, checked against its length.
 *
 * @param channels of its colours: 1 for grey, 3 for all others; transparency does not count
 * @param bits of a sample: 8 or 16; fewer are scaled to 8
 */
record ImageHeader(int height, int width, int channels, int bits) {
  String text() {
    return height + "x" + width + "x" + channels;
  }
}
