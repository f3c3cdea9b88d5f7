package dev.danamemory.local.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A body as it stands in an event or in a function's answer.
 *
 * @param content the text, or the bytes in base64
 * @param isBase64 which of the two
 */
public record Body(String content, boolean isBase64) {
    /** No bytes. */
    public static final Body EMPTY = new Body("", false);

    private static final Pattern TEXT_TYPE =
            Pattern.compile("text/[^;]*|application/(?:json|javascript|xml|[^;]*\\+(?:json|xml))");

    /** A text. */
    public static Body text(String text) {
        return new Body(text, false);
    }

    /**
     * The bytes as API Gateway hands them on: as text where the type says text, else in base64. What calls itself text
     * and is not UTF-8 goes in base64 too, so that its function sees the very bytes.
     *
     * @param contentType of the request; empty when it names none
     * @param contentEncoding of the request; empty when it names none
     */
    public static Body of(byte[] bytes, String contentType, String contentEncoding) {
        if (bytes.length == 0) {
            return EMPTY;
        }
        if (contentEncoding.isEmpty() && isText(contentType)) {
            try {
                return text(StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString());
            } catch (CharacterCodingException notUtf8) {
                return base64(bytes);
            }
        }
        return base64(bytes);
    }

    private static Body base64(byte[] bytes) {
        return new Body(Base64.getEncoder().encodeToString(bytes), true);
    }

    private static boolean isText(String contentType) {
        int end = contentType.indexOf(';');
        String type = end < 0 ? contentType : contentType.substring(0, end);
        return TEXT_TYPE.matcher(type.strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** The bytes that go over the wire. */
    public byte[] bytes() {
        return isBase64 ? Base64.getDecoder().decode(content) : content.getBytes(StandardCharsets.UTF_8);
    }

    /** The bytes as text. */
    public String asText() {
        return isBase64 ? new String(bytes(), StandardCharsets.UTF_8) : content;
    }
}
