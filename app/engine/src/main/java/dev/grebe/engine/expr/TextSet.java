package dev.grebe.engine.expr;

import java.util.Arrays;
import java.util.List;

/**
 * Equality with one of many literals: a hash table with open addressing, behind a look at length and first byte that most
 * texts do not pass.
 */
final class TextSet implements TextMatcher {
    /** No literal of the table: the empty one is not in it. */
    private static final byte[] FREE = {};

    private final boolean ignoreCase;
    private final boolean[] hasLength;
    private final boolean[] hasFirst = new boolean[256];
    private final boolean hasEmpty;
    private final byte[][] table;

    /** Literals are folded if case is ignored. */
    TextSet(List<byte[]> literals, boolean ignoreCase) {
        this.ignoreCase = ignoreCase;
        hasLength = new boolean
                [literals.stream().mapToInt(literal -> literal.length).max().orElse(-1) + 1];
        hasEmpty = literals.stream().anyMatch(literal -> literal.length == 0);
        table = new byte[Math.max(4, Integer.highestOneBit(literals.size()) * 4)][];
        Arrays.fill(table, FREE);
        literals.stream().filter(literal -> literal.length > 0).forEach(this::add);
    }

    private void add(byte[] literal) {
        hasLength[literal.length] = true;
        byte first = literal[0];
        hasFirst[first & 0xff] = true;
        if (ignoreCase) {
            hasFirst[Folding.upper(first) & 0xff] = true;
        }
        int slot = slot(literal, 0, literal.length);
        while (table[slot] != FREE) {
            slot = slot + 1 & table.length - 1;
        }
        table[slot] = literal;
    }

    @Override
    public boolean matches(byte[] bytes, int start, int length) {
        if (length == 0) {
            return hasEmpty;
        }
        if (length >= hasLength.length || !hasLength[length] || !hasFirst[bytes[start] & 0xff]) {
            return false;
        }
        int slot = slot(bytes, start, length);
        for (byte[] literal = table[slot]; literal != FREE; literal = table[slot]) {
            if (literal.length == length && Folding.matches(bytes, start, literal, ignoreCase)) {
                return true;
            }
            slot = slot + 1 & table.length - 1;
        }
        return false;
    }

    private int slot(byte[] bytes, int start, int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = hash * 31 + (ignoreCase ? Folding.lower(bytes[i]) : bytes[i]);
        }
        return (hash ^ hash >>> 15) & table.length - 1;
    }
}
