/**
 * The contract of a {@link dev.danamemory.store.ConversationStore} as tests, for whoever writes a store.
 *
 * <p>To run it: depend on the test-jar of {@code dana-memory}; write a {@link dev.danamemory.store.contract.StoreSpec} that
 * opens an empty {@link dev.danamemory.store.contract.StoreSpace} for each clause; extend
 * {@link dev.danamemory.store.contract.ConversationStoreContract} and return the spec. Wrap the backend so that every
 * request goes through {@link dev.danamemory.store.contract.StoreFaults}: {@code before}, the request, {@code after}; turn
 * a {@link dev.danamemory.store.contract.StoreFault} into what the backend throws in that case, and let
 * {@link dev.danamemory.store.contract.ProcessDied} through. What a backend cannot do is left out of
 * {@code StoreSpec.abilities()}, and its clauses are skipped visibly. To prove that the suite sees what it is to see, break
 * each {@link dev.danamemory.store.contract.Rule} in turn and let {@link dev.danamemory.store.contract.MutantCheck} run the
 * clause that names it.
 */
@NullMarked
package dev.danamemory.store.contract;

import org.jspecify.annotations.NullMarked;
