package dev.grebe.sources.parquet;

import dev.grebe.plugin.Reason;

/**
 * Looks over the schema in a footer's bytes for what a parser drops in silence: a damaged field header turns a column's
 * annotation into a field that nobody knows, and decimals into whole numbers.
 */
final class SchemaScan {
    private static final int SCHEMA = 2;
    private static final int LAST_FIELD = 10;
    private static final int NAME = 4;

    private SchemaScan() {}

    /** @throws BadPage if an element of the schema has a field that is unknown, or of another type than it has */
    static void check(byte[] footer, int from, int end) {
        Thrift thrift = new Thrift();
        thrift.reset(footer, from, end);
        try {
            thrift.enter();
            for (int type = thrift.type(); type != Thrift.STOP; type = thrift.type()) {
                if (thrift.field() == SCHEMA) {
                    checkElements(thrift, thrift.list(type, Thrift.STRUCT));
                    return;
                }
                thrift.skip(type);
            }
        } catch (Thrift.CutOff e) {
            throw new BadPage(Reason.BAD_FOOTER, "the footer is damaged: its schema is cut off");
        }
    }

    private static void checkElements(Thrift thrift, int count) {
        for (int i = 0; i < count; i++) {
            int outer = thrift.enter();
            for (int type = thrift.type(); type != Thrift.STOP; type = thrift.type()) {
                int field = thrift.field();
                int expected = field == NAME ? Thrift.BINARY : field == LAST_FIELD ? Thrift.STRUCT : Thrift.I32;
                if (field < 1 || field > LAST_FIELD || type != expected) {
                    throw new BadPage(
                            Reason.BAD_FOOTER,
                            "the footer is damaged: element %d of its schema has a field %d",
                            i,
                            field);
                }
                thrift.skip(type);
            }
            thrift.leave(outer);
        }
    }
}
