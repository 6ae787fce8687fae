package dev.grebe.engine.expr;

/**
 * Reads the text of an IP address with a prefix or without. One of IPv4 is 32 bits in {@link #low}, or, read as IPv6, the
 * 128 bits of {@code ::ffff:a.b.c.d}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4291#section-2.2">RFC 4291, 2.2, Text Representation of Addresses</a>
 */
final class Address {
    static final int V4_BITS = 32;
    static final int V6_BITS = 128;

    private static final int GROUPS = 8;
    private static final int NOWHERE = -1;
    private static final long MAPPED = 0xffffL << V4_BITS;

    private final int[] groups = new int[GROUPS];
    private long high;
    private long low;
    private int prefix;

    private byte[] text = {};
    private int at;
    private int end;

    /** The first 64 of 128 bits. */
    long high() {
        return high;
    }

    /** The last 64 of 128 bits, or the 32 of IPv4. */
    long low() {
        return low;
    }

    /** The prefix; all bits if there is none. */
    int prefix() {
        return prefix;
    }

    /** Whether it is an IPv4 address, which is then read. */
    boolean readV4(byte[] bytes, int start, int stop) {
        begin(bytes, start, stop);
        return quad() && readPrefix(V4_BITS);
    }

    /** Whether it is an IPv6 address, or one of IPv4, which is then read. */
    boolean readV6(byte[] bytes, int start, int stop) {
        begin(bytes, start, stop);
        if (quad()) {
            return mapped();
        }
        begin(bytes, start, stop);
        at = Math.min(end, start + 2);
        if (end - start > 2 && bytes[start] == ':' && bytes[start + 1] == ':' && quad()) {
            return mapped();
        }
        begin(bytes, start, stop);
        return groups() && readPrefix(V6_BITS);
    }

    private void begin(byte[] bytes, int start, int stop) {
        text = bytes;
        at = start;
        end = stop;
        high = 0;
    }

    private boolean mapped() {
        low |= MAPPED;
        boolean isRead = readPrefix(V4_BITS);
        prefix += V6_BITS - V4_BITS;
        return isRead;
    }

    /** Four numbers between points, up to the end or a slash. */
    private boolean quad() {
        low = 0;
        for (int i = 0; i < 4; i++) {
            if (i > 0 && !isNext('.')) {
                return false;
            }
            int number = number(255);
            if (number < 0) {
                return false;
            }
            low = low << 8 | number;
        }
        return at == end || text[at] == '/';
    }

    private boolean groups() {
        int count = 0;
        int gap = NOWHERE;
        if (startsWithColons()) {
            gap = 0;
            at += 2;
        }
        while (at < end && text[at] != '/') {
            if (count == GROUPS || count > 0 && gap != count && !isNext(':')) {
                return false;
            }
            if (count > 0 && gap != count && isNext(':')) {
                if (gap != NOWHERE) {
                    return false;
                }
                gap = count;
                continue;
            }
            int begin = at;
            if (count <= GROUPS - 2 && quad()) {
                groups[count++] = (int) (low >> 16);
                groups[count++] = (int) (low & 0xffff);
                break;
            }
            at = begin;
            int group = group();
            if (group < 0) {
                return false;
            }
            groups[count++] = group;
        }
        return gap == NOWHERE ? count == GROUPS && joined(count, count) : count < GROUPS && joined(count, gap);
    }

    private boolean startsWithColons() {
        return end - at >= 2 && text[at] == ':' && text[at + 1] == ':';
    }

    /** Up to four hexadecimal digits; negative if there are none or more. */
    private int group() {
        int value = 0;
        int digits = 0;
        while (at < end && Character.digit(text[at], 16) >= 0) {
            value = value << 4 | Character.digit(text[at], 16);
            at++;
            if (++digits > 4) {
                return NOWHERE;
            }
        }
        return digits == 0 ? NOWHERE : value;
    }

    /** The bits of so many groups, with zeros in the gap before the group of that number. */
    private boolean joined(int count, int gap) {
        high = 0;
        low = 0;
        for (int i = 0; i < GROUPS; i++) {
            int from = i < gap ? i : i - (GROUPS - count);
            int group = i < gap || from >= gap ? groups[from] : 0;
            high = high << 16 | low >>> 48;
            low = low << 16 | group;
        }
        return true;
    }

    /** The rest is a slash and a prefix, or nothing. */
    private boolean readPrefix(int most) {
        prefix = most;
        if (at == end) {
            return true;
        }
        prefix = isNext('/') ? number(most) : NOWHERE;
        return prefix >= 0 && at == end;
    }

    /** A decimal number without zeros in front, negative if there is none or it is greater. */
    private int number(int most) {
        int begin = at;
        int value = 0;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            value = value * 10 + text[at] - '0';
            if (value > most) {
                return NOWHERE;
            }
            at++;
        }
        boolean hasZeros = at - begin > 1 && text[begin] == '0';
        return at == begin || hasZeros ? NOWHERE : value;
    }

    private boolean isNext(char c) {
        boolean found = at < end && text[at] == c;
        at += found ? 1 : 0;
        return found;
    }
}
