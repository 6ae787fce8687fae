package dev.grebe.sources.parquet;

import java.util.Arrays;

/** Encodings of texts whose lengths stand before them, in DELTA_BINARY_PACKED. */
final class DeltaTexts {
    private DeltaTexts() {}

    /** Encoding DELTA_LENGTH_BYTE_ARRAY: all lengths, then all bytes. */
    static final class Lengths implements Values {
        private final DeltaLongs lengths = new DeltaLongs(true);
        private byte[] data = {};
        private int from;
        private int end;
        private int index;
        private int at;

        @Override
        public void reset(byte[] data, int from, int end, int count) {
            lengths.reset(data, from, end, count);
            this.data = data;
            this.from = lengths.skipToEnd();
            this.end = end;
            rewind();
        }

        @Override
        public void texts(int[] indices, int[] slots, int n, TextSink sink) {
            for (int i = 0; i < n; i++) {
                seek(indices[i]);
                sink.text(slots[i], data, at, length());
            }
        }

        private void rewind() {
            index = 0;
            at = from;
        }

        private void seek(int to) {
            if (to < index) {
                rewind();
            }
            for (; index < to; index++) {
                at += length();
            }
        }

        private int length() {
            return checked(lengths.at(index), end - at, index);
        }
    }

    /** Encoding DELTA_BYTE_ARRAY: how much of the text before is kept, then the rest as above. */
    static final class Prefixes implements Values {
        private final DeltaLongs kept = new DeltaLongs(true);
        private final DeltaLongs added = new DeltaLongs(true);
        private byte[] data = {};
        private int from;
        private int end;
        private int at;
        private int index;
        private byte[] text = {};
        private int length;

        @Override
        public void reset(byte[] data, int from, int end, int count) {
            kept.reset(data, from, end, count);
            added.reset(data, kept.skipToEnd(), end, count);
            this.data = data;
            this.from = added.skipToEnd();
            this.end = end;
            rewind();
        }

        @Override
        public void texts(int[] indices, int[] slots, int n, TextSink sink) {
            for (int i = 0; i < n; i++) {
                if (indices[i] < index) {
                    rewind();
                }
                while (index < indices[i]) {
                    step();
                }
                sink.text(slots[i], text, 0, length);
            }
        }

        private void rewind() {
            at = from;
            index = -1;
            length = 0;
        }

        private void step() {
            index++;
            int prefix = checked(kept.at(index), length, index);
            int suffix = checked(added.at(index), end - at, index);
            if (text.length < prefix + suffix) {
                text = Arrays.copyOf(text, Math.max(prefix + suffix, 2 * text.length));
            }
            System.arraycopy(data, at, text, prefix, suffix);
            at += suffix;
            length = prefix + suffix;
        }
    }

    private static int checked(long length, int left, int index) {
        if (length < 0 || length > left) {
            throw new BadPage("value %d is %d bytes long, %d are left", index, length, left);
        }
        return (int) length;
    }
}
