package dev.danamemory.functions;

import dev.danamemory.store.ConversationStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A store some of whose methods throw, or come late. */
final class BrokenStore {
    private BrokenStore() {}

    /** @param methods names of those that throw; none means all */
    static ConversationStore of(ConversationStore store, Supplier<RuntimeException> failure, String... methods) {
        Set<String> broken = Set.of(methods);
        return before(store, method -> {
            if (broken.isEmpty() || broken.contains(method)) {
                throw failure.get();
            }
        });
    }

    /** A store in which something else happens before the first call of a method. */
    static ConversationStore before(String method, ConversationStore store, Runnable meanwhile) {
        AtomicBoolean happened = new AtomicBoolean();
        return before(store, called -> {
            if (called.equals(method) && happened.compareAndSet(false, true)) {
                meanwhile.run();
            }
        });
    }

    private static ConversationStore before(ConversationStore store, Consumer<String> called) {
        return (ConversationStore) Proxy.newProxyInstance(
                BrokenStore.class.getClassLoader(),
                new Class<?>[] {ConversationStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("within")) {
                        return before((ConversationStore) method.invoke(store, arguments), called);
                    }
                    called.accept(method.getName());
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
