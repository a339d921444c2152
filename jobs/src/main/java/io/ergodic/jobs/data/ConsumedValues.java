package io.ergodic.jobs.data;

import io.ergodic.datasets.kind.ValueSink;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands the values of cells to Parquet; arrays become lists. */
final class ConsumedValues implements ValueSink {
  private static final String LIST = "list";
  private static final String ELEMENT = "element";

  private final RecordConsumer consumer;

  ConsumedValues(RecordConsumer consumer) {
    this.consumer = consumer;
  }

  @Override
  public void text(String value) {
    consumer.addBinary(Binary.fromString(value));
  }

  @Override
  public void integer(int value) {
    consumer.addInteger(value);
  }

  @Override
  public void whole(long value) {
    consumer.addLong(value);
  }

  @Override
  public void number(double value) {
    consumer.addDouble(value);
  }

  @Override
  public void bytes(byte[] value) {
    consumer.addBinary(Binary.fromConstantByteArray(value));
  }

  @Override
  public void integers(int[] values) {
    startList(values.length);
    for (int value : values) {
      startElement();
      consumer.addInteger(value);
      endElement();
    }
    endList(values.length);
  }

  @Override
  public void floats(float[] values) {
    startList(values.length);
    for (float value : values) {
      startElement();
      consumer.addFloat(value);
      endElement();
    }
    endList(values.length);
  }

  @Override
  public void doubles(double[] values) {
    startList(values.length);
    for (double value : values) {
      startElement();
      consumer.addDouble(value);
      endElement();
    }
    endList(values.length);
  }

  private void startList(int length) {
    consumer.startGroup();
    if (length > 0) {
      consumer.startField(LIST, 0);
    }
  }

  private void endList(int length) {
    if (length > 0) {
      consumer.endField(LIST, 0);
    }
    consumer.endGroup();
  }

  private void startElement() {
    consumer.startGroup();
    consumer.startField(ELEMENT, 0);
  }

  private void endElement() {
    consumer.endField(ELEMENT, 0);
    consumer.endGroup();
  }
}
