package dev.danamemory.local;

import dev.danamemory.agents.AgentsFileException;
import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.StartException;
import dev.danamemory.functions.StoreKind;
import dev.danamemory.functions.Wiring;
import dev.danamemory.local.cli.CommandContext;
import dev.danamemory.local.cli.DanaMemoryCommand;
import dev.danamemory.local.cli.StoreChoice;
import dev.danamemory.local.cli.Terminal;
import dev.danamemory.local.gateway.FollowingFunctions;
import dev.danamemory.local.gateway.FunctionRoutes;
import dev.danamemory.local.gateway.LocalApi;
import dev.danamemory.local.gateway.PackagedFunctions;
import dev.danamemory.local.gateway.WatchedFile;
import dev.danamemory.store.StoreUnavailableException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** Where {@code ./dana-memory} begins. */
public final class Main {
    private Main() {}

    /** Carries out what was typed; {@code --help} has the exit codes. */
    public static void main(String[] arguments) {
        CommandContext context = new CommandContext(Terminal.ofProcess(), System.getenv(), Main::open);
        System.exit(DanaMemoryCommand.execute(context, arguments));
    }

    private static LocalApi open(StoreChoice choice) throws IOException {
        try {
            Wiring wiring = new Wiring(choice.over(System.getenv()));
            wiring.createMissing(PackagedTable::definition);
            Optional<WatchedFile> agentsFile = wiring.agentsFile().map(WatchedFile::new);
            Ports ports = wiring.ports();
            // a store out of reach is told now, not with the first request
            ports.hash().of("");
            FunctionRoutes functions = new PackagedFunctions(ports);
            return new LocalApi(
                    agentsFile
                            .<FunctionRoutes>map(file -> new FollowingFunctions(
                                    file, functions, () -> new PackagedFunctions(ports.with(wiring.agents()))))
                            .orElse(functions),
                    ports.identity().claim(),
                    InstantSource.system());
        } catch (StartException wrong) {
            throw wrong.getCause() instanceof IOException unusable
                    ? unusable(choice, unusable)
                    : new IOException(wrong.getMessage(), wrong);
        } catch (AgentsFileException | StoreUnavailableException wrong) {
            throw new IOException(wrong.getMessage(), wrong);
        } catch (BlobUnavailableException unusable) {
            throw choice.kind() == StoreKind.FILE
                    ? unusable(choice, unusable)
                    : new IOException("The store can't be reached. " + unusable.getMessage(), unusable);
        }
    }

    // the folder may come from --data or be the usual one: its variable would be the wrong thing to name
    private static IOException unusable(StoreChoice choice, Exception cause) {
        return new IOException("The data folder " + choice.data() + " can't be used.", cause);
    }
}
