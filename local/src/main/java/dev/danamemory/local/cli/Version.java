package dev.danamemory.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that Maven wrote into the jar. */
final class Version implements IVersionProvider {
    private static final String WRITTEN_BY_MAVEN = "/META-INF/maven/dev.danamemory/dana-memory-local/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties written = new Properties();
        try (InputStream in = Version.class.getResourceAsStream(WRITTEN_BY_MAVEN)) {
            if (in != null) {
                written.load(in);
            }
        }
        return new String[] {"dana-memory " + written.getProperty("version", "(not packaged)")};
    }
}
