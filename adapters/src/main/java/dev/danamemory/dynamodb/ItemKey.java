package dev.danamemory.dynamodb;

/** Where an item lies in the table. */
record ItemKey(String partition, String sort) {
    /** Names it in an error. Users are not named there. */
    String shown() {
        char kind = partition.charAt(0);
        String name = kind == 'u' ? "#" : partition.substring(partition.lastIndexOf('#'));
        return kind + name + "/" + sort;
    }
}
