package dev.grebe.pipeline;

import com.google.inject.Guice;
import dev.grebe.plugin.Source;
import dev.grebe.plugin.Storage;
import dev.grebe.sources.parquet.ParquetPlugin;
import dev.grebe.sources.parquet.ParquetSettings;
import dev.grebe.storage.FileStorage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** A file of one row group that Parquet's own writer wrote, in plain pages of so many rows each, compressed. */
final class ParquetFile {
    private final Path path;
    private final Map<String, ColumnChunkMetaData> chunks;

    private ParquetFile(Path path) {
        this.path = path;
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(path))) {
            chunks = reader.getFooter().getBlocks().get(0).getColumns().stream()
                    .collect(Collectors.toMap(chunk -> chunk.getPath().toDotString(), chunk -> chunk));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills one row. */
    interface RowWriter {
        void write(int row, Group group);
    }

    static ParquetFile write(Path path, String schema, int pageRows, int rows, RowWriter row) {
        MessageType type = MessageTypeParser.parseMessageType(schema);
        try {
            Files.createDirectories(path.getParent());
            try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(path))
                    .withType(type)
                    .withDictionaryEncoding(false)
                    .withCompressionCodec(CompressionCodecName.SNAPPY)
                    .withPageRowCountLimit(pageRows)
                    .build()) {
                for (int i = 0; i < rows; i++) {
                    SimpleGroup group = new SimpleGroup(type);
                    row.write(i, group);
                    writer.write(group);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new ParquetFile(path);
    }

    /** The source of the files of a folder, as the pipeline makes it. */
    static Source source(Path lake, String folder) {
        ParquetSettings settings = new ParquetSettings(folder);
        return Guice.createInjector(
                        new ParquetPlugin().module(settings),
                        binder -> binder.bind(ParquetSettings.class).toInstance(settings),
                        binder -> binder.bind(Storage.class).toInstance(new FileStorage(lake)))
                .getInstance(Source.class);
    }

    long size() {
        return path.toFile().length();
    }

    /** Bytes of a column, as they are in the file. */
    long bytes(String column) {
        return chunk(column).getTotalSize();
    }

    /** Overwrites all pages of a column. */
    void destroy(String column) throws IOException {
        byte[] rubbish = new byte[(int) bytes(column)];
        Arrays.fill(rubbish, (byte) 0xA5);
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            file.seek(chunk(column).getStartingPos());
            file.write(rubbish);
        }
    }

    private ColumnChunkMetaData chunk(String column) {
        ColumnChunkMetaData chunk = chunks.get(column);
        if (chunk == null) {
            throw new IllegalArgumentException("%s has no column '%s'".formatted(path, column));
        }
        return chunk;
    }
}
