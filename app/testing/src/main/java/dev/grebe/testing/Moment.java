package dev.grebe.testing;

import dev.grebe.plan.Expr;
import dev.grebe.plan.Ticks;
import dev.grebe.plugin.Window;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When a plan is run, and how much it reads.
 *
 * @param started the plan's RUN_START
 * @param before how far before the window windowed tables are read
 * @param after likewise, behind its end
 */
public record Moment(Window window, Instant started, Duration before, Duration after) {
    /** A run over all rows. */
    public static final Moment ALL = new Moment(Window.ALL, Instant.EPOCH, Duration.ZERO, Duration.ZERO);

    Map<Expr.Param.Name, @Nullable Long> params() {
        Map<Expr.Param.Name, @Nullable Long> params = new HashMap<>();
        params.put(Expr.Param.Name.FROM, window.from());
        params.put(Expr.Param.Name.TO, window.to());
        params.put(Expr.Param.Name.RUN_START, Ticks.of(started));
        return params;
    }

    @Nullable BigInteger readFrom() {
        return moved(window.from(), -Ticks.of(before));
    }

    @Nullable BigInteger readTo() {
        return moved(window.to(), Ticks.of(after));
    }

    private static @Nullable BigInteger moved(@Nullable Long time, long by) {
        return time == null ? null : BigInteger.valueOf(time).add(BigInteger.valueOf(by));
    }
}
