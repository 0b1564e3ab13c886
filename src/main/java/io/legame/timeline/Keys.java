package io.legame.timeline;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** A fact's key as a fixed number of bytes: the md5 of its kind and the source's key. Not a secret, only short. */
final class Keys {
    private Keys() {}

    static UUID of(String kind, String sourceKey) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5")
                    .digest((kind + "\u0000" + sourceKey).getBytes(StandardCharsets.UTF_8));
            var bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
