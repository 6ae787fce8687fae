package dev.grebe.sources.parquet;

import org.jspecify.annotations.Nullable;

/** Reads the dictionary of a chunk. */
final class DictionaryReader {
    private DictionaryReader() {}

    /** The dictionary as its chunk is decoded, or null if there is none. The cursor loses its page. */
    static @Nullable Dictionary read(PageCursor pages, Chunk chunk, Reserved kept) {
        Dictionary stored = stored(pages, chunk, kept);
        if (stored == null) {
            return null;
        }
        Decoding decoding = chunk.decoding();
        int scale = chunk.column().scale();
        if (decoding == Decoding.TEXT) {
            return stored.checked();
        } else if (decoding.isText()) {
            Dictionary texts = stored.toTexts(decoding, scale);
            kept.add(texts.texts().bytes().length + Dictionary.indexBytes(texts.size()));
            return texts;
        } else if (decoding.isFromBytes()) {
            kept.add((long) stored.size() * Long.BYTES);
            return stored.toNumbers(decoding, scale);
        }
        decoding.convert(stored.numbers(), stored.size(), scale);
        return stored;
    }

    /** The dictionary as it is stored, or null if there is none. The cursor loses its page. */
    static @Nullable Dictionary stored(PageCursor pages, Chunk chunk, Reserved kept) {
        if (!pages.seekDictionary()) {
            return null;
        }
        PageHeader header = pages.header;
        if (header.encoding != PageHeader.PLAIN && header.encoding != PageHeader.PLAIN_DICTIONARY) {
            throw new BadPage("encoding %d of the dictionary is not supported", header.encoding);
        }
        return chunk.isOfBytes() ? PageValues.bytes(pages, chunk, kept) : PageValues.numbers(pages, chunk, kept);
    }
}
