package io.ergodic.datasets.file.text;

import io.ergodic.datasets.kind.tokens.TokenPiece;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.source.DatasetPlan;
import io.ergodic.datasets.source.RowSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Pieces of a text, dealt out to shards in their order. */
record TextPlan(Schema schema, List<TokenPiece> pieces, int shardCount, List<Path> inputs)
    implements DatasetPlan {
  @Override
  public void produce(int shard, RowSink sink) throws IOException {
    int from = (int) ((long) pieces.size() * shard / shardCount);
    int to = (int) ((long) pieces.size() * (shard + 1) / shardCount);
    for (TokenPiece piece : pieces.subList(from, to)) {
      sink.accept(piece);
    }
  }
}
