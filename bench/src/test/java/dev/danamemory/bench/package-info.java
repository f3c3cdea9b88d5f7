/** Measurements. {@link dev.danamemory.bench.TurnCost} prints what a turn costs, {@link dev.danamemory.bench.BareRatio} what that is of bare SDK calls. */
package dev.danamemory.bench;
