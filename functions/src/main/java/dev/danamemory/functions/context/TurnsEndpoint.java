package dev.danamemory.functions.context;

import dev.danamemory.StoredHistory;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.http.Query;
import dev.danamemory.functions.http.Request;
import dev.danamemory.functions.view.TurnsView;
import dev.danamemory.store.PageRequest;

/** {@code GET /conversations/{id}/turns}. */
record TurnsEndpoint(Ports ports) implements Endpoint {
    private static final int MOST = 200;
    private static final int USUAL = 50;
    private static final String NEWEST = "latest";
    // of as many digits as are read
    private static final long LARGEST = 999_999_999_999_999_999L;

    @Override
    public Answer answer(Request request) {
        PageRequest page = page(request.query());
        return ports.storeFor(request)
                .turns(request.conversation(), page)
                .map(found -> Answer.ok(TurnsView.of(found, page)))
                .orElseThrow(() -> new ProblemException(Problem.noConversation()));
    }

    private static PageRequest page(Query query) {
        Integer limit = query.whole("limit", 1, MOST);
        int turns = limit == null ? USUAL : limit;
        Long after = query.number("after", 0, LARGEST);
        String beforeText = query.text("before");
        Long before = beforeText == null || beforeText.equals(NEWEST)
                ? Long.valueOf(Long.MAX_VALUE)
                : query.number("before", 1, LARGEST);
        if (query.text("after") != null && beforeText != null) {
            query.fault("before", "must not be given together with after");
        }
        query.check();
        return beforeText == null || before == null
                ? new PageRequest.After(after == null ? 0 : after, turns, StoredHistory.PAGE_BYTES)
                : new PageRequest.Before(before, turns, StoredHistory.PAGE_BYTES);
    }
}
