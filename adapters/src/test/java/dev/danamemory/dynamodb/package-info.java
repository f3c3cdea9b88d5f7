/** The store on DynamoDB under its contract, with real servers and with tables in memory. */
package dev.danamemory.dynamodb;
