package dev.grebe.pipeline;

import dev.grebe.plan.Type;
import java.util.List;
import java.util.Optional;

/**
 * What was seen of a lake.
 *
 * @param path as it was given
 * @param format name of the source plugin that reads it
 * @param why what told the format
 * @param files that the path lists: counted, or, of very many, estimated
 * @param filesCounted whether {@code files} and {@code bytes} are no estimates
 * @param bytes of these
 * @param filesRead of these, looked into
 * @param rowsRead in which values were looked at
 * @param rows in all files: counted, or estimated by bytes
 * @param counted whether {@code rows} is no estimate
 * @param columns the first of those that were found
 * @param columnsFound how many there are
 * @param fits presets that may be meant, the ones chosen for the stanza first
 * @param stanza {@code tables:} of a pipeline file in the folder where relative paths start
 * @param rejectedRows bad ones among those met
 * @param rejectedFiles bad ones
 * @param rejections the first few of them, as a run would end
 * @param notes what else there is to know, for people
 */
public record SampleReport(
        String path,
        String format,
        String why,
        long files,
        boolean filesCounted,
        long bytes,
        int filesRead,
        long rowsRead,
        long rows,
        boolean counted,
        List<SampledColumn> columns,
        int columnsFound,
        List<PresetFit> fits,
        String stanza,
        int rejectedRows,
        int rejectedFiles,
        List<String> rejections,
        List<String> notes) {
    public SampleReport {
        columns = List.copyOf(columns);
        fits = List.copyOf(fits);
        rejections = List.copyOf(rejections);
        notes = List.copyOf(notes);
    }

    /** Whether something met is not as it should be. */
    public boolean isDamaged() {
        return rejectedRows > 0 || rejectedFiles > 0;
    }

    /**
     * A column of the lake.
     *
     * @param type as which it is read best
     * @param partition whether a folder name gives it
     * @param values a few of them: text as it is, all else as JSON; cut, and safe to print
     * @param missing rows of those read in which it has none
     * @param times from its earliest to its latest time in the rows read, if it is of times
     */
    public record SampledColumn(
            String name, Type type, boolean partition, List<String> values, long missing, Optional<TimeRange> times) {
        public SampledColumn {
            values = List.copyOf(values);
        }

        /** The type as pipeline files call it. */
        public String typeName() {
            return TableSection.LakeType.of(type).toString();
        }
    }

    /** Both ends in ticks, both inclusive. */
    public record TimeRange(long from, long to) {}

    /**
     * How a table of a preset fits.
     *
     * @param preset its name
     * @param table name of the table
     * @param columns that rules read of it
     * @param given how many of these the lake can give
     * @param missing the others
     * @param fits whether the table can be made of the lake
     * @param mayHaveRows false if no row seen meets the table's condition
     * @param why what tells that
     * @param chosen whether it stands in the stanza
     */
    public record PresetFit(
            String preset,
            String table,
            int columns,
            int given,
            List<String> missing,
            boolean fits,
            boolean mayHaveRows,
            String why,
            boolean chosen) {
        public PresetFit {
            missing = List.copyOf(missing);
        }
    }
}
