/** What Dana Memory is measured against: the same calls of the SDK, or one library alone, in a Lambda function. */
package dev.danamemory.bench.bare;
