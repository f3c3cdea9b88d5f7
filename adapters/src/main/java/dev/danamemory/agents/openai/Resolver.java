package dev.danamemory.agents.openai;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a host. */
@FunctionalInterface
interface Resolver {
    /** All of them, at least one. */
    InetAddress[] resolve(String host) throws UnknownHostException;
}
