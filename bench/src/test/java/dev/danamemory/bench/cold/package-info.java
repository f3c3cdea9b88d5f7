/** Starts of functions: {@link dev.danamemory.bench.cold.Contest} measures them in turn. */
package dev.danamemory.bench.cold;
