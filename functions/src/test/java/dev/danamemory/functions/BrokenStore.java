package dev.danamemory.functions;

import dev.danamemory.store.ConversationStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Supplier;

/** A store some of whose methods throw. */
final class BrokenStore {
    private BrokenStore() {}

    /** @param methods names of those that throw; none means all */
    static ConversationStore of(ConversationStore store, Supplier<RuntimeException> failure, String... methods) {
        Set<String> broken = Set.of(methods);
        return (ConversationStore) Proxy.newProxyInstance(
                BrokenStore.class.getClassLoader(),
                new Class<?>[] {ConversationStore.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("within")) {
                        return of((ConversationStore) method.invoke(store, arguments), failure, methods);
                    }
                    if (broken.isEmpty() || broken.contains(method.getName())) {
                        throw failure.get();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
