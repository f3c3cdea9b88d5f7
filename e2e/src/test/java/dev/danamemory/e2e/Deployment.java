package dev.danamemory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The package as the build made it, unpacked as Lambda unpacks it, and the runtime that Lambda puts beside it. */
public final class Deployment {
    static final Path ZIP = Path.of("../functions/target/function.zip");

    private Deployment() {}

    /** The folder with the package's content: what {@code /var/task} is on Lambda. */
    public static Path task() {
        return Unpacked.TASK;
    }

    /** Class path of the runtime interface client, and of nothing else: functions bring what they need. */
    static List<String> runtime() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("aws-lambda-java-runtime-interface-client")
                        || entry.contains("aws-lambda-java-core")
                        || entry.contains("aws-lambda-java-serialization")
                        || Path.of(entry).getFileName().toString().startsWith("utils-lite"))
                .toList();
    }

    /** The client's native part; processes that start at once would all extract it to one place and crash. */
    static Path nativeClient() {
        return Unpacked.NATIVE_CLIENT;
    }

    private static void unzip(Path target) throws IOException {
        try (ZipFile zip = new ZipFile(ZIP.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                Path file = target.resolve(entry.getName()).normalize();
                assertThat(file.startsWith(target)).as(entry.getName()).isTrue();
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    try (InputStream in = zip.getInputStream(entry)) {
                        Files.copy(in, file);
                    }
                }
            }
        }
    }

    private static Path extractNative(Path folder) throws IOException {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        Path file = folder.resolve("client.so");
        try (InputStream in = Deployment.class
                .getClassLoader()
                .getResourceAsStream("jni/libaws-lambda-jni.linux-" + architecture + ".so")) {
            Files.copy(in, file);
        }
        return file;
    }

    // once for all tests, when the first asks
    private static final class Unpacked {
        static final Path TASK;
        static final Path NATIVE_CLIENT;

        static {
            try {
                Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "var-");
                TASK = Files.createDirectory(folder.resolve("task"));
                unzip(TASK);
                NATIVE_CLIENT = extractNative(folder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
