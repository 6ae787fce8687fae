package dev.grebe.sources.parquet;

import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What a scan has done; workers add to it once a page or batch. */
final class Counters {
    final LongAdder bytesRead = new LongAdder();
    final LongAdder rowsRead = new LongAdder();
    final LongAdder rowsRejected = new LongAdder();
    final LongAdder rowsSkipped = new LongAdder();
    final LongAdder pagesInflated = new LongAdder();
    final LongAdder pagesSteppedOver = new LongAdder();
    final LongAdder pagesWithoutChecksum = new LongAdder();
    final LongAdder bytesInflated = new LongAdder();
    final LongAdder chunksUntouched = new LongAdder();
    final LongAdder rowGroupsSkipped = new LongAdder();

    Map<String, Long> details() {
        return Map.of(
                "pagesInflated", pagesInflated.sum(),
                "pagesSteppedOver", pagesSteppedOver.sum(),
                "pagesWithoutChecksum", pagesWithoutChecksum.sum(),
                "bytesInflated", bytesInflated.sum(),
                "chunksUntouched", chunksUntouched.sum(),
                "rowGroupsSkipped", rowGroupsSkipped.sum());
    }
}
