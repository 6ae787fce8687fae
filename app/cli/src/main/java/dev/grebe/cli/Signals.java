package dev.grebe.cli;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.IntConsumer;

/** Signals of the system, by reflection: every JDK has this API for them, and javac warns of it, and only that. */
final class Signals {
    private Signals() {}

    /**
     * Has a signal handled, each time in a thread of its own, unless it is ignored by whoever started the process (in the
     * background), or the JVM keeps it for itself (-Xrs) or does not know it: then it does what it always did.
     *
     * @param name such as INT
     * @param handler takes the signal's number
     */
    static void listen(String name, IntConsumer handler) {
        try {
            Class<?> signals = Class.forName("sun.misc.Signal");
            Class<?> handlers = Class.forName("sun.misc.SignalHandler");
            Object signal = signals.getConstructor(String.class).newInstance(name);
            int number = (int) signals.getMethod("getNumber").invoke(signal);
            Object ours = Proxy.newProxyInstance(
                    Signals.class.getClassLoader(), new Class<?>[] {handlers}, (proxy, method, arguments) -> {
                        handler.accept(number);
                        return null;
                    });
            Object before = signals.getMethod("handle", signals, handlers).invoke(null, signal, ours);
            if (before.equals(handlers.getField("SIG_IGN").get(null))) {
                signals.getMethod("handle", signals, handlers).invoke(null, signal, before);
            }
        } catch (InvocationTargetException e) {
            if (!(e.getCause() instanceof IllegalArgumentException)) {
                throw new IllegalStateException(e);
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no sun.misc.Signal", e);
        }
    }
}
