package dev.danamemory.dana;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.Fields;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Attachment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a turn refers to, as JSON. */
public final class AttachmentJson {
    private static final int LARGEST = 64 * 1024;
    private static final int LONGEST_URI = 8 * 1024;
    private static final int LONGEST_NAME = 255;
    private static final long LARGEST_SIZE = 1L << 53;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");

    private AttachmentJson() {}

    /**
     * Reads {@code attachments} of a turn, whether a request posts it or a file holds it; none when the field is absent.
     * At most {@value Attachment#MOST}, which together may have 64 KiB of compact JSON. Keys that this version does not
     * know are kept from a file and ignored in a request.
     *
     * @param turn whose fields; takes the faults, as of {@code attachments[2].uri}
     */
    public static List<Attachment> read(Fields turn) {
        List<Attachment> attachments = new ArrayList<>();
        List<Fields> objects = turn.objects("attachments");
        if (turn.isLimited() && objects.size() > Attachment.MOST) {
            turn.fault("attachments", "are too many: at most " + Attachment.MOST + " are kept");
            return attachments;
        }
        for (Fields in : objects) {
            attachments.add(attachment(in));
        }
        if (turn.isLimited()
                && !attachments.isEmpty()
                && JsonWriter.bytes(write(attachments, Form.FILE)).length > LARGEST) {
            turn.fault("attachments", "are too large: at most 65,536 bytes of compact JSON are kept");
        }
        return attachments;
    }

    private static Attachment attachment(Fields in) {
        Fields nullable = in.nullable();
        String name = nullable.shortText("name", LONGEST_NAME);
        Long size = nullable.whole("size", 0, LARGEST_SIZE);
        String sha256 = nullable.shortText("sha256", LONGEST_NAME);
        if (sha256 != null && in.isLimited() && !SHA256.matcher(sha256).matches()) {
            in.fault("sha256", "must be 64 hexadecimal digits");
        }
        return new Attachment(
                in.requiredShortText("uri", LONGEST_URI),
                in.requiredShortText("media_type", LONGEST_NAME),
                name,
                size,
                sha256,
                in.more(known(name, size, sha256)));
    }

    // a file's own "name": null is kept among the unknown keys, to be given back as it came
    private static Set<String> known(@Nullable String name, @Nullable Long size, @Nullable String sha256) {
        Set<String> known = new HashSet<>(Set.of("uri", "media_type"));
        if (name != null) {
            known.add("name");
        }
        if (size != null) {
            known.add("size");
        }
        if (sha256 != null) {
            known.add("sha256");
        }
        return known;
    }

    static ArrayNode write(List<Attachment> attachments, Form form) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Attachment attachment : attachments) {
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("uri", attachment.uri())
                    .put("media_type", attachment.mediaType());
            // a file gives back no key that it did not have
            Form inner = form == Form.ANSWER ? form : Form.STORED;
            inner.set(json, "name", attachment.name());
            inner.set(json, "size", attachment.size());
            inner.set(json, "sha256", attachment.sha256());
            array.add(inner.finish(json, attachment.more()));
        }
        return array;
    }
}
