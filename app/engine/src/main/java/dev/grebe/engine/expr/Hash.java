package dev.grebe.engine.expr;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A digest of a text's UTF-8 in lower-case hexadecimal digits. */
final class Hash implements RowFunction.OfText {
    private static final byte[] DIGITS = {'0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
    };

    private final MessageDigest digest;
    private final byte[] value;

    /** @param algorithm by a name that every Java platform has */
    Hash(String algorithm) {
        try {
            digest = MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no " + algorithm, e);
        }
        value = new byte[digest.getDigestLength()];
    }

    @Override
    public void write(Arguments row, TextBuffer out) {
        digest.update(row.bytes(0), row.start(0), row.length(0));
        try {
            digest.digest(value, 0, value.length);
        } catch (DigestException e) {
            throw new IllegalStateException(e);
        }
        for (byte b : value) {
            out.write(DIGITS[b >> 4 & 0xf]);
            out.write(DIGITS[b & 0xf]);
        }
    }
}
