package dev.grebe.sinks.jsonl;

import dev.grebe.plugin.Finding;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Visible;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A run's file in the making. */
final class StagedFile implements Sink.Staged {
    private final String target;
    private final Staging staging;
    private final Digest digest = new Digest();
    private String receipt = "";

    StagedFile(String target, Staging staging) {
        this.target = target;
        this.staging = staging;
    }

    @Override
    public void accept(Finding finding) {
        byte[] line = (FindingLine.of(finding) + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(line, line.length);
        try {
            staging.output().write(line);
        } catch (IOException e) {
            throw new SinkException(
                    "%s: cannot be written: %s"
                            .formatted(Visible.of(target), Visible.of(String.valueOf(e.getMessage()))),
                    e);
        }
    }

    @Override
    public String finish() {
        receipt = digest.hex();
        return receipt;
    }

    boolean isFinished() {
        return !receipt.isEmpty();
    }

    /** The sum of the file's bytes, once it is finished. */
    String receipt() {
        return receipt;
    }

    void commit() {
        staging.commit();
    }

    void abort() {
        staging.close();
    }

    /** Gives an unfinished file up; a finished one waits for commit or abort. */
    @Override
    public void close() {
        if (!isFinished()) {
            staging.close();
        }
    }
}
