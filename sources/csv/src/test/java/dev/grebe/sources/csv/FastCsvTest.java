package dev.grebe.sources.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import dev.grebe.plan.Schema;
import dev.grebe.plan.Type;
import dev.grebe.storage.FileStorage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random files, well formed, read as another reader reads them, wherever the buffer is cut. */
class FastCsvTest {
    private static final String[] PIECES = {"a", "\"\"", ",", "\n", "\r\n", " ", "é", "😀", "longer text", ";", "'"};
    private static final Schema COLUMNS =
            Schema.of("c2", Type.STRING, "c0", Type.STRING, "c1", Type.STRING, "none", Type.STRING);

    @TempDir
    Path base;

    @Test
    void wellFormedFilesAreReadAlike() throws IOException {
        Random random = new Random(11);
        for (int file = 0; file < 300; file++) {
            String text = text(random);
            Files.writeString(base.resolve("a.csv"), text);
            Lake lake = new Lake(new FileStorage(base), new Portions(1 << 20, 8 + random.nextInt(80), 3, 100));

            assertThat(lake.read("a.csv", COLUMNS).rows()).as(text).isEqualTo(expected(text));
        }
    }

    private static List<List<@Nullable Object>> expected(String text) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        CsvReader.builder().ofNamedCsvRecord(text).forEach(row -> {
            List<@Nullable Object> values = new ArrayList<>();
            for (String column : List.of("c2", "c0", "c1")) {
                values.add(row.getField(column));
            }
            values.add("");
            rows.add(values);
        });
        return rows;
    }

    private static String text(Random random) {
        String newline = random.nextBoolean() ? "\n" : "\r\n";
        StringBuilder text = new StringBuilder("c0,\"c1\",c2").append(newline);
        int rows = random.nextInt(20);
        for (int row = 0; row < rows; row++) {
            for (int field = 0; field < 3; field++) {
                text.append(field == 0 ? "" : ",").append(field(random));
            }
            text.append(row == rows - 1 && random.nextBoolean() ? "" : newline);
        }
        return text.toString();
    }

    private static String field(Random random) {
        StringBuilder field = new StringBuilder();
        int pieces = random.nextInt(5);
        boolean isQuoted = random.nextInt(3) == 0;
        for (int i = 0; i < pieces; i++) {
            String piece = PIECES[random.nextInt(PIECES.length)];
            boolean isPlain = !piece.equals(",") && !piece.equals("\"\"") && !piece.contains("\n");
            field.append(isQuoted || isPlain ? piece : "");
        }
        return isQuoted ? "\"" + field + "\"" : field.toString();
    }
}
