package dev.grebe.sources.parquet;

import java.util.Arrays;

/**
 * Reads the compact protocol of Thrift as far as page headers and offset indexes need it: in place, without objects, with
 * every length checked against the bytes that are there.
 *
 * @see <a href="https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md">compact protocol</a>
 */
final class Thrift {
    static final int STOP = 0;
    static final int TRUE = 1;
    static final int FALSE = 2;
    static final int LIST = 9;
    static final int STRUCT = 12;

    private static final int BYTE = 3;
    private static final int I16 = 4;
    static final int I32 = 5;
    private static final int I64 = 6;
    private static final int DOUBLE = 7;
    static final int BINARY = 8;
    private static final int SET = 10;
    private static final int MAP = 11;
    private static final int UUID = 13;
    private static final int UUID_BYTES = 16;
    private static final int MAX_DEPTH = 16;

    private byte[] data = {};
    private int next;
    private int end;
    private int field;

    /** The bytes end within what is read: more of them may help. */
    static final class CutOff extends RuntimeException {
        private static final long serialVersionUID = 1L;

        CutOff() {
            super("the bytes end", null, false, false);
        }
    }

    void reset(byte[] data, int from, int end) {
        this.data = data;
        this.end = end;
        next = from;
    }

    /** The place behind what was read. */
    int place() {
        return next;
    }

    /** Enters a struct: the next {@link #type} counts fields from 0. Who leaves it calls {@link #leave}. */
    int enter() {
        int outer = field;
        field = 0;
        return outer;
    }

    /** @param outer what {@link #enter} gave */
    void leave(int outer) {
        field = outer;
    }

    /** The type of the next field, {@link #STOP} behind the last; its id is {@link #field}. */
    int type() {
        int header = nextByte() & 0xff;
        if (header == STOP) {
            return STOP;
        }
        int delta = header >>> 4;
        field = delta == 0 ? (int) zigzag() : field + delta;
        return header & 0xf;
    }

    int field() {
        return field;
    }

    /** @param type as {@link #type} gave it, which must be a 32-bit number */
    int int32(int type) {
        require(type == I32);
        return (int) zigzag();
    }

    long int64(int type) {
        require(type == I64);
        return zigzag();
    }

    /** Elements of a list of this type. */
    int list(int type, int element) {
        require(type == LIST);
        int header = nextByte() & 0xff;
        long size = header >>> 4 == 0xf ? varint() : header >>> 4;
        require((header & 0xf) == element && size >= 0);
        return count(size);
    }

    boolean[] bools(int type) {
        require(type == LIST);
        int header = nextByte() & 0xff;
        boolean[] values = new boolean[count(header >>> 4 == 0xf ? varint() : header >>> 4)];
        require((header & 0xf) == TRUE || (header & 0xf) == FALSE);
        for (int i = 0; i < values.length; i++) {
            values[i] = nextByte() == TRUE;
        }
        return values;
    }

    byte[][] binaries(int type) {
        byte[][] values = new byte[list(type, BINARY)][];
        for (int i = 0; i < values.length; i++) {
            long length = varint();
            int start = next;
            advance(length);
            values[i] = Arrays.copyOfRange(data, start, next);
        }
        return values;
    }

    long[] int64s(int type) {
        long[] values = new long[list(type, I64)];
        for (int i = 0; i < values.length; i++) {
            values[i] = zigzag();
        }
        return values;
    }

    void skip(int type) {
        skip(type, 0);
    }

    private void skip(int type, int depth) {
        require(depth < MAX_DEPTH);
        switch (type) {
            case TRUE, FALSE -> {}
            case BYTE -> advance(1);
            case I16, I32, I64 -> varint();
            case DOUBLE -> advance(Double.BYTES);
            case BINARY -> advance(varint());
            case UUID -> advance(UUID_BYTES);
            case LIST, SET -> skipList(depth);
            case MAP -> skipMap(depth);
            case STRUCT -> skipStruct(depth);
            default -> throw new BadPage("its header is damaged");
        }
    }

    private void skipList(int depth) {
        int header = nextByte() & 0xff;
        int size = count(header >>> 4 == 0xf ? varint() : header >>> 4);
        for (int i = 0; i < size; i++) {
            skipElement(header & 0xf, depth);
        }
    }

    private void skipMap(int depth) {
        int size = count(varint());
        int types = size == 0 ? 0 : nextByte() & 0xff;
        for (int i = 0; i < size; i++) {
            skipElement(types >>> 4, depth);
            skipElement(types & 0xf, depth);
        }
    }

    /** In collections a truth value takes a byte. */
    private void skipElement(int type, int depth) {
        skip(type == TRUE || type == FALSE ? BYTE : type, depth + 1);
    }

    private void skipStruct(int depth) {
        int outer = enter();
        for (int type = type(); type != STOP; type = type()) {
            skip(type, depth + 1);
        }
        leave(outer);
    }

    /** A collection's size: each element takes at least a byte. */
    private int count(long size) {
        if (size > end - next) {
            throw new CutOff();
        }
        require(size >= 0);
        return (int) size;
    }

    private void advance(long bytes) {
        require(bytes >= 0);
        if (bytes > end - next) {
            throw new CutOff();
        }
        next += (int) bytes;
    }

    private long zigzag() {
        long value = varint();
        return (value >>> 1) ^ -(value & 1);
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int part = nextByte();
            value |= (long) (part & 0x7f) << shift;
            if (part >= 0) {
                return value;
            }
        }
        throw new BadPage("its header is damaged");
    }

    private byte nextByte() {
        if (next >= end) {
            throw new CutOff();
        }
        return data[next++];
    }

    private static void require(boolean isGood) {
        if (!isGood) {
            throw new BadPage("its header is damaged");
        }
    }
}
