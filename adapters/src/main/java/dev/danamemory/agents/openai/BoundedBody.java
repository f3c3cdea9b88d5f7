package dev.danamemory.agents.openai;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/**
 * Takes the body of a 2xx answer up to {@value #LARGEST} bytes, and gives up with {@link AnswerTooLargeException} at more.
 * Other answers' bodies are of no use and are not read; either way the connection is closed.
 */
final class BoundedBody implements BodySubscriber<byte[]> {
    /** The most bytes that are read of an answer. */
    static final int LARGEST = 1024 * 1024;

    private final boolean wanted;
    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private @Nullable Subscription subscription;

    private BoundedBody(boolean wanted) {
        this.wanted = wanted;
    }

    static BodySubscriber<byte[]> of(ResponseInfo answer) {
        return new BoundedBody(answer.statusCode() / 100 == 2);
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Subscription given) {
        subscription = given;
        if (wanted) {
            given.request(Long.MAX_VALUE);
        } else {
            given.cancel();
            body.complete(new byte[0]);
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            if (body.isDone()) {
                return;
            }
            if (buffer.remaining() > LARGEST - read.size()) {
                giveUp();
                return;
            }
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            read.writeBytes(bytes);
        }
    }

    private void giveUp() {
        if (subscription != null) {
            subscription.cancel();
        }
        body.completeExceptionally(new AnswerTooLargeException());
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        body.complete(read.toByteArray());
    }
}
