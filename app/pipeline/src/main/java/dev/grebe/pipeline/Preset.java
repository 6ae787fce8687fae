package dev.grebe.pipeline;

import dev.grebe.plugin.Default;
import java.util.Map;

/**
 * A shape of lakes that is known: how Defender's tables are made from it.
 *
 * @param about what it is, for people
 * @param source the plugin that reads it, unless the pipeline file names another
 * @param settings of that plugin
 * @param under as in {@link TableSection}, for all tables
 */
record Preset(
        String about,
        String source,

        @Default("{}") Map<String, String> settings,

        @Default("''") String under,

        Map<String, PresetTable> tables) {
    /**
     * How one table is made; all but the last as in {@link TableSection}.
     *
     * @param lacks what the lake cannot give, and what that costs, by column
     */
    record PresetTable(
            @Default("''") String where,

            @Default("{}") Map<String, String> columns,

            @Default("{}") Map<String, TableSection.LakeType> types,

            @Default("{}") Map<String, String> let,

            @Default("{}") Map<String, String> lacks) {}
}
