package dev.danamemory.servers;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local in memory, on a port of the loopback interface. */
public final class DynamoDbServer implements AutoCloseable {
    /** Letters and digits only: DynamoDB Local takes no others. */
    public static final String ACCESS_KEY = "dana";

    public static final String SECRET_KEY = "memory";
    public static final String REGION = "eu-central-1";

    private final Server server;

    private DynamoDbServer(Server server) {
        this.server = server;
    }

    /** The one that all tests of this JVM may use, each with a table of its own; ends with the JVM. */
    public static DynamoDbServer shared() {
        return Shared.SERVER;
    }

    /** An empty one. */
    public static DynamoDbServer start() {
        boolean inMemory = true;
        boolean sharedByAllRegions = true;
        var requests = new LocalDynamoDBRequestHandler(0, inMemory, null, sharedByAllRegions, false);
        Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        server.setHandler(new LocalDynamoDBServerHandler(requests, null));
        LifeCycle.start(server);
        return new DynamoDbServer(server);
    }

    /** Where it listens, by which other processes reach it too. */
    public URI url() {
        ServerConnector connector = (ServerConnector) server.getConnectors()[0];
        return URI.create("http://127.0.0.1:" + connector.getLocalPort());
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    // made when a test first asks
    private static final class Shared {
        static final DynamoDbServer SERVER = start();
    }
}
