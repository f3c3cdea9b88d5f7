package dev.danamemory.agents.openai;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint on loopback that does with its connections what it is told, and counts those that are open. */
final class RawProvider implements AutoCloseable {
    private final ServerSocket server;
    private final List<Socket> sockets = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Behaviour behaviour;
    private final AtomicInteger accepted = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final CountDownLatch asked;
    private final CountDownLatch left;

    /** What happens once a request's head and body are in. */
    @FunctionalInterface
    interface Behaviour {
        /** Answers on that connection, the first being number 1. */
        void answer(int number, Socket socket) throws IOException;
    }

    RawProvider(Behaviour behaviour) throws IOException {
        this(behaviour, 1);
    }

    /** @param expected after how many connections the waiting methods come back */
    RawProvider(Behaviour behaviour, int expected) throws IOException {
        this.behaviour = behaviour;
        asked = new CountDownLatch(expected);
        left = new CountDownLatch(expected);
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
    }

    int accepted() {
        return accepted.get();
    }

    int open() {
        return open.get();
    }

    /** Waits until the expected requests are in. */
    boolean isAsked() throws InterruptedException {
        return asked.await(10, TimeUnit.SECONDS);
    }

    /** Waits until the expected clients have closed their connections. */
    boolean isLeft() throws InterruptedException {
        return left.await(10, TimeUnit.SECONDS);
    }

    private void accept() {
        try {
            while (true) {
                Socket socket = server.accept();
                synchronized (sockets) {
                    sockets.add(socket);
                }
                int number = accepted.incrementAndGet();
                open.incrementAndGet();
                threads.execute(() -> serve(number, socket));
            }
        } catch (IOException closed) {
            // nobody comes any more
        }
    }

    private void serve(int number, Socket socket) {
        try (socket) {
            readRequest(socket.getInputStream());
            asked.countDown();
            behaviour.answer(number, socket);
        } catch (IOException gone) {
            // the client has closed, which is what some tests wait for
        } finally {
            open.decrementAndGet();
            left.countDown();
        }
    }

    /** Reads one request with its body. */
    static void readRequest(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("no request");
            }
            head.append((char) c);
        }
        String length = head.toString().replaceFirst("(?is).*content-length: *([0-9]+).*", "$1");
        in.readNBytes(Integer.parseInt(length));
    }

    static void write(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    static void writeCompletion(Socket socket, String content) throws IOException {
        String body = FakeProvider.completion(content);
        write(socket, "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
    }

    /** Sends nothing more until the client closes. */
    static void waitForEnd(Socket socket) throws IOException {
        while (socket.getInputStream().read() >= 0) {
            // whatever it is
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        synchronized (sockets) {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
        threads.close();
    }
}
