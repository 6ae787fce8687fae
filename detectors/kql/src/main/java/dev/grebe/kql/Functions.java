package dev.grebe.kql;

import static dev.grebe.plan.Expressions.call;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Function;
import dev.grebe.plan.Nearest;
import java.util.HashMap;
import java.util.Map;

/** Functions by their names in KQL, aliases included. */
final class Functions {
    private static final int MANY = 64;
    private static final Map<String, Entry> ALL = all();

    private final Map<String, Entry> entries = new HashMap<>();

    private Functions() {}

    interface Meaning {
        Expr of(Args args);
    }

    /**
     * A function.
     *
     * @param name as it was called, for messages
     */
    record Entry(String name, int least, int most, Meaning meaning) {
        void requireCount(int count, Span span) {
            if (count < least || count > most) {
                String expected = least == most ? "" + least : least + (most == least + 1 ? " or " : " to ") + most;
                throw span.error(
                        "%s takes %s argument%s, not %d".formatted(name, expected, most == 1 ? "" : "s", count));
            }
        }
    }

    private static Map<String, Entry> all() {
        Functions functions = new Functions();
        ValueFunctions.addTo(functions);
        TextFunctions.addTo(functions);
        TimeFunctions.addTo(functions);
        DynamicFunctions.addTo(functions);
        return Map.copyOf(functions.entries);
    }

    /** The function of that name; an error that names the mend if there is none. */
    static Entry find(Token name) {
        Entry entry = ALL.get(name.text());
        if (entry != null) {
            return entry;
        }
        String hint = Nearest.hint(name.text(), ALL.keySet());
        throw name.span()
                .error(Refusals.function(name.text())
                        .map(refusal ->
                                refusal.endsWith("supported") && !hint.isEmpty() ? refusal + "." + hint : refusal)
                        .orElse("no function '" + name.text() + "'." + hint));
    }

    void add(String name, int least, int most, Meaning meaning) {
        entries.put(name, new Entry(name, least, most, meaning));
    }

    /** With 64 arguments at most. */
    void addLong(String name, int least, Meaning meaning) {
        add(name, least, MANY, meaning);
    }

    /** Arguments that are all STRING. */
    void addOfText(String name, Function function, int count) {
        add(name, count, count, args -> {
            Expr[] texts = new Expr[count];
            for (int i = 0; i < count; i++) {
                texts[i] = args.text(i);
            }
            return call(function, texts);
        });
    }

    /** Arguments that are all LONG. */
    void addOfWhole(String name, Function function, int count) {
        add(name, count, count, args -> {
            Expr[] numbers = new Expr[count];
            for (int i = 0; i < count; i++) {
                numbers[i] = args.whole(i);
            }
            return call(function, numbers);
        });
    }

    void alias(String alias, String name) {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new IllegalStateException("no function " + name);
        }
        add(alias, entry.least(), entry.most(), entry.meaning());
    }
}
