package dev.grebe.plugin;

import java.util.HexFormat;

/** Text from lakes, made safe to print: it cannot move the cursor, colour, reorder, hide or break a line. */
public final class Visible {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Visible() {}

    /**
     * The text with each control, format (bidirectional, zero-width), separator, blank-looking and unpaired character as
     * {@code \n}, {@code \r}, {@code \t} or {@code \}{@code u001B}; all else as it is, so backslashes stay single.
     */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        boolean changed = false;
        int length;
        for (int i = 0; i < text.length(); i += length) {
            int character = text.codePointAt(i);
            length = Character.charCount(character);
            if (isVisible(character)) {
                visible.appendCodePoint(character);
            } else {
                changed = true;
                escape(character, visible);
            }
        }
        return changed ? visible.toString() : text;
    }

    private static boolean isVisible(int character) {
        if (character < 0x7F) {
            return character >= ' ';
        }
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> !looksEmpty(character);
        };
    }

    // Fillers, joiners, blanks and variation selectors are letters, marks or symbols to Unicode and nothing to the eye.
    private static boolean looksEmpty(int character) {
        return character == 0x034F
                || character == 0x115F
                || character == 0x1160
                || character == 0x17B4
                || character == 0x17B5
                || (character >= 0x180B && character <= 0x180F)
                || character == 0x2800
                || character == 0x3164
                || (character >= 0xFE00 && character <= 0xFE0F)
                || character == 0xFFA0
                || (character >= 0xE0000 && character <= 0xE0FFF);
    }

    private static void escape(int character, StringBuilder visible) {
        switch (character) {
            case '\n' -> visible.append("\\n");
            case '\r' -> visible.append("\\r");
            case '\t' -> visible.append("\\t");
            default -> {
                for (char unit : Character.toChars(character)) {
                    visible.append("\\u").append(HEX.toHexDigits(unit));
                }
            }
        }
    }
}
