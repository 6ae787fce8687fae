package dev.grebe.testing;

import static dev.grebe.plan.Function.IPV4_IS_IN_ANY_RANGE;
import static dev.grebe.plan.Function.IPV4_IS_IN_RANGE;
import static dev.grebe.plan.Function.IPV4_IS_MATCH;
import static dev.grebe.plan.Function.IPV4_IS_PRIVATE;
import static dev.grebe.plan.Function.IPV6_IS_IN_RANGE;
import static dev.grebe.plan.Function.IPV6_IS_MATCH;
import static dev.grebe.plan.Function.PARSE_IPV4;

/** Addresses of networks. */
final class AddressExamples extends ExampleTable {
    AddressExamples() {
        numbers();
        shortAddresses();
        longAddresses();
    }

    private void numbers() {
        gives(3232235777L, PARSE_IPV4, "192.168.1.1");
        gives(3232235776L, PARSE_IPV4, "192.168.1.1/24");
        gives(4294967294L, PARSE_IPV4, "255.255.255.255/31");
        gives(0, PARSE_IPV4, "255.255.255.255/0");
        gives(16909060, PARSE_IPV4, "1.2.3.4/32");
        for (String no : new String[] {
            "",
            "::1",
            "abc",
            "1.2.3.256",
            "1.2.3",
            "1.2.3.4.5",
            "1.2.3.",
            "1.2.3.4/33",
            "1.2.3.4/",
            "1.2.3.4/08",
            "1.2.3.4/-1",
            "1.2.3.4/8/8",
            "010.1.1.1",
            "00.1.1.1",
            " 10.1.1.1",
            "10.1.1.1 ",
            "1.2.3.+4",
            "1.2.3.\u0664"
        }) {
            gives(null, PARSE_IPV4, no);
        }
    }

    private void shortAddresses() {
        gives(true, IPV4_IS_PRIVATE, "10.1.2.3/24");
        gives(false, IPV4_IS_PRIVATE, "172.15.255.255");
        gives(true, IPV4_IS_PRIVATE, "172.31.255.255");
        gives(false, IPV4_IS_PRIVATE, "172.32.0.0");
        gives(true, IPV4_IS_PRIVATE, "192.168.0.0");
        gives(false, IPV4_IS_PRIVATE, "192.169.0.0");
        gives(false, IPV4_IS_PRIVATE, "127.0.0.1");
        gives(false, IPV4_IS_PRIVATE, "172.16.1.1/8");
        gives(null, IPV4_IS_PRIVATE, "fe80::1");
        gives(true, IPV4_IS_MATCH, "192.168.1.1/24", "192.168.1.255", 32);
        gives(true, IPV4_IS_MATCH, "192.168.1.1", "192.168.1.0", 31);
        gives(false, IPV4_IS_MATCH, "192.168.1.1", "192.168.1.0", 32);
        gives(true, IPV4_IS_MATCH, "192.168.1.1/30", "192.168.1.255/24", 32);
        gives(true, IPV4_IS_MATCH, "1.2.3.4", "255.2.3.4", 0);
        gives(false, IPV4_IS_MATCH, "127.0.0.0", "128.0.0.0", 1);
        gives(null, IPV4_IS_MATCH, "1.2.3.4", "1.2.3.4", 33);
        gives(null, IPV4_IS_MATCH, "1.2.3.4", "1.2.3.4", -1);
        gives(null, IPV4_IS_MATCH, "1.2.3.4", "1.2.3.4", Long.MIN_VALUE);
        gives(null, IPV4_IS_MATCH, "x", "1.2.3.4", 32);
        gives(null, IPV4_IS_MATCH, "1.2.3.4", "1.2.3.4", NO_LONG);
        gives(true, IPV4_IS_IN_RANGE, "192.168.1.1", "192.168.1.255/24");
        gives(false, IPV4_IS_IN_RANGE, "192.168.2.1", "192.168.1.0/24");
        gives(true, IPV4_IS_IN_RANGE, "8.8.8.8", "0.0.0.0/0");
        gives(false, IPV4_IS_IN_RANGE, "192.168.1.1/16", "192.168.1.0/24");
        gives(true, IPV4_IS_IN_RANGE, "192.168.0.1/16", "192.168.0.0");
        gives(null, IPV4_IS_IN_RANGE, "x", "10.0.0.0/8");
        gives(null, IPV4_IS_IN_RANGE, "10.0.0.1", "");
        gives(true, IPV4_IS_IN_ANY_RANGE, "10.1.2.3", json("[\"192.168.1.1/16\",\"10.0.0.1/8\"]"));
        gives(false, IPV4_IS_IN_ANY_RANGE, "1.1.1.1", json("[\"192.168.1.1/16\"]"));
        gives(true, IPV4_IS_IN_ANY_RANGE, "1.1.1.1", json("[\"x\",\"1.1.1.1\"]"));
        gives(null, IPV4_IS_IN_ANY_RANGE, "1.1.1.1", json("[\"x\",\"1.1.1.2\"]"));
        gives(null, IPV4_IS_IN_ANY_RANGE, "x", json("[\"1.1.1.1\"]"));
        gives(false, IPV4_IS_IN_ANY_RANGE, "x", json("[]"));
        gives(null, IPV4_IS_IN_ANY_RANGE, "1.1.1.1", json("[null]"));
        gives(null, IPV4_IS_IN_ANY_RANGE, "1.1.1.1", json("\"1.1.1.1\""));
        gives(null, IPV4_IS_IN_ANY_RANGE, "1.1.1.1", NO_DYNAMIC);
    }

    private void longAddresses() {
        gives(true, IPV6_IS_MATCH, "fe80::85d:e82c:9446:7994/120", "fe80::85d:e82c:9446:7998", 128);
        gives(false, IPV6_IS_MATCH, "fe80::1", "fe80::2", 128);
        gives(true, IPV6_IS_MATCH, "fe80::1", "FE80:0:0:0:0:0:0:0001", 128);
        gives(true, IPV6_IS_MATCH, "192.168.1.1", "::ffff:c0a8:0101", 128);
        gives(true, IPV6_IS_MATCH, "::192.168.1.1/30", "192.168.1.255/24", 127);
        gives(true, IPV6_IS_MATCH, "192.168.1.1", "::ffff:192.168.1.1", 128);
        gives(true, IPV6_IS_MATCH, "1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304", 128);
        gives(true, IPV6_IS_MATCH, "1::1.2.3.4", "1::102:304", 128);
        gives(true, IPV6_IS_MATCH, "::", "0:0:0:0:0:0:0:0", 128);
        gives(true, IPV6_IS_MATCH, "1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0", 128);
        gives(true, IPV6_IS_MATCH, "1::", "2::", 0);
        gives(true, IPV6_IS_MATCH, "::1/0", "ffff::", 128);
        gives(true, IPV6_IS_MATCH, "1.2.3.4/0", "::ffff:0:0", 128);
        gives(false, IPV6_IS_MATCH, "1.2.3.4/0", "::fffe:0:0", 128);
        gives(null, IPV6_IS_MATCH, "::1", "::1", 129);
        gives(null, IPV6_IS_MATCH, "::1", "::1", -1);
        gives(null, IPV6_IS_MATCH, "::1", "::1", NO_LONG);
        for (String no : new String[] {
            "",
            ":",
            ":::",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9",
            "1:2:3:4::5:6:7:8",
            "1::2::3",
            "12345::",
            "g::",
            "fe80::1%eth0",
            ":1::2",
            "1::2:",
            "::1/129",
            "::1/",
            "::1/01",
            "1.2.3.4/33",
            "::1.2.3.4/33",
            "1.2.3.4::",
            "::1.2.3.4:5",
            "1:2:3:4:5:6:7:1.2.3.4",
            "[::1]",
            " ::1"
        }) {
            gives(null, IPV6_IS_IN_RANGE, no, "::/0");
        }
        gives(true, IPV6_IS_IN_RANGE, "fe80::1", "fe80::/10");
        gives(false, IPV6_IS_IN_RANGE, "fec0::1", "fe80::/10");
        gives(false, IPV6_IS_IN_RANGE, "fe80::1/16", "fe80::1");
        gives(true, IPV6_IS_IN_RANGE, "10.1.2.3", "10.0.0.0/8");
        gives(true, IPV6_IS_IN_RANGE, "10.1.2.3", "::ffff:a00:0/104");
        gives(false, IPV6_IS_IN_RANGE, "a5e::1", "0:0:0:0:0:ffff:c0a8:ac/60");
        gives(null, IPV6_IS_IN_RANGE, "fe80::1", "x");
    }
}
