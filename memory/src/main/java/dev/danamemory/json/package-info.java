/**
 * JSON as values: {@link dev.danamemory.json.JsonReader} reads, {@link dev.danamemory.json.JsonWriter} writes, numbers
 * stay as written; {@link dev.danamemory.json.Fields} reads the fields of an object and notes their faults.
 */
@NullMarked
package dev.danamemory.json;

import org.jspecify.annotations.NullMarked;
