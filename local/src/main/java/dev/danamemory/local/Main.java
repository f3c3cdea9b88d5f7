package dev.danamemory.local;

import dev.danamemory.agents.AgentsFileException;
import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.StartException;
import dev.danamemory.functions.Wiring;
import dev.danamemory.local.cli.CommandContext;
import dev.danamemory.local.cli.DanaMemoryCommand;
import dev.danamemory.local.cli.StoreChoice;
import dev.danamemory.local.cli.Terminal;
import dev.danamemory.local.gateway.LocalApi;
import dev.danamemory.local.gateway.PackagedFunctions;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** Where {@code ./dana-memory} begins. */
public final class Main {
    private Main() {}

    /** Carries out what was typed; the exit code is 0 when done, 1 when it failed, 2 when it makes no sense. */
    public static void main(String[] arguments) {
        CommandContext context = new CommandContext(Terminal.ofProcess(), System.getenv(), Main::open);
        System.exit(DanaMemoryCommand.execute(context, arguments));
    }

    private static LocalApi open(StoreChoice choice) throws IOException {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("MEMORY_STORE", "file");
        environment.put("MEMORY_DATA_DIR", choice.data().toString());
        try {
            Ports ports = new Wiring(environment).ports();
            return new LocalApi(new PackagedFunctions(ports), ports.identity().claim(), InstantSource.system());
        } catch (StartException wrong) {
            throw wrong.getCause() instanceof IOException unusable
                    ? unusable(choice, unusable)
                    : new IOException(wrong.getMessage(), wrong);
        } catch (AgentsFileException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        } catch (BlobUnavailableException unusable) {
            throw unusable(choice, unusable);
        }
    }

    // the folder may come from --data or be the usual one: its variable would be the wrong thing to name
    private static IOException unusable(StoreChoice choice, Exception cause) {
        return new IOException("The data folder " + choice.data() + " can't be used.", cause);
    }
}
