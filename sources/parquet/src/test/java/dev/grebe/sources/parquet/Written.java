package dev.grebe.sources.parquet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** Writes files with Parquet's own writer, and reads them with its own reader. */
final class Written {
    private Written() {}

    static Path file(
            Path file, String schema, UnaryOperator<ExampleParquetWriter.Builder> settings, int rows, RowWriter row) {
        MessageType type = MessageTypeParser.parseMessageType(schema);
        ExampleParquetWriter.Builder builder = ExampleParquetWriter.builder(new LocalOutputFile(file));
        try (ParquetWriter<Group> writer =
                settings.apply(builder.withType(type)).build()) {
            for (int i = 0; i < rows; i++) {
                SimpleGroup group = new SimpleGroup(type);
                row.write(i, group);
                writer.write(group);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** Parquet's own reading of a file. */
    static List<Group> groups(Path file) {
        List<Group> groups = new ArrayList<>();
        forEach(file, groups::add);
        return groups;
    }

    private static void forEach(Path file, Consumer<Group> action) {
        org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(file.toUri());
        try (ParquetReader<Group> reader = ParquetReader.builder(new GroupReadSupport(), path)
                .withConf(new Configuration(false))
                .build()) {
            for (Group group = reader.read(); group != null; group = reader.read()) {
                action.accept(group);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static int[] sorted(IntStream positions) {
        return positions.sorted().distinct().toArray();
    }

    /** Fills one row. */
    interface RowWriter {
        void write(int row, Group group);
    }
}
