package dev.grebe.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.grebe.plan.Ticks;
import dev.grebe.plugin.DataException;
import dev.grebe.plugin.FileSlice;
import dev.grebe.plugin.Listing;
import dev.grebe.plugin.RandomInput;
import dev.grebe.plugin.Rejection;
import dev.grebe.plugin.Staging;
import dev.grebe.plugin.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders that state when their files were filed. */
class FiledFoldersTest {
    private static final String AZURE = "lake/**/y={yyyy}/m={MM}/d={dd}/h={HH}/m={mm}/**";

    @TempDir
    Path base;

    private final List<String> listed = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2025-10-08T00:00:00Z|2025-10-10T00:00:00Z|08 09",
                "2025-10-08T23:59:59.9999999Z|2025-10-09T00:00:00.0000001Z|08 09",
                "2025-10-09T12:00:00Z|2025-10-09T13:00:00Z|09",
                "|2025-10-09T00:00:00Z|07 08",
                "2025-10-09T00:00:00Z||09 10",
                "||07 08 09 10"
            })
    void folderIsListedIfItsTimeOverlapsTheWindow(String from, String to, String days) throws IOException {
        for (String day : List.of("07", "08", "09", "10")) {
            file("lake/dt=2025-10-" + day + "/" + day);
        }

        assertThat(names("lake/dt={yyyy-MM-dd}/", window(from, to))).containsExactly(days.split(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lake/{yyyy}/{MM}/{dd}/{HH}|lake/2025/10/09/12/x|lake/2025/10/09/13/x",
                "lake/{yyyy/MM/dd/HH}|lake/2025/10/09/12/x|lake/2025/10/09/13/x",
                "lake/{yyyyMMddHH}|lake/2025100912/x|lake/2025100913/x",
                "lake/{yyyy-MM-dd}T{HH}|lake/2025-10-09T12/x|lake/2025-10-09T13/x",
                "lake/{yyyy-MM-ddTHH}|lake/2025-10-09T12/x|lake/2025-10-09T13/x",
                "lake/{yyyy'x'MM'y'dd}/{HH}|lake/2025x10y09/12/x|lake/2025x10y09/13/x",
                "lake/year={yyyy}/month={M}/day={d}/hour={H}|lake/year=2025/month=10/day=9/hour=12/x|lake/year=2025/month=10/day=9/hour=3/x",
                "lake/*/{yyyy-MM-dd}/{HHmm}|lake/a/2025-10-09/1230/x|lake/a/2025-10-09/1300/x",
                "lake/*-{yyyyMMdd}-{HH}*|lake/a-b-20251009-12-c/x|lake/a-b-20251009-13-c/x",
                "lake/events-{yyyyMMddHH}.csv|lake/events-2025100912.csv|lake/events-2025100913.csv",
                "lake/dt={yyyy-MM-dd}/part-{HH}-*.csv|lake/dt=2025-10-09/part-12-a.csv|lake/dt=2025-10-09/part-13-a.csv",
                "lake/{a,b}/dt={yyyy-MM-dd}/{HH}|lake/b/dt=2025-10-09/12/x|lake/b/dt=2025-10-09/11/x",
                "lake/{a={yyyy-MM-dd},b}/{yyyy-MM-dd-HH}|lake/b/2025-10-09-12/x|lake/b/2025-10-09-11/x",
                "lake/year={yyyy}/dt={yyyy-MM-dd}/{HH}|lake/year=2025/dt=2025-10-09/12/x|lake/year=2025/dt=2025-10-09/11/x"
            })
    void timeIsStatedInManyWays(String path, String inside, String outside) throws IOException {
        file(inside);
        file(outside);

        Window noon = window("2025-10-09T12:00:00Z", "2025-10-09T13:00:00Z");

        assertThat(paths(path, noon)).containsExactly(inside);
        assertThat(paths(path, Window.ALL)).containsExactlyInAnyOrder(inside, outside);
    }

    @Test
    void foldersOfOtherTimesAreNotListed() throws IOException {
        for (int day = 1; day <= 28; day++) {
            for (int hour = 0; hour < 24; hour++) {
                file("lake/tenant/y=2025/m=10/d=%02d/h=%02d/m=00/PT1H.json".formatted(day, hour));
            }
            file("lake/tenant/y=2025/m=09/d=%02d/h=00/m=00/PT1H.json".formatted(day));
        }

        Window twoHours = window("2025-10-09T12:00:00Z", "2025-10-09T14:00:00Z");

        assertThat(paths(AZURE, twoHours))
                .containsExactly(
                        "lake/tenant/y=2025/m=10/d=09/h=12/m=00/PT1H.json",
                        "lake/tenant/y=2025/m=10/d=09/h=13/m=00/PT1H.json");
        String day = "lake/tenant/y=2025/m=10/d=09/";
        assertThat(listed)
                .containsExactlyInAnyOrder(
                        "lake/",
                        "lake/tenant",
                        "lake/tenant/y=2025",
                        "lake/tenant/y=2025/m=10",
                        "lake/tenant/y=2025/m=10/d=09",
                        day + "h=12",
                        day + "h=13",
                        day + "h=12/m=00",
                        day + "h=13/m=00");
    }

    @Test
    void keysOfTimeFoldersAreColumnsUnlessTheyStandTwice() throws IOException {
        file("lake/tenant/y=2025/m=10/d=09/h=12/m=00/PT1H.json");
        file("days/dt=2025-10-09/region=eu/x");

        assertThat(list(AZURE, Window.ALL).files().get(0).partitions())
                .isEqualTo(Map.of("y", "2025", "d", "09", "h", "12"));
        assertThat(list("days/dt={yyyy-MM-dd}/", Window.ALL).files().get(0).partitions())
                .isEqualTo(Map.of("dt", "2025-10-09", "region", "eu"));
    }

    @Test
    void hivePartitionIsNoTimeUnlessThePathSaysSo() throws IOException {
        file("lake/dt=2025-10-09/x");

        assertThat(names("lake", window("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z")))
                .containsExactly("x");
        assertThat(names("lake/dt=*/", window("2020-01-01T00:00:00Z", "2020-01-02T00:00:00Z")))
                .containsExactly("x");
    }

    @Test
    void hivesMissingTimeIsReadInEveryWindow() throws IOException {
        file("lake/dt=2025-10-09/a");
        file("lake/dt=__HIVE_DEFAULT_PARTITION__/b");
        file("hours/y=2025/m=__HIVE_DEFAULT_PARTITION__/d=05/c");
        file("hours/y=2024/m=__HIVE_DEFAULT_PARTITION__/d=05/d");
        Window day = window("2025-10-09T00:00:00Z", "2025-10-10T00:00:00Z");

        assertThat(names("lake/dt={yyyy-MM-dd}", day)).containsExactly("a", "b");
        assertThat(names("hours/y={yyyy}/m={MM}/d={dd}", day)).containsExactly("c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lake/dt={yyyy-MM-dd}|lake/dt=2025-13-45",
                "lake/dt={yyyy-MM-dd}|lake/dt=2025-02-29",
                "lake/dt={yyyy-MM-dd}|lake/dt=2025-1-5",
                "lake/dt={yyyy-MM-dd}|lake/dt=yesterday",
                "lake/dt={yyyy-MM-dd}|lake/dt=",
                "lake/dt={yyyy-MM-dd}|lake/dt=0000-01-01",
                "lake/{yyyy-MM-dd}|lake/2025-13-45",
                "lake/{yyyy-MM-dd}|lake/2025-1-5",
                "lake/{yyyyMMdd}|lake/20251345",
                "lake/{yyyyMMddHH}|lake/2025100924",
                "lake/**/dt={yyyy-MM-dd}/**|lake/dt=2025-13-45",
                "lake/events-{yyyy-MM-dd}|lake/events-2025-1-5"
            })
    void folderThatStatesNoTimeThatExistsIsRefused(String path, String folder) throws IOException {
        file(folder + "/x");
        file("lake/dt=2025-10-09/2025-10-09/events-2025-10-09/y");

        assertThat(list(path, Window.ALL).refused())
                .extracting(Rejection::message)
                .first()
                .isEqualTo("%s: states no time that exists; the path asks for '%s' (BAD_PARTITION)"
                        .formatted(folder, template(path)));
    }

    @Test
    void folderThatContradictsTheOneAboveIsRefused() throws IOException {
        file("lake/year=2025/dt=2024-10-09/x");

        assertThat(list("lake/year={yyyy}/dt={yyyy-MM-dd}", Window.ALL).refused())
                .extracting(Rejection::file)
                .containsExactly("lake/year=2025/dt=2024-10-09");
    }

    @Test
    void whatStatesNoTimeAtAllIsLeftOutAndCounted() throws IOException {
        file("lake/2025-10-09/x");
        file("lake/archive/y");
        file("lake/README.md");
        file("lake/_delta_log/z");

        Listing listing = list("lake/{yyyy-MM-dd}/", Window.ALL);

        assertThat(listing.files()).extracting(FileSlice::path).containsExactly("lake/2025-10-09/x");
        assertThat(listing.refused()).isEmpty();
        assertThat(listing.warnings()).isEqualTo(Map.of("NO_TIME", 1L));
    }

    @Test
    void anyPartsDoNotStandForATimeThatIsNotWanted() throws IOException {
        file("lake/2024/2025/x");
        file("lake/2025/y");

        assertThat(names("lake/**/{yyyy}/*", window("2025-01-01T00:00:00Z", "2025-02-01T00:00:00Z")))
                .containsExactly("y");
    }

    @Test
    void windowWithoutAFileIsNoError() throws IOException {
        file("lake/dt=2025-10-09/x");

        Listing listing = list("lake/dt={yyyy-MM-dd}", window("2025-10-11T00:00:00Z", null));

        assertThat(listing.files()).isEmpty();
        assertThat(listing.warnings()).isEqualTo(Map.of("NO_FILES_IN_WINDOW", 1L));
    }

    @Test
    void lakeWithoutAFolderOfThatFormIsAnError() throws IOException {
        file("lake/archive/x");

        assertThatThrownBy(() -> list("lake/{yyyy-MM-dd}", Window.ALL))
                .isInstanceOf(DataException.class)
                .hasMessage("lake/{yyyy-MM-dd}: no file matches; left out: 1 (NO_TIME)");
    }

    @Test
    void folderThatIsNamedLikeATemplateIsMeant() throws IOException {
        file("lake/{yyyy}/x");

        assertThat(names("lake/{yyyy}", window("2025-10-11T00:00:00Z", null))).containsExactly("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "dt={YYYY-MM-DD}|'{YYYY-MM-DD}' has 'YYYY', which is no part of a time. Write a time with yyyy, MM, dd, HH and mm, such as {yyyy-MM-dd}, or several texts, such as {a,b}",
                "dt={yyyy-MM-ddZ}|'{yyyy-MM-ddZ}' has 'Z', which is no part of a time. Write a time with yyyy, MM, dd, HH and mm, such as {yyyy-MM-dd}, or several texts, such as {a,b}",
                "dt={yy-MM-dd}|'{yy-MM-dd}' has 'yy', which is no part of a time. Write a time with yyyy, MM, dd, HH and mm, such as {yyyy-MM-dd}, or several texts, such as {a,b}",
                "{}|'{}' states no time. Write a time with yyyy, MM, dd, HH and mm, such as {yyyy-MM-dd}, or several texts, such as {a,b}",
                "{'a}|'{'a}' has a quote that does not end. Write a time with yyyy, MM, dd, HH and mm, such as {yyyy-MM-dd}, or several texts, such as {a,b}",
                "{yyyy-mm-dd}|'mm' without 'HH' before it: a path states a time from the year down, with yyyy, MM, dd, HH and mm; the month is 'MM'",
                "{yyyy}/{dd}|'dd' without 'MM' before it: a path states a time from the year down, with yyyy, MM, dd, HH and mm",
                "{MM}/{yyyy}|'MM' without 'yyyy' before it: a path states a time from the year down, with yyyy, MM, dd, HH and mm",
                "{yyyy-MM-dd}/{mm}|'mm' without 'HH' before it: a path states a time from the year down, with yyyy, MM, dd, HH and mm",
                "{yyyyMd}|'{yyyyMd}': where 'M' ends cannot be told. Write 'MM', or something behind it",
                "{yyyy}*{MM}|'{yyyy}*{MM}': between the parts of a time there can be no '*', '?' or '['",
                "{yyyy|'{' without '}'"
            })
    void templateThatCannotBeUnderstoodIsExplained(String template, String message) throws IOException {
        file("lake/x");

        assertThatThrownBy(() -> list("lake/" + template + "/", Window.ALL))
                .isInstanceOf(DataException.class)
                .hasMessage("lake/%s/: %s".formatted(template, message));
    }

    private Listing list(String path, Window filed) throws IOException {
        return new Walk(new Counted(), path, filed, part -> base.resolve(part).toString(), 1_000_000).listing();
    }

    private List<String> paths(String path, Window filed) throws IOException {
        return list(path, filed).files().stream().map(FileSlice::path).toList();
    }

    private List<String> names(String path, Window filed) throws IOException {
        return paths(path, filed).stream()
                .map(file -> file.substring(file.lastIndexOf('/') + 1))
                .sorted()
                .toList();
    }

    private void file(String path) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private static Window window(String from, String to) {
        return new Window(
                from == null ? null : Ticks.of(Instant.parse(from)), to == null ? null : Ticks.of(Instant.parse(to)));
    }

    private static String template(String path) {
        return List.of(path.split("/")).stream()
                .filter(part -> part.contains("{"))
                .findFirst()
                .orElseThrow();
    }

    /** Notes which folders are listed. */
    private final class Counted implements Volume {
        private final Volume local = new LocalVolume();

        @Override
        public Optional<Entry> find(String location) throws IOException {
            return local.find(location);
        }

        @Override
        public List<Entry> children(String folder) throws IOException {
            String path = base.relativize(Path.of(folder)).toString();
            listed.add(path.equals("lake") ? "lake/" : path);
            return local.children(folder);
        }

        @Override
        public String real(String location) throws IOException {
            return local.real(location);
        }

        @Override
        public RandomInput open(String location, FileSlice file) throws IOException {
            return local.open(location, file);
        }

        @Override
        public Stored read(String location, FileSlice file, long start, long most) throws IOException {
            return local.read(location, file, start, most);
        }

        @Override
        public Staging stage(String location, String path) throws IOException {
            return local.stage(location, path);
        }
    }
}
