package dev.danamemory.functions.chat;

import dev.danamemory.functions.Ports;
import dev.danamemory.functions.Rehearsal;
import dev.danamemory.functions.Wiring;
import dev.danamemory.functions.http.Front;
import dev.danamemory.functions.http.HttpHandler;
import java.util.List;

/** The Lambda function behind {@code POST /chat}. */
public final class ChatHandler extends HttpHandler {
    /** As Lambda makes it. */
    public ChatHandler() {
        this(Wiring.fromEnvironment());
    }

    /** As Lambda makes it in an environment. */
    public ChatHandler(Wiring wiring) {
        this(wiring.ports(), wiring);
    }

    private ChatHandler(Ports ports, Wiring wiring) {
        this(ports);
        aroundSnapshot(() -> rehearse(ports), wiring::renew);
    }

    private static void rehearse(Ports ports) {
        Rehearsal.Step turn = Rehearsal.chat(ports.agents());
        new Rehearsal(ports, ChatEndpoints::of, turn, List.of(turn, turn)).run();
    }

    public ChatHandler(Ports ports) {
        super(new Front(ChatEndpoints.of(ports), ports.identity(), ports.hash()));
    }
}
