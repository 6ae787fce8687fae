package dev.grebe.kql;

import dev.grebe.plan.Expr;
import java.util.List;
import java.util.stream.Stream;

/** What the text says, before anybody knows the types of its names. */
sealed interface Syntax {
    Span span();

    default List<Syntax> operands() {
        return List.of();
    }

    /** {@code process.file.name}, {@code ['a b']}, {@code properties["File Name"]}: names one after the other. */
    record Name(List<Part> parts, Span span) implements Syntax {
        record Part(String name, Span span) {}

        List<String> path() {
            return parts.stream().map(Part::name).toList();
        }
    }

    record Constant(Expr.Literal value, Span span) implements Syntax {}

    /** {@code dynamic(..)} */
    record Dynamic(Json value, Span span) implements Syntax {}

    /** {@code typeof(long)} */
    record TypeOf(String name, Span span) implements Syntax {}

    /** Unary minus; plus says nothing. */
    record Minus(Syntax operand, Span span) implements Syntax {
        @Override
        public List<Syntax> operands() {
            return List.of(operand);
        }
    }

    record Binary(Operators.Operator operator, Syntax left, Syntax right) implements Syntax {
        @Override
        public Span span() {
            return left.span().to(right.span());
        }

        @Override
        public List<Syntax> operands() {
            return List.of(left, right);
        }
    }

    /** All parts of a chain of {@code and} or {@code or}: chains may be long, but are not deep. */
    record Chain(boolean isOr, List<Syntax> parts) implements Syntax {
        @Override
        public Span span() {
            return parts.get(0).span().to(parts.get(parts.size() - 1).span());
        }

        @Override
        public List<Syntax> operands() {
            return parts;
        }
    }

    /** {@code in}, {@code has_any} and their kin. */
    record Among(Lists.Operator operator, Syntax left, List<Syntax> items, Span span) implements Syntax {
        @Override
        public List<Syntax> operands() {
            return Stream.concat(Stream.of(left), items.stream()).toList();
        }
    }

    record Between(boolean negated, Syntax value, Syntax low, Syntax high, Span span) implements Syntax {
        @Override
        public List<Syntax> operands() {
            return List.of(value, low, high);
        }
    }

    record Call(Functions.Entry function, List<Syntax> args, Span span) implements Syntax {
        @Override
        public List<Syntax> operands() {
            return args;
        }
    }

    /** {@code target.name} where the target is more than names. */
    record Member(Syntax target, String name, Span span) implements Syntax {
        @Override
        public List<Syntax> operands() {
            return List.of(target);
        }
    }

    record Index(Syntax target, Syntax index, Span span) implements Syntax {
        @Override
        public List<Syntax> operands() {
            return List.of(target, index);
        }
    }
}
