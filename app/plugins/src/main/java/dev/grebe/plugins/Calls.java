package dev.grebe.plugins;

import dev.grebe.plan.PlanException;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.LimitException;
import dev.grebe.plugin.SettingException;
import dev.grebe.plugin.SinkException;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Calls into a plugin: its class loader is the thread's context class loader meanwhile, and what it throws beyond the
 * exceptions of the contract becomes a {@link PluginException} that names it.
 */
final class Calls {
    private final String owner;
    private final @Nullable ClassLoader loader;

    private Calls(String owner, @Nullable ClassLoader loader) {
        this.owner = owner;
        this.loader = loader;
    }

    /** @param loader null: the bootstrap loader's */
    static Calls of(String owner, @Nullable ClassLoader loader) {
        return new Calls(owner, loader);
    }

    String owner() {
        return owner;
    }

    <T> T get(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return work.get();
        } catch (SettingException
                | DataException
                | SinkException
                | LimitException
                | PlanException
                | PluginException
                | CancellationException e) {
            throw e;
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            throw failure(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    PluginException failure(Throwable cause) {
        return new PluginException("%s failed: %s".formatted(owner, cause), cause);
    }
}
