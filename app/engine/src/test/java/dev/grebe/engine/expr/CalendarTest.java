package dev.grebe.engine.expr;

import static org.assertj.core.api.Assertions.assertThat;

import dev.grebe.plan.Ticks;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalendarTest {
    @Test
    void daysAreThoseOfTheGregorianCalendar() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            LocalDate date = LocalDate.ofEpochDay(random.nextInt(21_000_000) - 10_500_000);
            long ticks = date.toEpochDay() * Ticks.PER_DAY + random.nextInt(1_000_000);

            assertThat(Calendar.year(ticks)).isEqualTo(date.getYear());
            assertThat(Calendar.month(ticks)).isEqualTo(date.getMonthValue());
            assertThat(Calendar.day(ticks)).isEqualTo(date.getDayOfMonth());
            assertThat(Calendar.firstDay(Calendar.months(ticks)))
                    .isEqualTo(date.withDayOfMonth(1).toEpochDay());
            assertThat(Calendar.monthOf(date.getYear(), date.getMonthValue())).isEqualTo(Calendar.months(ticks));
        }
    }
}
