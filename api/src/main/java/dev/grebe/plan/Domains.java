package dev.grebe.plan;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Derives domains from predicates. What it does not know it leaves unrestricted. */
final class Domains {
    private Domains() {}

    static Map<String, Domain> of(Expr predicate) {
        if (predicate instanceof Expr.Column column && column.type() == Type.BOOL) {
            return Map.of(column.name(), new Range(true, true));
        } else if (predicate instanceof Expr.Match match && match.text() instanceof Expr.Column column) {
            return Map.of(column.name(), new Text(match));
        } else if (predicate instanceof Expr.Call call) {
            return of(call);
        }
        return Map.of();
    }

    private static Map<String, Domain> of(Expr.Call call) {
        List<Expr> args = call.args();
        return switch (call.function()) {
            case AND -> both(of(args.get(0)), of(args.get(1)));
            case OR -> either(of(args.get(0)), of(args.get(1)));
            case EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> comparison(call.function(), args);
            case IS_NULL -> nulls(args.get(0), true);
            case NOT ->
                args.get(0) instanceof Expr.Call inner && inner.function() == Function.IS_NULL
                        ? nulls(inner.args().get(0), false)
                        : Map.of();
            default -> Map.of(); // nothing is known of the others, of those to come too
        };
    }

    private static Map<String, Domain> both(Map<String, Domain> left, Map<String, Domain> right) {
        Map<String, Domain> domains = new HashMap<>(left);
        right.forEach((column, domain) -> domains.merge(column, domain, Both::new));
        return Map.copyOf(domains);
    }

    private static Map<String, Domain> either(Map<String, Domain> left, Map<String, Domain> right) {
        Map<String, Domain> domains = new HashMap<>();
        left.forEach((column, domain) -> {
            Domain other = right.get(column);
            if (other != null) {
                domains.put(column, new Either(domain, other));
            }
        });
        return Map.copyOf(domains);
    }

    private static Map<String, Domain> nulls(Expr expr, boolean wanted) {
        boolean known = expr instanceof Expr.Column && expr.type() != Type.STRING;
        return known ? Map.of(((Expr.Column) expr).name(), new Nulls(wanted)) : Map.of();
    }

    private static Map<String, Domain> comparison(Function function, List<Expr> args) {
        if (args.get(0) instanceof Expr.Column column && args.get(1) instanceof Expr.Literal literal) {
            return Map.of(column.name(), comparison(function, literal));
        } else if (args.get(1) instanceof Expr.Column column && args.get(0) instanceof Expr.Literal literal) {
            return Map.of(column.name(), comparison(function.flipped(), literal));
        }
        return Map.of();
    }

    private static Domain comparison(Function function, Expr.Literal literal) {
        Object value = literal.value();
        if (value == null || value instanceof Double number && number.isNaN()) {
            return new Nothing();
        }
        // Strict bounds are kept as inclusive ones: a superset.
        return switch (function) {
            case EQUAL -> value instanceof String text ? Text.equalTo(text) : new Range(value, value);
            case LESS, LESS_OR_EQUAL -> new Range(null, value);
            default -> new Range(value, null);
        };
    }

    /** Values between inclusive bounds; a null bound is open. Null is never one of them. */
    private record Range(@Nullable Object low, @Nullable Object high) implements Domain {
        @Override
        public boolean mayOverlap(Object min, Object max, boolean hasNulls) {
            return (low == null || compare(max, low) >= 0) && (high == null || compare(min, high) <= 0);
        }

        @Override
        public boolean mayContain(@Nullable Object value) {
            return value != null && mayOverlap(value, value, false);
        }

        @Override
        public Optional<Set<Object>> only() {
            return low != null && low.equals(high) ? Optional.of(Set.of(low)) : Optional.empty();
        }

        /** As IEEE 754 compares: -0.0 equals 0.0. NaN is no bound of ours; as a statistic it proves nothing. */
        private static int compare(Object left, Object right) {
            if (left instanceof Double a && right instanceof Double b) {
                return a < b ? -1 : a > b ? 1 : 0;
            } else if (left instanceof Long a && right instanceof Long b) {
                return Long.compare(a, b);
            }
            return Boolean.compare((Boolean) left, (Boolean) right);
        }
    }

    /** Text that matches. */
    private record Text(Expr.Match match) implements Domain {
        static Text equalTo(String value) {
            return new Text(
                    new Expr.Match(new Expr.Column("text", Type.STRING), Expr.Match.Op.EQUALS, false, List.of(value)));
        }

        @Override
        public boolean mayOverlap(Object min, Object max, boolean hasNulls) {
            if (hasNulls && mayContain("")) {
                return true;
            }
            return match.literals().stream().anyMatch(literal -> mayLieBetween(literal, (String) min, (String) max));
        }

        /** All spellings of a literal lie between its upper and its lower case, since A-Z precede a-z. */
        private boolean mayLieBetween(String literal, String min, String max) {
            String least = match.ignoreCase() ? Ascii.upper(literal) : literal;
            String greatest = match.ignoreCase() ? Ascii.lower(literal) : literal;
            return switch (match.op()) {
                case EQUALS -> compare(greatest, min) >= 0 && compare(least, max) <= 0;
                case STARTS_WITH -> compare(greatest, prefix(min, literal.length())) >= 0 && compare(least, max) <= 0;
                case CONTAINS, ENDS_WITH, HAS, HAS_PREFIX, HAS_SUFFIX, REGEX -> true;
            };
        }

        @Override
        public boolean mayContain(@Nullable Object value) {
            String text = value == null ? "" : (String) value;
            return Ascii.mayMatch(match, text);
        }

        @Override
        public Optional<Set<Object>> only() {
            boolean isExact = match.op() == Expr.Match.Op.EQUALS && !match.ignoreCase();
            return isExact ? Optional.of(Set.copyOf(match.literals())) : Optional.empty();
        }

        private static String prefix(String text, int length) {
            return text.length() <= length ? text : text.substring(0, length);
        }

        private static int compare(String left, String right) {
            return Arrays.compareUnsigned(
                    left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
        }
    }

    private record Nulls(boolean wanted) implements Domain {
        @Override
        public boolean mayOverlap(Object min, Object max, boolean hasNulls) {
            return !wanted || hasNulls;
        }

        @Override
        public boolean mayContain(@Nullable Object value) {
            return wanted == (value == null);
        }
    }

    private record Nothing() implements Domain {
        @Override
        public boolean mayOverlap(Object min, Object max, boolean hasNulls) {
            return false;
        }

        @Override
        public boolean mayContain(@Nullable Object value) {
            return false;
        }

        @Override
        public Optional<Set<Object>> only() {
            return Optional.of(Set.of());
        }
    }

    private record Both(Domain left, Domain right) implements Domain {
        @Override
        public boolean mayOverlap(Object min, Object max, boolean hasNulls) {
            return left.mayOverlap(min, max, hasNulls) && right.mayOverlap(min, max, hasNulls);
        }

        @Override
        public boolean mayContain(@Nullable Object value) {
            return left.mayContain(value) && right.mayContain(value);
        }

        @Override
        public Optional<Set<Object>> only() {
            return left.only().or(right::only);
        }
    }

    private record Either(Domain left, Domain right) implements Domain {
        @Override
        public boolean mayOverlap(Object min, Object max, boolean hasNulls) {
            return left.mayOverlap(min, max, hasNulls) || right.mayOverlap(min, max, hasNulls);
        }

        @Override
        public boolean mayContain(@Nullable Object value) {
            return left.mayContain(value) || right.mayContain(value);
        }

        @Override
        public Optional<Set<Object>> only() {
            return left.only()
                    .flatMap(here -> right.only().map(there -> {
                        Set<Object> either = new HashSet<>(here);
                        either.addAll(there);
                        return either;
                    }));
        }
    }
}
