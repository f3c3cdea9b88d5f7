package dev.danamemory.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonSyntaxException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is in a file to import: one Dana memory file, or, as {@code export --user} writes them, one in each line. The first
 * line tells: it is whole in itself or goes on. Read a line at a time, for all of a user may be much.
 */
final class ImportedFile implements Closeable {
    private static final int MOST = 4 * 1024 * 1024;
    private static final int END = -1;

    private final String name;
    private final InputStream in;
    private int linesRead;
    private int line;
    private int count;
    private boolean isAtEnd;

    private ImportedFile(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /**
     * A Dana memory file.
     *
     * @param content as it was written
     * @param json the same, read
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    record Document(byte[] content, JsonNode json) {}

    /** Opens a file; a failure says why it cannot be read. */
    static ImportedFile open(String name) {
        try {
            return new ImportedFile(name, new BufferedInputStream(Files.newInputStream(Path.of(name))));
        } catch (NoSuchFileException e) {
            throw CommandFailure.failed("there is no such file");
        } catch (AccessDeniedException e) {
            throw CommandFailure.failed("may not be read");
        } catch (IOException e) {
            throw unreadable();
        }
    }

    /** Whether there is something to read; an empty file is one document, which fails. */
    boolean hasNext() {
        return count == 0 || !isAtEnd;
    }

    /** The next document. A failure is of that document alone, unless the file cannot be read: then nothing is left. */
    Document next() {
        count++;
        try {
            skipBlank();
            line = linesRead + 1;
            byte[] content = lineOrAll();
            skipBlank();
            return new Document(content, parsed(content));
        } catch (IOException e) {
            isAtEnd = true;
            throw unreadable();
        }
    }

    /** Whether what was read last, or failed, is all that is in the file. */
    boolean isAlone() {
        return count == 1 && isAtEnd;
    }

    /** Where that is: the file, and the line where there are several. */
    String place() {
        return isAlone() ? name : name + ":" + line;
    }

    private byte[] lineOrAll() throws IOException {
        byte[] first = readLine();
        if (count > 1 || whole(first).isPresent()) {
            return first;
        }
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(first);
        if (!isAtEnd) {
            all.write('\n');
            all.writeBytes(in.readNBytes(MOST - first.length));
        }
        isAtEnd = true;
        if (all.size() > MOST) {
            throw tooLarge();
        }
        return all.toByteArray();
    }

    private byte[] readLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long length = 0;
        int next;
        for (next = in.read(); next != END && next != '\n'; next = in.read()) {
            if (length++ < MOST) {
                bytes.write(next);
            }
        }
        isAtEnd = next == END;
        linesRead++;
        if (length > MOST) {
            skipBlank();
            throw tooLarge();
        }
        return bytes.toByteArray();
    }

    private void skipBlank() throws IOException {
        int next;
        do {
            in.mark(1);
            next = in.read();
            linesRead += next == '\n' ? 1 : 0;
        } while (next == '\n' || next == '\r' || next == ' ' || next == '\t');
        in.reset();
        isAtEnd |= next == END;
    }

    private static Optional<JsonNode> whole(byte[] content) {
        try {
            return Optional.of(read(content));
        } catch (JsonSyntaxException goesOn) {
            return Optional.empty();
        }
    }

    private static JsonNode parsed(byte[] content) {
        try {
            return read(content);
        } catch (JsonSyntaxException e) {
            throw CommandFailure.failed(String.valueOf(e.getMessage()));
        }
    }

    // NaN is for the service to refuse, which names its place
    private static JsonNode read(byte[] content) {
        return JsonReader.lenient().read(content);
    }

    private static CommandFailure tooLarge() {
        return CommandFailure.failed("is over 4 MiB, the largest file that can be imported");
    }

    private static CommandFailure unreadable() {
        return CommandFailure.failed("can't be read; is it a file?");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
