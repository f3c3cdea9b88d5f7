package dev.danamemory.local;

import dev.danamemory.functions.Wiring;
import dev.danamemory.local.gateway.LocalApi;
import dev.danamemory.local.gateway.PackagedFunctions;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** The functions as they are shipped, on a folder of a test. */
public final class RealApi {
    private RealApi() {}

    public static PackagedFunctions functions(Path data) {
        Map<String, String> environment = Map.of("MEMORY_STORE", "file", "MEMORY_DATA_DIR", data.toString());
        return new PackagedFunctions(new Wiring(environment).ports());
    }

    public static LocalApi open(Path data) {
        return new LocalApi(functions(data), "sub", InstantSource.system());
    }
}
