package dev.danamemory.agents.openai;

import java.io.IOException;

/** A provider's answer is longer than is read. */
final class AnswerTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    AnswerTooLargeException() {
        super("over 1 MiB");
    }
}
