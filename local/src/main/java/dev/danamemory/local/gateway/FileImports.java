package dev.danamemory.local.gateway;

import java.io.IOException;

/** The function that imports files, to be called by whom no limit of API Gateway's holds. */
@FunctionalInterface
public interface FileImports {
    /**
     * Its response to an event.
     *
     * @throws IOException when the function fails without an answer, and so does every other exception
     */
    byte[] answer(byte[] event, String requestId) throws IOException;
}
