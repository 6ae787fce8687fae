package dev.grebe.sinks.jsonl;

import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Run;
import dev.grebe.plugin.Sink;
import dev.grebe.plugin.SinkException;
import dev.grebe.plugin.Storage;
import dev.grebe.plugin.Visible;
import dev.grebe.plugin.Window;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Findings as a file of JSON lines, which takes its name when it is complete.
 *
 * <p>A run is committed if the file at its path is, byte for byte, what this sink staged for it. A run that it staged
 * nothing for is not: it is staged again, and the file, whose bytes depend on the lake alone, is replaced at once. So
 * findings are seen exactly once in either case, and no mark beside the file is needed.
 */
final class JsonlSink implements Sink {
    private static final int COMPARED_BYTES = 1 << 16;

    private final String path;
    private final Storage storage;
    private final Map<String, StagedFile> files = new HashMap<>();

    @Inject
    JsonlSink(JsonlSettings settings, Storage storage) {
        storage.requireTarget(settings.path(), "path");
        this.path = settings.path();
        this.storage = storage;
    }

    @Override
    public Delivery delivery() {
        return Delivery.ATOMIC;
    }

    @Override
    public Staged stage(Run run) {
        abort(run);
        String target = Target.of(path, run.window());
        StagedFile file = new StagedFile(target, storage.stage(target));
        files.put(run.id(), file);
        return file;
    }

    @Override
    public void commit(Run run, String receipt) {
        StagedFile file = files.get(run.id());
        if (file == null || !file.isFinished() || !file.receipt().equals(receipt)) {
            throw new SinkException(
                    "%s: nothing was staged for this run".formatted(Visible.of(Target.of(path, run.window()))));
        }
        file.commit();
    }

    @Override
    public boolean committed(Run run) {
        String target = Target.of(path, run.window());
        StagedFile file = files.get(run.id());
        return file != null
                && file.isFinished()
                && storage.exists(target)
                && receipt(target).equals(file.receipt());
    }

    private String receipt(String target) {
        try {
            List<FileSlice> found = storage.list(target, Window.ALL).files();
            Digest digest = new Digest();
            byte[] buffer = new byte[COMPARED_BYTES];
            try (RandomInput input = storage.open(found.get(0))) {
                for (long at = 0; at < input.size(); ) {
                    int count = (int) Math.min(buffer.length, input.size() - at);
                    input.read(at, ByteBuffer.wrap(buffer, 0, count));
                    digest.update(buffer, count);
                    at += count;
                }
            }
            return digest.hex();
        } catch (DataException e) {
            throw new SinkException(e.getMessage() == null ? target : e.getMessage(), e);
        }
    }

    @Override
    public void abort(Run run) {
        StagedFile file = files.remove(run.id());
        if (file != null) {
            file.abort();
        }
    }
}
