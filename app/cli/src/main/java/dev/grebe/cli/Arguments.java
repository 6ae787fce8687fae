package dev.grebe.cli;

import dev.grebe.pipeline.Sizes;
import dev.grebe.pipeline.Threads;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Values of options that would be wrong in any pipeline file, refused before one is opened. */
final class Arguments {
    private Arguments() {}

    /** {@code --threads}. */
    static final class ThreadCount implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            return Threads.parse(text).orElseThrow(() -> new TypeConversionException(Threads.expected(text)));
        }
    }

    /** {@code --memory}. */
    static final class Size implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            long heap = Runtime.getRuntime().maxMemory();
            if (!Sizes.isSize(text)) {
                throw new TypeConversionException(Sizes.expected(text));
            } else if (!Sizes.fits(text, heap)) {
                throw new TypeConversionException(Sizes.tooMuch(text, heap));
            }
            return text;
        }
    }

    /** {@code --set}. */
    static final class Assignment implements ITypeConverter<String> {
        private static final String EXAMPLE = "write for example run.threads=4";

        @Override
        public String convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw new TypeConversionException("'%s' has no '='; %s".formatted(text, EXAMPLE));
            } else if (text.substring(0, equals).isBlank()) {
                throw new TypeConversionException("'%s' has no key before the '='; %s".formatted(text, EXAMPLE));
            } else if (text.substring(equals + 1).isBlank()) {
                throw new TypeConversionException(
                        "'%s' has no value behind the '='; empty text is written ''".formatted(text));
            }
            return text;
        }
    }
}
