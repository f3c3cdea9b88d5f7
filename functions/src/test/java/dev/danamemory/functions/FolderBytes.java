package dev.danamemory.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All files of a data folder, with what is in them. */
final class FolderBytes {
    private FolderBytes() {}

    /** Each file's bytes in hex, by its path within the folder; locks hold nothing. */
    static Map<String, String> of(Path folder) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains(".locks"))
                    .forEach(file -> files.put(folder.relativize(file).toString(), hex(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static String hex(Path file) {
        try {
            return HexFormat.of().formatHex(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a text stands in a file that is not packed. */
    static boolean contains(Map<String, String> files, String text) {
        String hex = HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
        return files.entrySet().stream()
                .anyMatch(
                        file -> file.getKey().contains(text) || file.getValue().contains(hex));
    }
}
