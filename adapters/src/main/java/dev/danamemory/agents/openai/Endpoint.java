package dev.danamemory.agents.openai;

import dev.danamemory.model.InvalidInputException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where an agent asks. A literal address is checked when the definition is read; a name is checked before each call, for
 * it may come to stand for something else.
 *
 * @param chatCompletions what is posted to
 */
record Endpoint(URI chatCompletions) {
    private static final String FIELD = "endpoint";
    private static final int HIGHEST_PORT = 65_535;
    private static final String NO_URL = "must be a URL, as in https://api.example.com/v1";
    // addresses can be written as one number, in hexadecimal and so on; a name's last label begins with a letter
    private static final Pattern NUMERIC = Pattern.compile("([^\\[]*\\.)?[0-9][^.]*\\.?");
    private static final Pattern DOTTED = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");

    /**
     * The endpoint of a base URL.
     *
     * @throws InvalidInputException when the URL is not https, nor http to loopback, or leads to a link-local address
     */
    static Endpoint of(String baseUrl) {
        URI base = parsed(baseUrl);
        if (base.getRawUserInfo() != null || base.getRawQuery() != null || base.getRawFragment() != null) {
            throw wrong("must have no user, query or fragment; keys are named by api_key_env or api_key_secret");
        }
        Endpoint endpoint = new Endpoint(base);
        if (endpoint.isPlain() && !endpoint.isLoopbackByName()) {
            throw wrong("must be https, or http to loopback: 127.0.0.1, [::1] or localhost");
        }
        if (endpoint.isLiteral() && endpoint.literal().isLinkLocal()) {
            throw wrong("must not be a link-local address");
        }
        String path = base.getRawPath().replaceFirst("/+$", "");
        if (path.endsWith("/chat/completions")) {
            throw wrong("must be the base URL, to which /chat/completions is added");
        }
        return new Endpoint(base.resolve(path + "/chat/completions"));
    }

    private static URI parsed(String baseUrl) {
        try {
            URI base = new URI(baseUrl);
            String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("https") || scheme.equals("http");
            if (!web || base.getPort() > HIGHEST_PORT || base.getPort() == 0) {
                throw wrong(NO_URL);
            }
            requireHost(base.getHost());
            return base;
        } catch (URISyntaxException quotesTheUrl) {
            throw wrong(NO_URL);
        }
    }

    private static void requireHost(@Nullable String host) {
        if (host == null
                || (NUMERIC.matcher(host).matches() && !DOTTED.matcher(host).matches())) {
            throw wrong(NO_URL);
        }
        // only link-local addresses have a zone
        if (host.contains("%")) {
            throw wrong("must not be a link-local address");
        }
    }

    private static InvalidInputException wrong(String problem) {
        return new InvalidInputException(FIELD, problem);
    }

    /**
     * Whether everything that the endpoint's name stands for now may be asked.
     *
     * @throws UnknownHostException when the name stands for nothing
     */
    boolean isAllowed(Resolver resolver) throws UnknownHostException {
        return isLiteral()
                || Arrays.stream(resolver.resolve(host()))
                        .map(Target::new)
                        .allMatch(target -> isPlain() ? target.isLoopback() : !target.isLinkLocal());
    }

    private boolean isPlain() {
        return chatCompletions.getScheme().equalsIgnoreCase("http");
    }

    private boolean isLoopbackByName() {
        return isLiteral() ? literal().isLoopback() : host().equalsIgnoreCase("localhost");
    }

    private boolean isLiteral() {
        return host().contains(":") || DOTTED.matcher(host()).matches();
    }

    private Target literal() {
        try {
            return new Target(InetAddress.ofLiteral(host()));
        } catch (IllegalArgumentException quotesTheAddress) {
            throw wrong(NO_URL);
        }
    }

    private String host() {
        String host = chatCompletions.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
