package dev.danamemory.dynamodb;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.DeleteRequest;
import software.amazon.awssdk.services.dynamodb.model.PutRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes in DynamoDB's words, and back. */
final class BatchWrites {
    private BatchWrites() {}

    static List<WriteRequest> requests(Writes writes) {
        List<WriteRequest> requests = new ArrayList<>();
        for (ItemKey key : writes.deleted()) {
            DeleteRequest delete =
                    DeleteRequest.builder().key(AwsRequests.key(key)).build();
            requests.add(WriteRequest.builder().deleteRequest(delete).build());
        }
        for (Item item : writes.put()) {
            PutRequest put = PutRequest.builder().item(item.values()).build();
            requests.add(WriteRequest.builder().putRequest(put).build());
        }
        return requests;
    }

    /** What was left undone. */
    static Writes left(List<WriteRequest> unprocessed) {
        List<ItemKey> deleted = new ArrayList<>();
        List<Item> put = new ArrayList<>();
        for (WriteRequest request : unprocessed) {
            if (request.deleteRequest() != null) {
                deleted.add(new Item(request.deleteRequest().key()).key());
            } else {
                put.add(new Item(request.putRequest().item()));
            }
        }
        return new Writes(deleted, put);
    }
}
