package dev.danamemory.agents.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.chat.AgentException;
import dev.danamemory.chat.AgentException.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Calls that are given up leave nothing behind. */
class GivenUpTest {
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final RawProvider.Behaviour SILENT = (number, socket) -> RawProvider.waitForEnd(socket);

    private static void timesOut(RawProvider.Behaviour behaviour) throws Exception {
        try (RawProvider provider = new RawProvider(behaviour)) {
            long start = System.nanoTime();
            AgentException failure = Asking.at(provider.url()).within(SHORT).failure();

            assertThat(failure).hasMessage("the agent's provider did not answer in time");
            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(SHORT, Duration.ofSeconds(5));
            assertThat(provider.isLeft()).isTrue();
            assertThat(provider.accepted()).isEqualTo(1);
        }
    }

    @Test
    void noAnswer() throws Exception {
        timesOut(SILENT);
    }

    @Test
    void headersThatDrip() throws Exception {
        timesOut((number, socket) -> {
            RawProvider.write(socket, "HTTP/1.1 200 OK\r\n");
            drip(socket, "X-Header: value\r\n");
        });
    }

    @Test
    void aBodyThatDrips() throws Exception {
        timesOut((number, socket) -> {
            RawProvider.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
            drip(socket, " ");
        });
    }

    // one piece each 20 ms, paced by waiting for input that does not come
    private static void drip(Socket socket, String piece) throws IOException {
        socket.setSoTimeout(20);
        for (int i = 0; i < 1000; i++) {
            RawProvider.write(socket, piece);
            try {
                if (socket.getInputStream().read() < 0) {
                    return;
                }
            } catch (SocketTimeoutException nothingYet) {
                // go on
            }
        }
    }

    @Test
    void aConnectionThatIsNeverMade() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<Socket> queue = new ArrayList<>();
            try {
                // the system completes one connection more than the backlog says and drops the rest
                for (int i = 0; i < 2; i++) {
                    queue.add(new Socket(InetAddress.getLoopbackAddress(), full.getLocalPort()));
                }
                AgentException failure = Asking.at("http://127.0.0.1:" + full.getLocalPort() + "/v1")
                        .within(SHORT)
                        .failure();

                assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
            } finally {
                for (Socket socket : queue) {
                    socket.close();
                }
            }
        }
    }

    @Test
    void timeThatIsOverAlready() throws IOException {
        try (FakeProvider provider = new FakeProvider().says("too late")) {
            assertThat(Asking.at(provider.url())
                            .within(Duration.ofSeconds(-1))
                            .failure()
                            .kind())
                    .isEqualTo(Kind.TIMEOUT);
        }
    }

    @Test
    void anInterruptedCallEndsItsExchange() throws Exception {
        try (RawProvider provider = new RawProvider(SILENT)) {
            FutureTask<AgentException> call = new FutureTask<>(() -> {
                AgentException failure = Asking.at(provider.url()).failure();
                assertThat(Thread.currentThread().isInterrupted()).isTrue();
                return failure;
            });
            Thread thread = Thread.ofVirtual().start(call);
            assertThat(provider.isAsked()).isTrue();
            thread.interrupt();

            AgentException failure = call.get(10, TimeUnit.SECONDS);
            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(failure).hasMessage("waiting for the agent's provider was broken off");
            assertThat(provider.isLeft()).isTrue();
        }
    }

    @Test
    void anInterruptedPauseEndsTheCall() throws Exception {
        Thread[] caller = new Thread[1];
        RawProvider.Behaviour error = (number, socket) -> {
            RawProvider.write(socket, "HTTP/1.1 500 Error\r\nContent-Length: 0\r\n\r\n");
            // comes while the answer is read or in the pause after it
            caller[0].interrupt();
            RawProvider.waitForEnd(socket);
        };
        try (RawProvider provider = new RawProvider(error)) {
            FutureTask<AgentException> call =
                    new FutureTask<>(() -> Asking.at(provider.url()).failure());
            caller[0] = Thread.ofVirtual().unstarted(call);
            caller[0].start();

            assertThat(call.get(10, TimeUnit.SECONDS).kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(provider.accepted()).isEqualTo(1);
        }
    }

    @Test
    void cancelledCallsLeaveNeitherThreadsNorConnections() throws Exception {
        int calls = 20;
        Phaser running = new Phaser(1);
        Executor counted = task -> {
            running.register();
            Thread.ofVirtual().start(() -> {
                try {
                    task.run();
                } finally {
                    running.arriveAndDeregister();
                }
            });
        };
        try (RawProvider provider = new RawProvider(SILENT, calls)) {
            Asking asking = Asking.at(provider.url())
                    .with(new Provider(new Exchange(counted), InetAddress::getAllByName, () -> Asking.NOW));
            List<Thread> callers = new ArrayList<>();
            for (int i = 0; i < calls; i++) {
                callers.add(Thread.ofVirtual().start(asking::failure));
            }
            assertThat(provider.isAsked()).isTrue();
            assertThat(provider.open()).isEqualTo(calls);
            callers.forEach(Thread::interrupt);
            for (Thread caller : callers) {
                assertThat(caller.join(Duration.ofSeconds(10))).isTrue();
            }

            assertThat(provider.isLeft()).isTrue();
            assertThat(provider.open()).isZero();
            // everything the client began has ended, when this party is the only one left
            running.awaitAdvanceInterruptibly(running.arrive(), 10, TimeUnit.SECONDS);
            assertThat(running.getRegisteredParties()).isEqualTo(1);
            assertThat(provider.accepted()).isEqualTo(calls);
        }
    }
}
