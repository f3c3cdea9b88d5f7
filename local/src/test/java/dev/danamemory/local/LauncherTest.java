package dev.danamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher before something that is built already and a JDK that is a script. */
@Timeout(60)
class LauncherTest {
    @TempDir
    Path home;

    private record Ended(int exitCode, String out) {}

    @BeforeEach
    void place() throws IOException {
        for (String file : List.of("dana-memory", ".mvn/find-jdk.sh")) {
            Path copy = home.resolve(file);
            Files.createDirectories(copy.getParent());
            Files.copy(Path.of("..").resolve(file), copy);
        }
        script("jdk/bin/javac", "");
        Files.writeString(home.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        Path target = Files.createDirectories(home.resolve("local/target"));
        Files.createDirectory(target.resolve("lib"));
        for (String built : List.of("dana-memory-local.jar", "dana-memory.aot", ".built")) {
            Files.createFile(target.resolve(built));
        }
    }

    private void script(String name, String commands) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + commands + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ended sh(String command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of("sh", "-c", command)))
                .directory(home.toFile())
                .redirectErrorStream(true);
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", home.resolve("jdk").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), out);
    }

    @Test
    void closedInputIsEmptyInput() throws Exception {
        script("jdk/bin/java", "cat && echo read");

        assertThat(sh("exec sh ./dana-memory chat <&-")).isEqualTo(new Ended(0, "read\n"));
    }

    @Test
    void openInputIsLeftAlone() throws Exception {
        script("jdk/bin/java", "cat");

        assertThat(sh("echo hello | sh ./dana-memory chat")).isEqualTo(new Ended(0, "hello\n"));
    }

    @Test
    void closedOutputIsNoFileOfTheRuntimesAndStillFails() throws Exception {
        script("jdk/bin/java", "exec 2>>told; [ -e /dev/fd/1 ] && echo open >>told; echo answer || exit 1");

        assertThat(sh("exec sh ./dana-memory chat hello >&-").exitCode()).isEqualTo(1);
        assertThat(Files.readString(home.resolve("told"))).startsWith("open\n");
    }

    @Test
    void itStartsWithoutAHome() throws Exception {
        script("jdk/bin/java", "echo started in \"$HOME\"");

        Ended ended = sh("exec env -u HOME sh ./dana-memory --version");
        assertThat(ended.exitCode()).as(ended.out()).isZero();
        assertThat(ended.out()).matches("started in [/~].*\\n");
    }

    @Test
    void aJdkIsLookedForWithoutAHome() throws Exception {
        Ended ended = sh("env -u HOME -u JAVA_HOME sh -euc '. ./.mvn/find-jdk.sh; echo \"$JAVA_HOME\"'");
        assertThat(ended.out()).doesNotContain("HOME:").isNotBlank();
    }
}
