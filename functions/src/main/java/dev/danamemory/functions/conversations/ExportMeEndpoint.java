package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.context.Cursors;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Query;
import dev.danamemory.functions.http.Request;
import dev.danamemory.store.Deadline;
import java.time.Duration;

/** {@code GET /me/export}: everything of the user as Dana memory files. */
record ExportMeEndpoint(Ports ports) implements Endpoint {
    private static final int MOST = 100;
    private static final int USUAL = 20;
    // what one more conversation may take
    private static final Duration ONE_MORE = Duration.ofSeconds(3);

    @Override
    public Answer answer(Request request) {
        Query query = request.query();
        Integer limit = query.whole("limit", 1, MOST);
        query.check();
        Cursors cursors = Cursors.ofExport(ports.hash(), request.user());
        String cursor = query.text("cursor");
        Deadline deadline = ports.deadlineOf(request);
        Exports exports = Exports.of(ports, request);
        UserExport.Page page = new UserExport(
                        exports.store(),
                        new EachExport(exports, request.measures()),
                        () -> deadline.left().compareTo(ONE_MORE) < 0)
                .page(request.user(), cursor == null ? null : cursors.open(cursor), limit == null ? USUAL : limit);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("conversations").addAll(page.files());
        String next = page.next();
        json.put("next_cursor", next == null ? null : cursors.seal(next));
        return Answer.ok(json);
    }
}
