package dev.danamemory.local.http;

import dev.danamemory.local.gateway.LocalApi;
import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.Map;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The API over HTTP, for this machine alone. */
public final class HttpFront {
    private static final Map<String, String> HOSTS =
            Map.of("127.0.0.1", "127.0.0.1", "localhost", "127.0.0.1", "::1", "[::1]", "[::1]", "[::1]");
    private static final Duration RUNNING_TURNS_END = Duration.ofSeconds(30);
    private static final Duration IDLE = Duration.ofMinutes(10);
    private static final int HEADER_BYTES = 64 * 1024;
    // Platform threads: a turn waits for locks and syncs of files, which hold a virtual thread's carrier.
    private static final int MOST_THREADS = 200;
    private static final int IDLE_THREADS = 4;

    private final Server server;
    private final ServerConnector connector;
    private final String address;

    private HttpFront(Server server, ServerConnector connector, String address) {
        this.server = server;
        this.connector = connector;
        this.address = address;
    }

    /**
     * Starts to listen; ready on return.
     *
     * @param host 127.0.0.1, localhost or ::1
     * @param port 0 for any free one
     * @throws IllegalArgumentException when the host is not loopback
     * @throws IOException when the port can't be had; the message is for people
     */
    public static HttpFront start(LocalApi api, String host, int port) throws IOException {
        String address = HOSTS.get(host);
        if (address == null) {
            throw new IllegalArgumentException(
                    "Dana Memory listens on this machine alone: the host is 127.0.0.1, localhost or ::1. Who reaches it"
                            + " is whoever they say they are; to serve others, deploy it behind API Gateway.");
        }
        QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, IDLE_THREADS);
        threads.setName("http");
        Server server = new Server(threads);
        server.setStopTimeout(RUNNING_TURNS_END.toMillis());
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration()));
        connector.setHost(address);
        connector.setPort(port);
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        open(connector, port);
        BrowserRules rules = new BrowserRules(connector.getLocalPort());
        server.setErrorHandler(new ProblemErrorHandler(rules));
        server.setHandler(new GracefulHandler(new FrontHandler(api, rules)));
        run(server);
        return new HttpFront(server, connector, address);
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        // the cache finds values whatever their case: after "Bearer Ana", "Bearer ana" would be Ana on that connection
        configuration.setHeaderCacheSize(0);
        // encoded slashes, dot segments, %00 and the like are ids that nobody has: the functions say so
        configuration.setUriCompliance(UriCompliance.UNSAFE);
        // an unsafe Host is not let through as well: the server would show it normalised, localhost:08787 as ours
        configuration.setHttpCompliance(HttpCompliance.RFC9110.with(
                "two Hosts reach our rules", HttpCompliance.Violation.DUPLICATE_HOST_HEADERS));
        return configuration;
    }

    private static void open(ServerConnector connector, int port) throws IOException {
        try {
            connector.open();
        } catch (IOException e) {
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                throw new IOException(
                        "port " + port + " is in use or not allowed; take another with --port, 0 for any free one", e);
            }
            throw e;
        }
    }

    private static void run(Server server) throws IOException {
        try {
            server.start();
        } catch (Exception e) {
            throw new IOException("the HTTP server did not start", e);
        }
    }

    /** Where it listens, as in {@code http://127.0.0.1:8787}. */
    public String url() {
        return "http://" + address + ":" + port();
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }

    /** Waits until it is stopped. */
    public void await() throws InterruptedException {
        server.join();
    }

    /** Accepts no more, lets running requests end (for at most 30 seconds), stops. */
    public void stop() throws IOException {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IOException("the HTTP server did not stop in good order", e);
        }
    }
}
