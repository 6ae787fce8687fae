package dev.grebe.sources.parquet;

/** Encoding PLAIN. */
final class PlainValues {
    private PlainValues() {}

    /** Values of a fixed number of bytes. */
    abstract static class Fixed implements Values {
        private final int width;
        protected byte[] data = {};
        protected int from;

        Fixed(int width) {
            this.width = width;
        }

        @Override
        public void reset(byte[] data, int from, int end, int count) {
            if ((long) count * width != end - from) {
                throw new BadPage(
                        "it holds %d bytes of values, %d values take %d", end - from, count, (long) count * width);
            }
            this.data = data;
            this.from = from;
        }
    }

    static final class Ints extends Fixed {
        Ints() {
            super(Integer.BYTES);
        }

        @Override
        public void longs(int[] indices, int n, long[] out) {
            for (int i = 0; i < n; i++) {
                out[i] = Bits.intAt(data, from + indices[i] * Integer.BYTES);
            }
        }
    }

    static final class Longs extends Fixed {
        Longs() {
            super(Long.BYTES);
        }

        @Override
        public void longs(int[] indices, int n, long[] out) {
            for (int i = 0; i < n; i++) {
                out[i] = Bits.longAt(data, from + indices[i] * Long.BYTES);
            }
        }
    }

    /** INT96, as ticks; {@link Times#BAD} where that is no time of years 1 to 9999. */
    static final class Int96 extends Fixed {
        private static final int WIDTH = 12;

        Int96() {
            super(WIDTH);
        }

        @Override
        public void longs(int[] indices, int n, long[] out) {
            for (int i = 0; i < n; i++) {
                int at = from + indices[i] * WIDTH;
                out[i] = Times.int96(Bits.longAt(data, at), Bits.intAt(data, at + Long.BYTES));
            }
        }
    }

    /** Truth values, a bit each. */
    static final class Bools implements Values {
        private byte[] data = {};
        private int from;

        @Override
        public void reset(byte[] data, int from, int end, int count) {
            if ((count + 7L) / 8 != end - from) {
                throw new BadPage(
                        "it holds %d bytes of values, %d truth values take %d", end - from, count, (count + 7L) / 8);
            }
            this.data = data;
            this.from = from;
        }

        @Override
        public void longs(int[] indices, int n, long[] out) {
            for (int i = 0; i < n; i++) {
                out[i] = Bits.packed(data, from, indices[i], 1);
            }
        }
    }

    /** Byte arrays of one length. */
    static final class FixedTexts extends Fixed {
        private final int length;

        FixedTexts(int length) {
            super(length);
            this.length = length;
        }

        @Override
        public void longs(int[] indices, int n, long[] out) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void texts(int[] indices, int[] slots, int n, TextSink sink) {
            for (int i = 0; i < n; i++) {
                sink.text(slots[i], data, from + indices[i] * length, length);
            }
        }
    }

    /** Byte arrays, each behind its length: found by hopping from one to the next. */
    static final class Texts implements Values {
        private byte[] data = {};
        private int from;
        private int end;
        private int count;
        private int index;
        private int at;

        @Override
        public void reset(byte[] data, int from, int end, int count) {
            if ((long) count * Integer.BYTES > end - from) {
                throw new BadPage("it holds %d bytes of values, %d texts take more", end - from, count);
            }
            this.data = data;
            this.from = from;
            this.end = end;
            this.count = count;
            index = 0;
            at = from;
        }

        @Override
        public void requireWhole() {
            int indexBefore = index;
            int atBefore = at;
            hop(count);
            if (at != end) {
                throw new BadPage("its %d values end %d bytes before it does", count, end - at);
            }
            index = indexBefore;
            at = atBefore;
        }

        @Override
        public void texts(int[] indices, int[] slots, int n, TextSink sink) {
            for (int i = 0; i < n; i++) {
                hop(indices[i]);
                sink.text(slots[i], data, at + Integer.BYTES, length());
            }
        }

        /** The loop that a sparse round spends most on: all in locals, one load a value. */
        private void hop(int to) {
            boolean isAhead = to >= index;
            int last = end - Integer.BYTES;
            int place = isAhead ? at : from;
            for (int i = isAhead ? index : 0; i < to; i++) {
                int length = place > last ? -1 : Bits.intAt(data, place);
                if (length < 0 || length > last - place) {
                    throw tooLong(i, length, last - place);
                }
                place += Integer.BYTES + length;
            }
            index = to;
            at = place;
        }

        private int length() {
            int left = end - Integer.BYTES - at;
            int length = left < 0 ? -1 : Bits.intAt(data, at);
            if (length < 0 || length > left) {
                throw tooLong(index, length, left);
            }
            return length;
        }

        private static BadPage tooLong(int index, int length, int left) {
            return new BadPage("value %d is %d bytes long, %d are left", index, length, Math.max(0, left));
        }
    }
}
