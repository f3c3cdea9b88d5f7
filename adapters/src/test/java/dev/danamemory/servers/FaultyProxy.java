package dev.danamemory.servers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands before a server, on a port of the loopback interface, and loses, refuses, delays and repeats what passes. It
 * changes neither requests nor answers, so signatures stay good.
 */
public final class FaultyProxy implements AutoCloseable {
    private final URI server;
    private final ServerSocket listening;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong faulted = new AtomicLong();
    private volatile ProxyFaults faults = ProxyFaults.NONE;

    private FaultyProxy(URI server, ServerSocket listening) {
        this.server = server;
        this.listening = listening;
    }

    /** One that lets everything pass until it is told otherwise. */
    public static FaultyProxy before(URI server) {
        try {
            ServerSocket listening = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
            FaultyProxy proxy = new FaultyProxy(server, listening);
            Thread.ofVirtual().start(proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From now on. */
    public void faults(ProxyFaults next) {
        this.faults = next;
    }

    /** Where clients reach it, those in other processes too. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + listening.getLocalPort());
    }

    /** How many requests came. */
    public long requests() {
        return requests.get();
    }

    /** How many of them did not simply pass. */
    public long faulted() {
        return faulted.get();
    }

    /** Gone: nobody listens on its port any more, and every connection is closed. */
    @Override
    public void close() {
        try {
            listening.close();
            for (Socket client : clients) {
                client.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        clients.add(client);
        try (client;
                Upstream upstream = new Upstream(server)) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream());
            Optional<HttpMessage> request = HttpMessage.read(in);
            while (request.isPresent()) {
                pass(request.get(), client, upstream);
                request = HttpMessage.read(in);
            }
        } catch (IOException goneMeanwhile) {
            // one of the two closed; the client sees as much
        } finally {
            clients.remove(client);
        }
    }

    private void pass(HttpMessage request, Socket client, Upstream upstream) throws IOException {
        requests.incrementAndGet();
        ProxyFault fault = faults.of(new ProxiedRequest(request));
        if (!(fault instanceof ProxyFault.Pass)) {
            faulted.incrementAndGet();
        }
        switch (fault) {
            case ProxyFault.Pass pass -> answer(client, upstream.send(request));
            case ProxyFault.LoseAnswer lose -> {
                upstream.send(request);
                lose.meanwhile().run();
                reset(client);
            }
            case ProxyFault.Refuse refuse -> answer(client, refuse.refusal().answer(request));
            case ProxyFault.Hold hold -> {
                hold.delivery().accept(() -> deliver(request));
                reset(client);
            }
            case ProxyFault.Repeat repeat -> {
                HttpMessage answer = upstream.send(request);
                repeat.delivery().accept(() -> deliver(request));
                answer(client, answer);
            }
        }
    }

    private void deliver(HttpMessage request) {
        try (Upstream upstream = new Upstream(server)) {
            upstream.send(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void answer(Socket client, HttpMessage answer) throws IOException {
        client.getOutputStream().write(answer.bytes());
    }

    // closing with what was not sent yet thrown away resets the connection
    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }
}
