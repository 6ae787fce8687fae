package dev.grebe.spark;

import dev.grebe.data.Column;
import dev.grebe.plan.Type;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Columns of every type and kind with what Spark must read from them. Arrays are longer than there are rows, and where a
 * row is null they hold a wrong value: both are allowed.
 */
final class Examples {
    private static final int SPARE = 3;

    private final List<Example> examples = new ArrayList<>();

    /** @param values what Spark reads; null where it must see null */
    record Example(String name, Type type, Column column, List<Object> values) {
        @Override
        public String toString() {
            return name;
        }
    }

    private Examples() {
        add(
                "BOOL",
                Type.BOOL,
                new Column.Bools(3, new boolean[] {true, false, true, false}, Column.NO_NULLS),
                true,
                false,
                true);
        add(
                "BOOL with a null",
                Type.BOOL,
                new Column.Bools(3, new boolean[] {true, true, false}, marks(1)),
                true,
                null,
                false);
        add(
                "LONG",
                Type.LONG,
                longs(Column.NO_NULLS, Long.MIN_VALUE, -1, Long.MAX_VALUE),
                Long.MIN_VALUE,
                -1L,
                Long.MAX_VALUE);
        add("LONG with a null", Type.LONG, longs(marks(0), 7, 0, 4624), null, 0L, 4624L);
        add(
                "TIMESTAMP",
                Type.TIMESTAMP,
                longs(Column.NO_NULLS, 16_006_186_165_970_000L, 15, -15),
                1_600_618_616_597_000L,
                1L,
                -2L);
        add("TIMESTAMP with a null", Type.TIMESTAMP, longs(marks(2), 10, 0, 99), 1L, 0L, null);
        add("DURATION", Type.DURATION, longs(Column.NO_NULLS, 600_000_000, -1, 9), 60_000_000L, -1L, 0L);
        add("DURATION with a null", Type.DURATION, longs(marks(1), 10, 99, -10), 1L, null, -1L);
        add("DOUBLE", Type.DOUBLE, doubles(Column.NO_NULLS, -0.0, Double.NaN, 1e308), -0.0, Double.NaN, 1e308);
        add(
                "DOUBLE with a null",
                Type.DOUBLE,
                doubles(marks(0), 9.5, Double.NEGATIVE_INFINITY, 0.5),
                null,
                Double.NEGATIVE_INFINITY,
                0.5);
        add("STRING", Type.STRING, bytes("cmd.exe", "", "größer 😀"), "cmd.exe", "", "größer 😀");
        add("DYNAMIC", Type.DYNAMIC, bytes("[]", "null", "\"é\""), "[]", "null", "\"é\"");
        add("DYNAMIC with a null", Type.DYNAMIC, bytes("{\"a\":1}", "", "null"), "{\"a\":1}", null, "null");
        add("nothing", Type.LONG, new Column.Longs(0, new long[SPARE], Column.NO_NULLS));
        List.copyOf(examples).forEach(this::addCoded);
    }

    /** All of them, each kind of values also behind a dictionary. */
    static List<Example> all() {
        return List.copyOf(new Examples().examples);
    }

    private void add(String name, Type type, Column column, Object... values) {
        examples.add(new Example(name, type, column, Arrays.asList(values)));
    }

    /** The rows backwards, the first once more, and without a value where the type has null. */
    private void addCoded(Example plain) {
        int size = plain.values().size();
        boolean hasNull = plain.type() != Type.STRING;
        int[] ids = new int[size + 2 + SPARE];
        Arrays.fill(ids, Integer.MAX_VALUE);
        List<Object> values = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            ids[i] = size - 1 - i;
            values.add(plain.values().get(ids[i]));
        }
        if (size > 0) {
            ids[values.size()] = 0;
            values.add(plain.values().get(0));
        }
        if (hasNull) {
            ids[values.size()] = -1;
            values.add(null);
        }
        Column coded = new Column.Dictionary(values.size(), ids, plain.column());
        examples.add(new Example(plain.name() + ", coded", plain.type(), coded, values));
    }

    private static boolean[] marks(int row) {
        boolean[] nulls = new boolean[3];
        nulls[row] = true;
        return nulls;
    }

    private static Column longs(boolean[] nulls, long... values) {
        return new Column.Longs(values.length, Arrays.copyOf(values, values.length + SPARE), nulls);
    }

    private static Column doubles(boolean[] nulls, double... values) {
        return new Column.Doubles(values.length, Arrays.copyOf(values, values.length + SPARE), nulls);
    }

    /** Texts in one array in another order than that of the rows, with bytes between them that are nobody's. */
    private static Column bytes(String... texts) {
        int[] starts = new int[texts.length + SPARE];
        int[] lengths = new int[texts.length + SPARE];
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int row = texts.length - 1; row >= 0; row--) {
            all.write('#');
            byte[] text = texts[row].getBytes(StandardCharsets.UTF_8);
            starts[row] = all.size();
            lengths[row] = text.length;
            all.writeBytes(text);
        }
        return new Column.Bytes(texts.length, all.toByteArray(), starts, lengths);
    }
}
