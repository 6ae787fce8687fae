package dev.grebe.pipeline;

import dev.grebe.plugins.Origin;
import dev.grebe.plugins.Problems;
import dev.grebe.plugins.Yaml;
import dev.grebe.plugins.YamlReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a pipeline file into a tree. */
final class PipelineFile {
    private static final long MOST_BYTES = 1 << 20;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private PipelineFile() {}

    /**
     * The file's tree; empty if it has none, which the problems then say.
     *
     * @param name what messages call the file
     */
    static Optional<Yaml.Mapping> read(Path file, String name, Problems problems) {
        Optional<String> text = text(file, name, problems);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Origin origin = Origin.file(name, text.get());
        Problems wrong = new Problems();
        Optional<Yaml> tree = YamlReader.read(origin, text.get(), wrong);
        wrong.list().forEach(problem -> problems.add(problem.place(), problem.message()));
        if (tree.isEmpty()) {
            if (wrong.isEmpty()) {
                problems.add(origin.start(), "the file is empty; it needs version, tables, detectors and sinks");
            }
            return Optional.empty();
        }
        if (!(tree.get() instanceof Yaml.Mapping)) {
            problems.add(
                    tree.get().place(),
                    "expected version, tables, detectors and sinks, found %s."
                            .formatted(tree.get().found()));
        }
        return tree.filter(Yaml.Mapping.class::isInstance).map(Yaml.Mapping.class::cast);
    }

    private static Optional<String> text(Path file, String name, Problems problems) {
        try {
            if (Files.isDirectory(file)) {
                problems.add(Origin.option(name).start(), "is a folder, not a pipeline file");
                return Optional.empty();
            } else if (Files.size(file) > MOST_BYTES) {
                problems.add(Origin.option(name).start(), "is larger than 1 MiB; that is no pipeline file");
                return Optional.empty();
            }
            return decode(Files.readAllBytes(file), name, problems);
        } catch (NoSuchFileException e) {
            problems.add(Origin.option(name).start(), "there is no such file");
        } catch (IOException e) {
            problems.add(Origin.option(name).start(), "cannot be read: " + e);
        }
        return Optional.empty();
    }

    private static Optional<String> decode(byte[] bytes, String name, Problems problems) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        CharBuffer output = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(input, output, true);
        String text = output.flip().toString();
        try {
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            int column = text.length() - text.lastIndexOf('\n');
            problems.add(Origin.file(name, "").place(line, column), "not UTF-8; save the file as UTF-8");
            return Optional.empty();
        }
        return Optional.of(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }
}
