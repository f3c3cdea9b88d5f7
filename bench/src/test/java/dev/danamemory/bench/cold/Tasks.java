package dev.danamemory.bench.cold;

import dev.danamemory.e2e.Deployment;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Folders of functions. */
final class Tasks {
    private Tasks() {}

    /** One with the classes of that package of measurements, and with the libraries of the deployed functions. */
    static Path bare(Class<?> of) throws IOException {
        Path task = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "bare-");
        Path classes = folder(of);
        String inside = of.getPackageName().replace('.', '/');
        Path target = Files.createDirectories(task.resolve(inside));
        for (Path file : files(classes.resolve(inside))) {
            Files.copy(file, target.resolve(file.getFileName()));
        }
        Files.createSymbolicLink(task.resolve("lib"), Deployment.task().resolve("lib"));
        return task;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static Path folder(Class<?> of) {
        try {
            return Path.of(
                    of.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
