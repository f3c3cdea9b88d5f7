package dev.danamemory.agents.openai;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** An address that an endpoint stands for. */
record Target(InetAddress address) {
    private static final int IPV4 = 4;
    private static final byte[] LINK_LOCAL = prefix("a9fe");
    // ways to write an IPv4 address as an IPv6 one: compatible, through NAT64, through 6to4
    private static final byte[] COMPATIBLE = prefix("000000000000000000000000");
    private static final byte[] NAT64 = prefix("0064ff9b0000000000000000");
    private static final byte[] SIX_TO_FOUR = prefix("2002");
    // where AWS has the services of 169.254/16 for IPv6
    private static final byte[] AWS = prefix("fd000ec2");

    private static byte[] prefix(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    boolean isLoopback() {
        return address.isLoopbackAddress();
    }

    /** Whether it is, or leads to, 169.254/16, fe80::/10 or their twin at AWS: clouds give away credentials there. */
    boolean isLinkLocal() {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return startsWith(bytes, 0, LINK_LOCAL);
        }
        boolean inside = startsWith(bytes, 0, COMPATIBLE) || startsWith(bytes, 0, NAT64);
        return address.isLinkLocalAddress()
                || startsWith(bytes, 0, AWS)
                || (inside && startsWith(bytes, bytes.length - IPV4, LINK_LOCAL))
                || (startsWith(bytes, 0, SIX_TO_FOUR) && startsWith(bytes, SIX_TO_FOUR.length, LINK_LOCAL));
    }

    private static boolean startsWith(byte[] bytes, int from, byte[] prefix) {
        return Arrays.equals(bytes, from, from + prefix.length, prefix, 0, prefix.length);
    }
}
