package dev.grebe.spark;

import dev.grebe.data.Column;
import dev.grebe.plan.Type;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Decimal;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarArray;
import org.apache.spark.sql.vectorized.ColumnarMap;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A column as Spark sees it, over the same arrays. Spark counts times and spans in microseconds, so the seventh digit
 * is floored away; DYNAMIC is its JSON text.
 */
final class ColumnAsVector extends ColumnVector {
    private static final int TICKS_PER_MICROSECOND = 10;

    private final Type declared;
    private final Column column;

    ColumnAsVector(Type type, Column column) {
        super(sparkType(type));
        declared = type;
        this.column = column;
    }

    private static DataType sparkType(Type type) {
        return switch (type) {
            case BOOL -> DataTypes.BooleanType;
            case LONG -> DataTypes.LongType;
            case DOUBLE -> DataTypes.DoubleType;
            case STRING, DYNAMIC -> DataTypes.StringType;
            case TIMESTAMP -> DataTypes.TimestampType;
            case DURATION -> DataTypes.createDayTimeIntervalType();
        };
    }

    // Spark reads whole runs of rows, the null ones among them: accessors must not fail there. What they give is free
    // for
    // numbers, and null for text.

    /** Where the values are: behind a dictionary, or the column itself. */
    private Column values() {
        return column instanceof Column.Dictionary dictionary ? dictionary.values() : column;
    }

    private int place(int row) {
        return column instanceof Column.Dictionary dictionary ? dictionary.ids()[row] : row;
    }

    @Override
    public boolean isNullAt(int row) {
        // Bytes have no nulls of their own: a DYNAMIC is missing if it is empty, a STRING never is.
        return column.isNull(row) || declared == Type.DYNAMIC && ((Column.Bytes) values()).lengths()[place(row)] == 0;
    }

    @Override
    public boolean hasNull() {
        return numNulls() > 0;
    }

    @Override
    public int numNulls() {
        int nulls = 0;
        for (int row = 0; row < column.rowCount(); row++) {
            nulls += isNullAt(row) ? 1 : 0;
        }
        return nulls;
    }

    @Override
    public boolean getBoolean(int row) {
        return !column.isNull(row) && ((Column.Bools) values()).values()[place(row)];
    }

    @Override
    public long getLong(int row) {
        if (column.isNull(row)) {
            return 0;
        }
        long value = ((Column.Longs) values()).values()[place(row)];
        return declared.isTicks() ? Math.floorDiv(value, TICKS_PER_MICROSECOND) : value;
    }

    @Override
    public double getDouble(int row) {
        return column.isNull(row) ? 0 : ((Column.Doubles) values()).values()[place(row)];
    }

    @Override
    public UTF8String getUTF8String(int row) {
        if (isNullAt(row)) {
            return null;
        }
        Column.Bytes bytes = (Column.Bytes) values();
        int place = place(row);
        return UTF8String.fromBytes(bytes.bytes(), bytes.starts()[place], bytes.lengths()[place]);
    }

    @Override
    public byte[] getBinary(int row) {
        UTF8String text = getUTF8String(row);
        return text == null ? null : text.getBytes();
    }

    @Override
    public byte getByte(int row) {
        throw noSuchType("byte");
    }

    @Override
    public short getShort(int row) {
        throw noSuchType("short");
    }

    @Override
    public int getInt(int row) {
        throw noSuchType("int");
    }

    @Override
    public float getFloat(int row) {
        throw noSuchType("float");
    }

    @Override
    public ColumnarArray getArray(int row) {
        throw noSuchType("array");
    }

    @Override
    public ColumnarMap getMap(int row) {
        throw noSuchType("map");
    }

    @Override
    public Decimal getDecimal(int row, int precision, int scale) {
        throw noSuchType("decimal");
    }

    @Override
    public ColumnVector getChild(int ordinal) {
        throw noSuchType("struct");
    }

    private static UnsupportedOperationException noSuchType(String name) {
        return new UnsupportedOperationException("no column of Grebe is a " + name);
    }

    @Override
    public void close() {
        // The arrays are the source's.
    }
}
