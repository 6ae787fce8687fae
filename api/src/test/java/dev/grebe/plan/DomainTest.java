package dev.grebe.plan;

import static dev.grebe.plan.Expressions.flag;
import static dev.grebe.plan.Expressions.isNull;
import static dev.grebe.plan.Expressions.literal;
import static dev.grebe.plan.Expressions.real;
import static dev.grebe.plan.Expressions.text;
import static dev.grebe.plan.Expressions.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class DomainTest {
    @Test
    void aComparisonBoundsItsColumn() {
        Domain domain = of(whole("n").isGreaterThan(10));
        assertThat(domain.mayOverlap(0L, 9L, true)).isFalse();
        assertThat(domain.mayOverlap(0L, 11L, false)).isTrue();
        assertThat(domain.mayContain(9L)).isFalse();
        assertThat(domain.mayContain(null)).isFalse();
    }

    @Test
    void aLiteralOnTheLeftBoundsTheOtherWay() {
        Domain domain = of(literal(10).isGreaterThan(whole("n")));
        assertThat(domain.mayOverlap(11L, 20L, false)).isFalse();
        assertThat(domain.mayOverlap(0L, 5L, false)).isTrue();
    }

    @Test
    void andNarrowsEachColumn() {
        Domain domain = of(whole("n").isBetween(10, 20).and(text("a").is("x")));
        assertThat(domain.mayOverlap(21L, 30L, false)).isFalse();
        assertThat(domain.mayOverlap(0L, 9L, false)).isFalse();
        assertThat(domain.mayOverlap(15L, 15L, false)).isTrue();
    }

    @Test
    void orKnowsOnlyWhatBothSidesKnow() {
        Domain domain = of(whole("n").is(1).or(whole("n").is(9)));
        assertThat(domain.mayContain(9L)).isTrue();
        assertThat(domain.mayContain(5L)).isFalse();
        assertThat(Domain.of(whole("n").is(1).or(text("a").is("x")))).isEmpty();
    }

    @Test
    void textIsBoundedByTheSpellingsOfItsLiterals() {
        Domain exact = of(text("n").in("cmd.exe", "net.exe"));
        assertThat(exact.mayOverlap("d", "m", false)).isFalse();
        assertThat(exact.mayOverlap("d", "o", false)).isTrue();
        Domain folded = of(text("n").inIgnoringCase("cmd.exe"));
        assertThat(folded.mayOverlap("CMD.EXE", "CMD.EXE", false)).isTrue();
        assertThat(folded.mayOverlap("Cmd.exe", "Cmd.exe", false)).isTrue();
        assertThat(folded.mayOverlap("d", "z", false)).isFalse();
        assertThat(folded.mayContain("CMD.exe")).isTrue();
        assertThat(folded.mayContain("cmd.ex")).isFalse();
    }

    @Test
    void valuesThatCanBeNamedAreNamed() {
        assertThat(of(whole("n").is(1).or(whole("n").is(9))).only()).contains(Set.of(1L, 9L));
        assertThat(of(text("n").in("a", "b")).only()).contains(Set.of("a", "b"));
        assertThat(of(text("n").inIgnoringCase("a")).only()).isEmpty();
        assertThat(of(whole("n").isGreaterThan(1)).only()).isEmpty();
        assertThat(of(whole("n").isGreaterThan(1).and(whole("n").is(5))).only()).contains(Set.of(5L));
    }

    @Test
    void aPrefixIsBounded() {
        Domain domain = of(text("n").startsWith("svc"));
        assertThat(domain.mayOverlap("svchost.exe", "svchost.exe", false)).isTrue();
        assertThat(domain.mayOverlap("SVCHOST.EXE", "SVCHOST.EXE", false)).isTrue();
        assertThat(domain.mayOverlap("t", "z", false)).isFalse();
        assertThat(domain.mayOverlap("A", "B", false)).isFalse();
    }

    @Test
    void missingTextIsEmptyText() {
        assertThat(of(text("n").is("")).mayOverlap("a", "z", true)).isTrue();
        assertThat(of(text("n").is("")).mayOverlap("a", "z", false)).isFalse();
        assertThat(of(text("n").is("")).mayContain(null)).isTrue();
        assertThat(of(text("n").is("x")).mayContain(null)).isFalse();
        assertThat(of(text("n").contains("")).mayContain(null)).isTrue();
    }

    @Test
    void nullsAreKnown() {
        assertThat(of(isNull(whole("n"))).mayOverlap(0L, 1L, false)).isFalse();
        assertThat(of(isNull(whole("n"))).mayContain(null)).isTrue();
        assertThat(of(isNull(whole("n")).not()).mayContain(null)).isFalse();
        assertThat(Domain.of(isNull(text("n")))).isEmpty();
    }

    @Test
    void comparisonsWithNullOrNanKeepNothing() {
        Domain withNull = of(whole("n").isLessThan(literal(null, Type.LONG)));
        assertThat(withNull.mayOverlap(Long.MIN_VALUE, Long.MAX_VALUE, true)).isFalse();
        assertThat(of(real("n").is(Double.NaN)).mayContain(Double.NaN)).isFalse();
    }

    @Test
    void bothZerosAreOneBound() {
        assertThat(of(real("n").isAtLeast(0.0)).mayOverlap(-1.0, -0.0, false)).isTrue();
        assertThat(of(real("n").is(-0.0)).mayContain(0.0)).isTrue();
    }

    @Test
    void aBareFlagIsTrue() {
        assertThat(of(flag("n")).mayContain(false)).isFalse();
        assertThat(of(flag("n")).mayContain(true)).isTrue();
    }

    @Test
    void whatIsNotKnownIsNotRestricted() {
        assertThat(Domain.of(text("n").isNot("x"))).isEmpty();
        assertThat(Domain.of(whole("n").plus(1).is(2))).isEmpty();
        assertThat(Domain.of(whole("n").is(whole("m")))).isEmpty();
        assertThat(Domain.of(literal(true))).isEmpty();
    }

    private static Domain of(Expr predicate) {
        Domain domain = Domain.of(predicate).get("n");
        assertThat(domain).isNotNull();
        return domain;
    }
}
