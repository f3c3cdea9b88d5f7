package dev.danamemory.context;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;

/** The real tokenizer for tests; its tables are loaded once for all of them. */
public final class O200k implements TokenCounter {
    private static final Encoding ENCODING = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.O200K_BASE);

    @Override
    public String name() {
        return "o200k_base";
    }

    @Override
    public int count(String text) {
        return ENCODING.countTokensOrdinary(text);
    }
}
