package dev.danamemory.local.http;

import dev.danamemory.functions.http.Problem;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps pages in a browser out. A page of a foreign site may send requests to loopback (hence {@code Origin} and {@code
 * Sec-Fetch-Site}), and may even be read as ours after its name was bound to 127.0.0.1 (hence {@code Host}).
 */
final class BrowserRules {
    private static final List<String> NAMES = List.of("127.0.0.1", "localhost", "[::1]");
    private static final int HTTP_PORT = 80;
    private static final Set<String> FOREIGN_SITES = Set.of("cross-site", "same-site");

    private final int port;

    /** @param port where the server listens */
    BrowserRules(int port) {
        this.port = port;
    }

    /** What stands against a request, if anything does. */
    Optional<Problem> refusal(ServerRequest request) {
        List<String> host = request.values("Host");
        if (host.size() != 1 || !isOurs(host.getFirst())) {
            return Optional.of(misdirected());
        }
        if (!request.values("Origin").stream().allMatch(this::isOurOrigin)) {
            return Optional.of(
                    Problem.forbidden("requests of pages from elsewhere are refused; leave out the header Origin"));
        }
        if (!opensThePage(request) && request.values("Sec-Fetch-Site").stream().anyMatch(BrowserRules::isForeignSite)) {
            return Optional.of(
                    Problem.forbidden("requests of pages from elsewhere are refused; see the header Sec-Fetch-Site"));
        }
        return Optional.empty();
    }

    // a link from elsewhere may lead to the page, whose own requests are then of the same origin
    private static boolean opensThePage(ServerRequest request) {
        return request.method().equals("GET") && request.rawPath().equals("/");
    }

    private static boolean isForeignSite(String site) {
        return FOREIGN_SITES.contains(site.strip().toLowerCase(Locale.ROOT));
    }

    Problem misdirected() {
        return Problem.misdirected(
                "send one Host header: 127.0.0.1:%1$d, localhost:%1$d or [::1]:%1$d".formatted(port));
    }

    private boolean isOurOrigin(String origin) {
        String scheme = "http://";
        return origin.regionMatches(true, 0, scheme, 0, scheme.length()) && isOurs(origin.substring(scheme.length()));
    }

    private boolean isOurs(String authority) {
        return NAMES.stream()
                .anyMatch(name -> authority.equalsIgnoreCase(name + ":" + port)
                        || (port == HTTP_PORT && authority.equalsIgnoreCase(name)));
    }
}
