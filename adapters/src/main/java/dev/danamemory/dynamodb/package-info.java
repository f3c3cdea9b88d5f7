/** Conversations as items of one DynamoDB table: start at {@link dev.danamemory.dynamodb.DynamoConversationStore}. */
@NullMarked
package dev.danamemory.dynamodb;

import org.jspecify.annotations.NullMarked;
