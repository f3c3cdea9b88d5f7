/** Measurements: {@link dev.danamemory.bench.TurnCost} prints what a turn costs, {@link dev.danamemory.bench.BareRatio} what that is of bare SDK calls, {@link dev.danamemory.bench.ColdStart} how long a first answer takes. */
package dev.danamemory.bench;
