package dev.grebe.plan;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Prints plans in the manner of KQL, for people: labels and relations that stand twice become {@code let}s. */
final class PlanText {
    private static final Map<Expr.Match.Op, String> MATCHES = Map.of(
            Expr.Match.Op.EQUALS, "in",
            Expr.Match.Op.CONTAINS, "contains",
            Expr.Match.Op.STARTS_WITH, "startswith",
            Expr.Match.Op.ENDS_WITH, "endswith",
            Expr.Match.Op.HAS, "has",
            Expr.Match.Op.HAS_PREFIX, "hasprefix",
            Expr.Match.Op.HAS_SUFFIX, "hassuffix",
            Expr.Match.Op.REGEX, "matches regex");
    private static final Set<Function> INFIX = EnumSet.of(
            Function.AND,
            Function.OR,
            Function.CONTAINS,
            Function.CONTAINS_CS,
            Function.STARTS_WITH,
            Function.STARTS_WITH_CS,
            Function.ENDS_WITH,
            Function.ENDS_WITH_CS,
            Function.HAS,
            Function.HAS_CS,
            Function.HAS_PREFIX,
            Function.HAS_PREFIX_CS,
            Function.HAS_SUFFIX,
            Function.HAS_SUFFIX_CS,
            Function.HAS_ANY,
            Function.HAS_ALL,
            Function.IN_ARRAY,
            Function.IN_ARRAY_IGNORING_CASE);

    private final Map<Relation, Integer> uses = new HashMap<>();
    private final Map<Relation, String> names = new LinkedHashMap<>();
    private final List<String> lets = new ArrayList<>();

    static String of(Relation relation) {
        PlanText text = new PlanText();
        text.countUses(relation);
        String body = text.body(relation);
        text.lets.add(body);
        return String.join("\n", text.lets);
    }

    private void countUses(Relation relation) {
        if (uses.merge(relation, 1, Integer::sum) == 1) {
            relation.node().inputs().forEach(this::countUses);
        }
    }

    private String reference(Relation relation) {
        String known = names.get(relation);
        if (known != null) {
            return known;
        }
        boolean bare = relation.node() instanceof Node.Scan && relation.label().isEmpty();
        if (bare || relation.label().isEmpty() && uses.getOrDefault(relation, 0) < 2) {
            return body(relation);
        }
        String body = body(relation);
        String name = relation.label().orElse("relation" + (names.size() + 1));
        names.put(relation, name);
        lets.add("let " + name + " = " + body + ";");
        return name;
    }

    private String body(Relation relation) {
        Node node = relation.node();
        if (node instanceof Node.Scan scan) {
            return scan.table().name();
        } else if (node instanceof Node.Filter filter) {
            return pipe(filter.input(), "where " + expr(filter.predicate()));
        } else if (node instanceof Node.Project project) {
            return pipe(project.input(), verb(project));
        } else if (node instanceof Node.Join join) {
            String kind = join.kind().name().toLowerCase(Locale.ROOT).replace("_", "");
            String keys = join.keys().stream().map(Object::toString).collect(Collectors.joining(", "));
            return pipe(join.left(), "join kind=%s (%s) on %s".formatted(kind, inline(join.right()), keys));
        } else if (node instanceof Node.Aggregate aggregate) {
            return pipe(aggregate.input(), verb(aggregate));
        } else if (node instanceof Node.Union union) {
            return union.inputs().stream().map(this::inline).collect(Collectors.joining(", ", "union ", ""));
        } else if (node instanceof Node.Top top) {
            String order = top.order().stream().map(SortKey::toString).collect(Collectors.joining(", "));
            return pipe(top.input(), "top " + top.count() + " by " + order);
        } else if (node instanceof Node.Distinct distinct) {
            return pipe(distinct.input(), "distinct *");
        }
        throw new IllegalStateException("unknown node " + node.getClass());
    }

    private String pipe(Relation input, String verb) {
        return reference(input) + "\n| " + verb;
    }

    private String inline(Relation relation) {
        return reference(relation).replace("\n", " ");
    }

    /** A projection that keeps all columns in place is a rename: only what changes is printed. */
    private String verb(Node.Project project) {
        List<Named> columns = project.columns();
        boolean renames = columns.size() == project.input().schema().size();
        for (int i = 0; renames && i < columns.size(); i++) {
            renames = columns.get(i).expr() instanceof Expr.Column column
                    && column.name().equals(project.input().schema().field(i).name());
        }
        if (!renames) {
            return "project " + columns.stream().map(this::named).collect(Collectors.joining(", "));
        }
        return columns.stream()
                .map(Named::toString)
                .filter(text -> text.contains(" = "))
                .collect(Collectors.joining(", ", "project-rename ", ""));
    }

    private String named(Named column) {
        return column.expr() instanceof Expr.Column ? column.toString() : column.name() + " = " + expr(column.expr());
    }

    private static String verb(Node.Aggregate aggregate) {
        String calls =
                aggregate.aggregations().stream().map(Aggregation::toString).collect(Collectors.joining(", "));
        return "summarize " + calls + (aggregate.by().isEmpty() ? "" : " by " + String.join(", ", aggregate.by()));
    }

    private String expr(Expr expr) {
        if (expr instanceof Expr.In in) {
            return "%s in (%s)".formatted(keys(in), inline(in.relation()));
        } else if (expr instanceof Expr.Call call) {
            return call(call.function(), call.args().stream().map(this::expr).toList());
        }
        return expr.toString();
    }

    static String in(Expr.In in) {
        return "%s in (%s)".formatted(keys(in), in.relation().name());
    }

    private static String keys(Expr.In in) {
        return in.keys().size() == 1
                ? in.keys().get(0).toString()
                : in.keys().stream().map(Expr::toString).collect(Collectors.joining(", ", "(", ")"));
    }

    static String call(Expr.Call call) {
        return call(call.function(), call.args().stream().map(Expr::toString).toList());
    }

    private static String call(Function function, List<String> args) {
        return switch (function) {
            case NEGATE -> "-" + args.get(0);
            case MEMBER, ELEMENT -> args.get(0) + "[" + args.get(1) + "]";
            case COUNT_OF_REGEX -> "countof(%s, %s, \"regex\")".formatted(args.get(1), args.get(0));
            default -> {
                boolean isSign = !Character.isLetter(function.kql().charAt(0));
                yield isSign || INFIX.contains(function)
                        ? "(" + args.get(0) + " " + function.kql() + " " + args.get(1) + ")"
                        : function.kql() + "(" + String.join(", ", args) + ")";
            }
        };
    }

    static String match(Expr.Match match) {
        String suffix = switch (match.op()) {
            case EQUALS -> match.ignoreCase() ? "~" : "";
            case REGEX -> "";
            default -> match.ignoreCase() ? "" : "_cs";
        };
        String literals = match.literals().stream().map(PlanText::quote).collect(Collectors.joining(", ", "(", ")"));
        return match.text() + " " + MATCHES.get(match.op()) + suffix + " " + literals;
    }

    static String literal(Expr.Literal literal) {
        Object value = literal.value();
        if (value == null) {
            return literal.type().name().toLowerCase(Locale.ROOT) + "(null)";
        }
        return switch (literal.type()) {
            case BOOL, LONG, DOUBLE -> value.toString();
            case STRING -> quote((String) value);
            case TIMESTAMP -> "datetime(" + Ticks.format((Long) value) + ")";
            case DURATION -> "time(" + Ticks.formatSpan((Long) value) + ")";
            case DYNAMIC -> "dynamic(" + value + ")";
        };
    }

    static String quote(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"', '\\' -> quoted.append('\\').append(c);
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append(Character.isISOControl(c) ? "\\u%04x".formatted((int) c) : c);
            }
        }
        return quoted.append('"').toString();
    }
}
