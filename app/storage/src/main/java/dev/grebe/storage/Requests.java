package dev.grebe.storage;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What was asked of a remote file system: each listing, look-up and read is one request at least. */
final class Requests {
    final LongAdder listings = new LongAdder();
    final LongAdder lookups = new LongAdder();
    final LongAdder reads = new LongAdder();
    final LongAdder bytesRead = new LongAdder();

    void addTo(Map<String, Long> counts) {
        Map<String, Long> mine = new LinkedHashMap<>();
        mine.put("listings", listings.sum());
        mine.put("lookups", lookups.sum());
        mine.put("reads", reads.sum());
        mine.put("bytesRead", bytesRead.sum());
        mine.forEach((name, count) -> counts.merge(name, count, Long::sum));
    }
}
