package dev.danamemory.store.contract;

/** A part of the contract: clauses as tests in an interface, so that one class can have them all. */
public interface Clauses {
    /** The store under test in a space of its own, fresh for each clause. */
    Bench bench();
}
