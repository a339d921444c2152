package io.ergodic.datasets.kind.tokens;

import com.google.auto.service.AutoService;
import io.ergodic.datasets.data.Split;
import io.ergodic.datasets.kind.Assembler;
import io.ergodic.datasets.kind.Cells;
import io.ergodic.datasets.kind.Column;
import io.ergodic.datasets.kind.DataKind;
import io.ergodic.datasets.kind.IndexedAssembler;
import io.ergodic.datasets.kind.LocalArrays;
import io.ergodic.datasets.manifest.Manifest;
import io.ergodic.datasets.manifest.Schema;
import io.ergodic.datasets.manifest.SplitCount;
import io.ergodic.datasets.scale.Moments;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The kind {@code tokens}: counted by token, nothing of it is scaled. */
@AutoService(DataKind.class)
@SuppressWarnings("rawtypes") // a service is named without its parameters
public final class TokensKind implements DataKind<TokenPiece, TokenDataset> {
  @Override
  public String name() {
    return TokenDataset.KIND;
  }

  @Override
  public String rowName() {
    return "token_piece";
  }

  @Override
  public List<Column<TokenPiece>> columns(Schema schema) {
    return List.of(
        Column.text("split", row -> row.split().label()),
        Column.whole("index", TokenPiece::index),
        Column.integers("tokens", TokenPiece.LONGEST, TokenPiece::tokens));
  }

  @Override
  public TokenPiece row(Cells cells, Schema schema) {
    return new TokenPiece(Split.of(cells.text(0)), cells.whole(1), cells.integers(2));
  }

  @Override
  public SplitCount count(TokenPiece row) {
    return new SplitCount(1, row.tokens().length);
  }

  @Override
  public int scaled(Schema schema) {
    return 0;
  }

  @Override
  public void observe(TokenPiece row, Schema schema, Moments moments) {}

  @Override
  public Assembler<TokenPiece, TokenDataset> assembler(Manifest manifest) {
    int vocabulary = manifest.schema().size(TokenDataset.VOCABULARY);
    return new IndexedAssembler<>(
        manifest,
        "piece",
        row -> fault(row, vocabulary),
        splits -> new TokenDataset(manifest, splits));
  }

  private static String fault(TokenPiece row, int vocabulary) {
    for (int token : row.tokens()) {
      if (token < 0 || token >= vocabulary) {
        return "token " + token + " of a vocabulary of " + vocabulary;
      }
    }
    return row.tokens().length == 0 ? "no tokens" : null;
  }

  @Override
  public long bytes(TokenDataset dataset, Split split) {
    return dataset.pieces(split).stream()
        .mapToLong(piece -> (long) Integer.BYTES * piece.tokens().length)
        .sum();
  }

  @Override
  public void spill(TokenDataset dataset, Split split, DataOutputStream out) throws IOException {
    out.writeInt(dataset.pieces(split).size());
    for (TokenPiece piece : dataset.pieces(split)) {
      out.writeLong(piece.index());
      LocalArrays.write(piece.tokens(), out);
    }
  }

  @Override
  public TokenDataset restore(Manifest manifest, Split split, DataInputStream in)
      throws IOException {
    List<TokenPiece> pieces = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      long index = in.readLong();
      pieces.add(new TokenPiece(split, index, LocalArrays.integers(in)));
    }
    return new TokenDataset(manifest, Map.of(split, pieces));
  }
}
