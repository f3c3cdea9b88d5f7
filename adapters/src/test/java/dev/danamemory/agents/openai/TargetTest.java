package dev.danamemory.agents.openai;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    private static Target target(String literal) {
        return new Target(InetAddress.ofLiteral(literal));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.0.0",
                "169.254.169.254",
                "169.254.170.2",
                "169.254.255.255",
                "::ffff:169.254.169.254",
                "::169.254.169.254",
                "64:ff9b::169.254.169.254",
                "2002:a9fe:a9fe::1",
                "fe80::1",
                "febf:ffff::1",
                "fd00:ec2::254"
            })
    void linkLocal(String literal) {
        assertThat(target(literal).isLinkLocal()).isTrue();
        assertThat(target(literal).isLoopback()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.253.255.255",
                "169.255.0.0",
                "10.169.254.1",
                "1.1.169.254",
                "8.8.8.8",
                "::1:169.254.169.254",
                "64:ff9b::8.8.8.8",
                "2002:808:808::1",
                "2001:a9fe:a9fe::1",
                "fec0::1",
                "fd00:ec3::254",
                "2001:db8::a9fe:a9fe"
            })
    void notLinkLocal(String literal) {
        assertThat(target(literal).isLinkLocal()).isFalse();
        assertThat(target(literal).isLoopback()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.255.255.254", "::1", "::ffff:127.0.0.1"})
    void loopback(String literal) {
        assertThat(target(literal).isLoopback()).isTrue();
        assertThat(target(literal).isLinkLocal()).isFalse();
    }
}
