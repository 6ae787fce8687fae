package dev.grebe.pipeline;

import dev.grebe.plugin.Account;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * How much bad input a run bears.
 *
 * @param count of rows and files together that it bears; what is kept of each takes memory
 * @param percent of the rows, and of the files, that it bears
 */
record MaxBad(long count, double percent) {
    /** As many as are kept where only a share is stated. */
    private static final long MOST = 1_000_000;

    private static final double ALL = 100;

    /** {@code 100} rows and files, or {@code 0.5%} of them; empty for what is neither. */
    static Optional<MaxBad> parse(String text) {
        String number = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        boolean isPercent = number.length() < text.length();
        boolean isNumber = !number.isEmpty()
                && number.length() <= 9
                && number.chars().allMatch(c -> (c >= '0' && c <= '9') || (isPercent && c == '.'))
                && number.chars().filter(c -> c == '.').count() <= 1
                && number.charAt(number.length() - 1) != '.'
                && number.charAt(0) != '.';
        if (!isNumber) {
            return Optional.empty();
        }
        return isPercent
                ? Optional.of(new MaxBad(MOST, Double.parseDouble(number))).filter(max -> max.percent() <= ALL)
                : Optional.of(new MaxBad(Long.parseLong(number), ALL)).filter(max -> max.count() <= MOST);
    }

    /** As many as are borne, for messages. */
    String borne() {
        return count == MOST
                ? "the %d that are kept of one run".formatted(MOST)
                : "the %d of run.maxBad".formatted(count);
    }

    /** Why these tables hold more than is borne; empty if they do not. */
    Optional<String> exceededBy(Collection<Account> tables) {
        return share(
                        "rows",
                        tables.stream().mapToLong(Account::rowsRejected).sum(),
                        tables.stream().mapToLong(Account::rows).sum())
                .or(() -> share(
                        "files",
                        tables.stream().mapToLong(Account::filesRejected).sum(),
                        tables.stream().mapToLong(Account::files).sum()));
    }

    private Optional<String> share(String what, long bad, long all) {
        return bad <= all * percent / ALL
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT, "%d of %d %s are bad, more than the %s%% of run.maxBad", bad, all, what, plain()));
    }

    private String plain() {
        return percent == Math.rint(percent) ? Long.toString((long) percent) : Double.toString(percent);
    }
}
