package dev.grebe.cli;

import com.google.auto.service.AutoService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Logger;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Where log lines go: standard error. A command says little, so this is all it needs, and a logging framework would
 * take 0.15 s of each start to be configured.
 */
@AutoService(SLF4JServiceProvider.class)
public final class ErrorLog implements SLF4JServiceProvider, ILoggerFactory {
    private static volatile boolean detailed;

    private final Map<String, Logger> loggers = new ConcurrentHashMap<>();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter context = new NOPMDCAdapter();

    /** From now on everything is logged, with where errors come from. */
    static void showDetails() {
        detailed = true;
    }

    static boolean isDetailed() {
        return detailed;
    }

    @Override
    public Logger getLogger(String name) {
        return loggers.computeIfAbsent(name, ErrorLogger::new);
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return this;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return context;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0";
    }

    @Override
    public void initialize() {}
}
