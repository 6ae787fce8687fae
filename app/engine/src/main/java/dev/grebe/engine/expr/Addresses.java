package dev.grebe.engine.expr;

import dev.grebe.plan.Function;

/** Functions of IP addresses. What is no address gives null. */
final class Addresses {
    private static final long[][] PRIVATE = {{0x0a000000L, 8}, {0xac100000L, 12}, {0xc0a80000L, 16}};

    private Addresses() {}

    /** {@link Function#PARSE_IPV4}. */
    static RowFunction.OfNumber parse() {
        Address address = new Address();
        return row -> address.readV4(row.bytes(0), row.start(0), row.end(0))
                ? masked(address.low(), address.prefix(), Address.V4_BITS)
                : RowFunction.NOTHING;
    }

    /** {@link Function#IPV4_IS_PRIVATE}. */
    static RowFunction.OfNumber isPrivate() {
        Address address = new Address();
        return row -> {
            if (!address.readV4(row.bytes(0), row.start(0), row.end(0))) {
                return RowFunction.NOTHING;
            }
            long bits = masked(address.low(), address.prefix(), Address.V4_BITS);
            for (long[] range : PRIVATE) {
                if (masked(bits, (int) range[1], Address.V4_BITS) == range[0]) {
                    return 1;
                }
            }
            return 0;
        };
    }

    /** {@link Function#IPV4_IS_MATCH}, {@link Function#IPV6_IS_MATCH}. */
    static RowFunction.OfNumber isMatch(int bits) {
        Pair pair = new Pair(bits);
        return row -> {
            long prefix = row.whole(2);
            if (prefix < 0 || prefix > bits || !pair.readLeft(row) || !pair.readRight(row, 1)) {
                return RowFunction.NOTHING;
            }
            return pair.areEqual((int) Math.min(prefix, Math.min(pair.left.prefix(), pair.right.prefix())));
        };
    }

    /** {@link Function#IPV4_IS_IN_RANGE}, {@link Function#IPV6_IS_IN_RANGE}. */
    static RowFunction.OfNumber isInRange(int bits) {
        Pair pair = new Pair(bits);
        return row -> pair.readLeft(row) && pair.readRight(row, 1) ? pair.isInRange() : RowFunction.NOTHING;
    }

    /** {@link Function#IPV4_IS_IN_ANY_RANGE}. */
    static RowFunction.OfNumber isInAnyRange() {
        Pair pair = new Pair(Address.V4_BITS);
        JsonItems items = new JsonItems();
        TextBuffer text = new TextBuffer();
        return row -> {
            byte[] json = row.bytes(1);
            if (!items.openArray(json, row.start(1), row.length(1))) {
                return RowFunction.NOTHING;
            }
            boolean isAddress = pair.readLeft(row);
            long verdict = 0;
            while (items.next()) {
                text.clear();
                if (!items.isNull()) {
                    JsonText.write(json, items.start(), items.length(), text);
                }
                if (!isAddress || !pair.readRight(text.bytes(), 0, text.length())) {
                    verdict = RowFunction.NOTHING;
                } else if (pair.isInRange() == 1) {
                    return 1;
                }
            }
            return verdict;
        };
    }

    private static long masked(long value, int prefix, int bits) {
        int rest = bits - prefix;
        return rest >= Long.SIZE ? 0 : value >> rest << rest;
    }

    /** Two addresses that are compared. */
    private static final class Pair {
        private final int bits;
        private final Address left = new Address();
        private final Address right = new Address();

        /** @param bits those of an address */
        Pair(int bits) {
            this.bits = bits;
        }

        boolean readLeft(Arguments row) {
            return read(left, row.bytes(0), row.start(0), row.end(0));
        }

        boolean readRight(Arguments row, int index) {
            return readRight(row.bytes(index), row.start(index), row.end(index));
        }

        boolean readRight(byte[] text, int start, int end) {
            return read(right, text, start, end);
        }

        private boolean read(Address into, byte[] text, int start, int end) {
            return bits == Address.V4_BITS ? into.readV4(text, start, end) : into.readV6(text, start, end);
        }

        /** 1 if so many bits from the first one on are equal, else 0. */
        long areEqual(int prefix) {
            return areEqual(left.high(), left.low(), prefix);
        }

        /** 1 if the left one, masked by its own prefix, lies in the range that the right one is, else 0. */
        long isInRange() {
            int own = left.prefix();
            return areEqual(maskedHigh(left.high(), own), maskedLow(left.low(), own), right.prefix());
        }

        private long areEqual(long high, long low, int prefix) {
            boolean equal = maskedHigh(high, prefix) == maskedHigh(right.high(), prefix)
                    && maskedLow(low, prefix) == maskedLow(right.low(), prefix);
            return equal ? 1 : 0;
        }

        private long maskedHigh(long value, int prefix) {
            return bits == Address.V4_BITS ? 0 : masked(value, Math.min(prefix, Long.SIZE), Long.SIZE);
        }

        private long maskedLow(long value, int prefix) {
            return bits == Address.V4_BITS
                    ? masked(value, prefix, bits)
                    : masked(value, Math.max(prefix - Long.SIZE, 0), Long.SIZE);
        }
    }
}
