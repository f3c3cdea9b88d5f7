package dev.danamemory.bench;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.DoubleAdder;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** Counts what really goes to a backend, under the store and unknown to it. */
final class Counter implements ExecutionInterceptor {
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private final DoubleAdder units = new DoubleAdder();

    /** What was counted. */
    record Count(long reads, long writes, double units) {
        Count minus(Count before) {
            return new Count(reads - before.reads, writes - before.writes, units - before.units);
        }
    }

    Count count() {
        return new Count(reads.get(), writes.get(), units.sum());
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        boolean isRead = context.httpRequest().method() == SdkHttpMethod.GET
                || context.httpRequest()
                        .firstMatchingHeader("X-Amz-Target")
                        .filter(target -> target.endsWith(".Query") || target.endsWith("GetItem"))
                        .isPresent();
        (isRead ? reads : writes).incrementAndGet();
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        switch (context.response()) {
            case QueryResponse answer -> add(answer.consumedCapacity());
            case GetItemResponse answer -> add(answer.consumedCapacity());
            case PutItemResponse answer -> add(answer.consumedCapacity());
            case BatchGetItemResponse answer -> answer.consumedCapacity().forEach(this::add);
            case TransactWriteItemsResponse answer -> answer.consumedCapacity().forEach(this::add);
            default -> {} // others consume none, or none that a turn asks for
        }
    }

    private void add(ConsumedCapacity consumed) {
        if (consumed != null) {
            units.add(consumed.capacityUnits());
        }
    }
}
