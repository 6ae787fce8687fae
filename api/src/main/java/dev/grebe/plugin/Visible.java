package dev.grebe.plugin;

import java.util.HexFormat;

/** Text from lakes, made safe to print: it cannot move the cursor, colour, reorder, hide or break a line. */
public final class Visible {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    /**
     * First and last characters of the ranges that are written out, ascending: controls, what directs or hides text, what
     * looks empty, halves of pairs, private use and what is no character. A table, since each Java knows another Unicode
     * and findings are to be the same bytes on all.
     */
    private static final int[] HIDDEN = {
        0x0000, 0x001F, 0x007F, 0x009F, 0x00AD, 0x00AD, 0x034F, 0x034F, 0x061C, 0x061C, 0x115F, 0x1160, 0x17B4, 0x17B5,
        0x180B, 0x180F, 0x200B, 0x200F, 0x2028, 0x202E, 0x2060, 0x206F, 0x2800, 0x2800, 0x3164, 0x3164, 0xD800, 0xF8FF,
        0xFDD0, 0xFDEF, 0xFE00, 0xFE0F, 0xFEFF, 0xFEFF, 0xFFA0, 0xFFA0, 0xFFF0, 0xFFFB, 0xFFFE, 0xFFFF, 0x13430,
                0x1345F,
        0x1BCA0, 0x1BCA3, 0x1D173, 0x1D17A, 0x1FFFE, 0x1FFFF, 0x2FFFE, 0x2FFFF, 0x3FFFE, 0x3FFFF, 0xE0000, 0x10FFFF
    };

    private Visible() {}

    /**
     * The text with each control, format (bidirectional, zero-width), separator, blank-looking and unpaired character as
     * {@code \n}, {@code \r}, {@code \t} or {@code \}{@code u001B}; all else as it is, so backslashes stay single.
     */
    public static String of(String text) {
        int first = 0;
        while (first < text.length() && isPlain(text.charAt(first))) {
            first++;
        }
        return first == text.length() ? text : text.substring(0, first) + escaped(text, first);
    }

    /** The text so, but for all behind its first {@code most} characters, for which {@code ..} stands. */
    public static String of(String text, int most) {
        boolean isCut = text.codePointCount(0, text.length()) > most;
        return isCut ? of(text.substring(0, text.offsetByCodePoints(0, most))) + ".." : of(text);
    }

    private static boolean isPlain(char unit) {
        return unit >= ' ' && unit < 0x7F;
    }

    private static StringBuilder escaped(String text, int start) {
        StringBuilder visible = new StringBuilder(text.length());
        int length;
        for (int i = start; i < text.length(); i += length) {
            int character = text.codePointAt(i);
            length = Character.charCount(character);
            if (isHidden(character)) {
                escape(character, visible);
            } else {
                visible.appendCodePoint(character);
            }
        }
        return visible;
    }

    private static boolean isHidden(int character) {
        int range = 0;
        while (character > HIDDEN[range + 1]) {
            range += 2;
        }
        return character >= HIDDEN[range];
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
