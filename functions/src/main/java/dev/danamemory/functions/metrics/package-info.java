/** Numbers for CloudWatch, one line of the log each: {@link dev.danamemory.functions.metrics.MetricLine}. */
@NullMarked
package dev.danamemory.functions.metrics;

import org.jspecify.annotations.NullMarked;
