package dev.grebe.kql;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What KQL has and we do not, by name, with what comes nearest to it. */
final class Refusals {
    private static final String TEXT_MEND = "use has, contains, startswith, endswith or matches regex";

    /** Operators that are words. */
    static final Map<String, String> OPERATORS = Map.of(
            "like", "like is not supported; " + TEXT_MEND,
            "notlike", "notlike is not supported; " + TEXT_MEND,
            "!like", "!like is not supported; " + TEXT_MEND,
            "like_cs", "like_cs is not supported; " + TEXT_MEND,
            "!like_cs", "!like_cs is not supported; " + TEXT_MEND);

    /** Signs of other languages, and what KQL has for them. */
    static final Map<String, String> SIGNS = Map.of("=", "==", "&&", "and", "&", "and", "||", "or", "!", "not(..)");

    private static final Set<String> CLOCKS = Set.of("now", "ago", "ingestion_time", "rand", "new_guid");

    private static final Set<String> AGGREGATES = Set.of(words("""
            count countif dcount dcountif count_distinct count_distinctif sum sumif avg avgif min minif max maxif \
            arg_min arg_max make_set make_set_if make_list make_list_if make_list_with_nulls make_bag make_bag_if \
            take_any take_anyif any anyif percentile percentiles stdev stdevif stdevp variance varianceif variancep \
            buildschema binary_all_and binary_all_or binary_all_xor hll hll_merge tdigest tdigest_merge"""));

    private static final Map<String, String> NEAREST = Map.ofEntries(
            Map.entry("datetime_local_to_utc", "the rules of zones change, and with them what it gives"),
            Map.entry("pack_all", "name the columns in bag_pack(..)"),
            Map.entry("replace", "use replace_string or replace_regex"),
            Map.entry("replace_strings", "use replace_string"),
            Map.entry("extract_json", "use parse_json(..).name"),
            Map.entry("extractjson", "use parse_json(..).name"),
            Map.entry("parse_ipv6", "use ipv6_is_match or ipv6_is_in_range"),
            Map.entry("parse_ipv6_mask", "use ipv6_is_in_range"),
            Map.entry("parse_ipv4_mask", "use ipv4_is_in_range"),
            Map.entry("ipv4_compare", "use ipv4_is_match"),
            Map.entry("ipv6_compare", "use ipv6_is_match"),
            Map.entry("ipv6_is_in_any_range", "use ipv6_is_in_range"),
            Map.entry("parse_urlquery", "use parse_url"),
            Map.entry("parse_csv", "use split"),
            Map.entry("indexof_regex", "use extract or countof(.., .., \"regex\")"),
            Map.entry("translate", "use replace_string"),
            Map.entry("strcmp", "use == or =~"),
            Map.entry("strrep", "use strcat"),
            Map.entry("make_timespan", "use timespan(..) or n * 1s"),
            Map.entry("week_of_year", "use datetime_part(\"week_of_year\", ..)"),
            Map.entry("weekofyear", "use datetime_part(\"week_of_year\", ..)"),
            Map.entry("dayofmonth", "use datetime_part(\"day\", ..)"),
            Map.entry("dayofyear", "use datetime_part(\"dayofyear\", ..)"),
            Map.entry("getmonth", "use datetime_part(\"month\", ..)"),
            Map.entry("getyear", "use datetime_part(\"year\", ..)"),
            Map.entry("monthofyear", "use datetime_part(\"month\", ..)"),
            Map.entry("todecimal", "use todouble"),
            Map.entry("toguid", "use tostring"),
            Map.entry("hash", "use hash_sha256"),
            Map.entry("array_slice", "use d[index]"),
            Map.entry("bag_has_key", "use isnotnull(d.name)"),
            Map.entry("bag_merge", "use bag_pack"),
            Map.entry("bag_set_key", "use bag_pack"),
            Map.entry("parse_xml", "use extract"),
            Map.entry("column_ifexists", "an optional column is null where a lake has none"),
            Map.entry("columnifexists", "an optional column is null where a lake has none"));

    private static final Set<String> OTHERS = Set.of(words("""
            acos asin atan atan2 cos sin tan cot pi sqrt pow exp exp2 exp10 log log2 log10 loggamma gamma sign \
            ceiling degrees radians isnan isinf isfinite beta_cdf beta_inv beta_pdf erf erfc zip range repeat \
            treepath gettype dynamic_to_json jaccard_index tohex format_bytes format_ipv4 format_ipv4_mask \
            datetime_utc_to_local datetime_list_timezones parse_version parse_user_agent hash_combine hash_many \
            hash_xxhash64 ipv4_netmask_suffix ipv4_range_to_cidr_list toscalar totable row_number row_cumsum \
            row_rank_dense row_rank_min row_window_session prev next estimate_data_size cursor_after \
            cursor_before_or_at cursor_current current_cluster_endpoint current_database current_principal extent_id \
            extent_tags rank_tdigest percentile_tdigest percentrank_tdigest percentile_array_tdigest dcount_hll \
            merge_tdigest assert punycode_from_string punycode_to_string punycode_domain_from_string \
            punycode_domain_to_string zlib_compress_to_base64_string zlib_decompress_from_base64_string \
            gzip_compress_to_base64_string gzip_decompress_from_base64_string invoke externaldata materialize \
            stored_query_result bitset_count_ones binary_all_and convert_angle convert_energy convert_force \
            convert_length convert_mass convert_speed convert_temperature convert_volume welch_test has_ipv4 \
            has_ipv4_prefix has_any_ipv4 has_any_ipv4_prefix has_any_term ipv4_lookup ipv6_lookup isascii isutf8 \
            make_string unixtime_todatetime"""));

    private static final List<String> FAMILIES = List.of(
            "array_",
            "bag_",
            "set_",
            "base64_",
            "url_",
            "geo_",
            "series_",
            "unicode_codepoints_",
            "hll_",
            "tdigest_",
            "percentile",
            "punycode_",
            "graph_",
            "stdev",
            "variance",
            "ipv4_",
            "ipv6_",
            "parse_ipv6",
            "binary_");

    private Refusals() {}

    private static String[] words(String list) {
        return list.split(" ");
    }

    /** Why there is no such function although KQL has it; empty if it has none either. */
    static Optional<String> function(String name) {
        if (CLOCKS.contains(name)) {
            return Optional.of(
                    name
                            + "() is refused: an expression has the same value whenever it runs, so there is neither clock nor chance in it");
        } else if (AGGREGATES.contains(name)) {
            return Optional.of(name + "(..) is an aggregate; an expression is of one row");
        }
        String mend = NEAREST.getOrDefault(name, "");
        boolean known = NEAREST.containsKey(name) || OTHERS.contains(name) || isOfFamily(name);
        return known ? Optional.of(name + " is not supported" + (mend.isEmpty() ? "" : "; " + mend)) : Optional.empty();
    }

    private static boolean isOfFamily(String name) {
        return FAMILIES.stream().anyMatch(name::startsWith);
    }
}
