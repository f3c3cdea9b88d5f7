package dev.danamemory.bench.cold;

import dev.danamemory.bench.bare.PieceHandler;
import dev.danamemory.bench.bare.PieceHandler.Piece;
import dev.danamemory.bench.cold.Function.Begin;
import dev.danamemory.bench.cold.Function.Taken;
import dev.danamemory.e2e.Event;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Prints what each library costs a start, by functions that use nothing else. */
public final class UsedOnce {
    private static final List<String> JVM = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

    private UsedOnce() {}

    /** A table, with medians of that many starts. */
    public static void print(int rounds) throws IOException {
        Path task = Tasks.bare(PieceHandler.class);
        Contest contest = new Contest();
        byte[] event = Event.chat("kitchen", "Seven loaves of bread went into the oven.")
                .bytes();
        for (Piece piece : Piece.values()) {
            Function function = function(task, piece);
            contest.add(piece.name(), () -> function.start(Begin.PROCESS, JVM, event));
        }
        contest.run(rounds);
        System.out.println("| first use of | ms | of processors | classes |");
        System.out.println("| --- | --- | --- | --- |");
        Taken nothing = contest.median(Piece.NOTHING.name());
        long without = classes(function(task, Piece.NOTHING), event);
        for (Piece piece : Piece.values()) {
            Taken taken = contest.median(piece.name());
            boolean isMore = piece != Piece.NOTHING;
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %,d |%n",
                    piece,
                    taken.millis() - (isMore ? nothing.millis() : 0),
                    taken.processorMillis() - (isMore ? nothing.processorMillis() : 0),
                    classes(function(task, piece), event) - (isMore ? without : 0));
        }
    }

    private static Function function(Path task, Piece piece) {
        return new Function(
                task,
                PieceHandler.class.getName() + "::handleRequest",
                Map.of("PIECE", piece.name(), "AWS_ACCESS_KEY_ID", "dana", "AWS_SECRET_ACCESS_KEY", "memory"));
    }

    private static long classes(Function function, byte[] event) throws IOException {
        Path file = Files.createTempFile(Path.of("target").toAbsolutePath(), "classes-", ".log");
        function.start(Begin.PROCESS, List.of("-Xlog:class+load=info:file=" + file + ":none:filecount=0"), event);
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        }
    }
}
