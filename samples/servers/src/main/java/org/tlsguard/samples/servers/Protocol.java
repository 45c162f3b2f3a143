package org.tlsguard.samples.servers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The protocols that {@link ProtocolServer} speaks: as much of each as makes a client send its first secret, a password or
 * a request, and no more.
 */
public enum Protocol {
    HTTPS {
        @Override
        void converse(Wire wire) throws IOException {
            String line = wire.line();
            int length = 0;
            while (!line.isEmpty()) {
                if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
                    length = Integer.parseInt(
                            line.substring(line.indexOf(':') + 1).trim());
                }
                line = wire.line();
            }
            wire.octets(length);
            wire.say("HTTP/1.1 200 OK");
            wire.say("Content-Type: text/plain");
            wire.say("Content-Length: 7");
            wire.say("Connection: close");
            wire.say("");
            wire.send("welcome".getBytes(StandardCharsets.US_ASCII));
        }
    },
    /** The client speaks first, and gets no answer. */
    RAW {
        @Override
        void converse(Wire wire) throws IOException {
            wire.anything();
        }
    },
    /** As {@link #RAW}, for clients that insist on HTTP/2. */
    H2 {
        @Override
        void converse(Wire wire) throws IOException {
            wire.anything();
        }
    },
    SMTP {
        @Override
        void open(Wire wire) throws IOException {
            wire.say("220 localhost ESMTP");
            String line = wire.line();
            while (!line.equalsIgnoreCase("STARTTLS")) {
                if (line.toUpperCase(Locale.ROOT).startsWith("EHLO")) {
                    wire.say("250-localhost");
                    wire.say("250 STARTTLS");
                } else {
                    wire.say("530 Must issue a STARTTLS command first");
                }
                line = wire.line();
            }
            wire.say("220 Ready to start TLS");
        }

        @Override
        void converse(Wire wire) throws IOException {
            smtp(wire);
        }
    },
    SMTPS {
        @Override
        void converse(Wire wire) throws IOException {
            wire.say("220 localhost ESMTP");
            smtp(wire);
        }
    },
    IMAP {
        @Override
        void open(Wire wire) throws IOException {
            wire.say("* OK ready");
            String line = wire.line();
            while (!line.toUpperCase(Locale.ROOT).endsWith(" STARTTLS")) {
                imapCapability(wire, line, "STARTTLS LOGINDISABLED");
                line = wire.line();
            }
            wire.say(tag(line) + " OK begin TLS");
        }

        @Override
        void converse(Wire wire) throws IOException {
            imap(wire);
        }
    },
    IMAPS {
        @Override
        void converse(Wire wire) throws IOException {
            wire.say("* OK ready");
            imap(wire);
        }
    },
    POP3 {
        @Override
        void open(Wire wire) throws IOException {
            wire.say("+OK ready");
            String line = wire.line();
            while (!line.equalsIgnoreCase("STLS")) {
                pop3Capability(wire, line);
                line = wire.line();
            }
            wire.say("+OK begin TLS");
        }

        @Override
        void converse(Wire wire) throws IOException {
            pop3(wire);
        }
    },
    POP3S {
        @Override
        void converse(Wire wire) throws IOException {
            wire.say("+OK ready");
            pop3(wire);
        }
    },
    FTP {
        @Override
        void open(Wire wire) throws IOException {
            wire.say("220 ready");
            while (!wire.line().toUpperCase(Locale.ROOT).startsWith("AUTH ")) {
                wire.say("530 AUTH first");
            }
            wire.say("234 begin TLS");
        }

        @Override
        void converse(Wire wire) throws IOException {
            ftp(wire);
        }
    },
    FTPS {
        @Override
        void converse(Wire wire) throws IOException {
            wire.say("220 ready");
            ftp(wire);
        }
    },
    /** After the StartTLS extended operation of RFC 4511, 4.14. */
    LDAP {
        @Override
        void open(Wire wire) throws IOException {
            int messageId = ldapMessageId(wire);
            wire.send(0x30, 0x0c, 0x02, 0x01, messageId, 0x78, 0x07, 0x0a, 0x01, 0x00, 0x04, 0x00, 0x04, 0x00);
        }

        @Override
        void converse(Wire wire) throws IOException {
            ldap(wire);
        }
    },
    LDAPS {
        @Override
        void converse(Wire wire) throws IOException {
            ldap(wire);
        }
    },
    /** After the SSLRequest message: asks for a password in clear text. */
    POSTGRESQL {
        @Override
        void open(Wire wire) throws IOException {
            wire.octets(8);
            wire.send('S');
        }

        @Override
        void converse(Wire wire) throws IOException {
            wire.anything();
            wire.send('R', 0, 0, 0, 8, 0, 0, 0, 3);
            wire.anything();
            ByteArrayOutputStream error = new ByteArrayOutputStream();
            error.write("SFATAL\0C28P01\0Mno such user\0\0".getBytes(StandardCharsets.US_ASCII));
            wire.send('E', 0, 0, 0, error.size() + 4);
            wire.send(error.toByteArray());
        }
    },
    /** A handshake of protocol version 10 that offers TLS; under it, access is denied. */
    MYSQL {
        private static final int CLIENT_SSL = 0x0800;
        private static final int CAPABILITIES = 0x008f_f7ff | CLIENT_SSL;

        @Override
        void open(Wire wire) throws IOException {
            ByteArrayOutputStream greeting = new ByteArrayOutputStream();
            greeting.write(10);
            greeting.write("8.0.36\0".getBytes(StandardCharsets.US_ASCII));
            greeting.write(new byte[] {1, 0, 0, 0});
            greeting.write("saltsalt\0".getBytes(StandardCharsets.US_ASCII));
            greeting.write(new byte[] {(byte) CAPABILITIES, (byte) (CAPABILITIES >> 8), 33, 2, 0});
            greeting.write(new byte[] {(byte) (CAPABILITIES >> 16), (byte) (CAPABILITIES >> 24), 21});
            greeting.write(new byte[10]);
            greeting.write("saltsaltsalt\0mysql_native_password\0".getBytes(StandardCharsets.US_ASCII));
            packet(wire, 0, greeting.toByteArray());
            byte[] header = wire.octets(4);
            wire.octets((header[0] & 0xff) | (header[1] & 0xff) << 8);
        }

        @Override
        void converse(Wire wire) throws IOException {
            wire.anything();
            ByteArrayOutputStream denied = new ByteArrayOutputStream();
            denied.write(new byte[] {(byte) 0xff, 0x15, 0x04});
            denied.write("#28000Access denied".getBytes(StandardCharsets.US_ASCII));
            packet(wire, 3, denied.toByteArray());
        }

        private void packet(Wire wire, int sequence, byte[] payload) throws IOException {
            wire.send(payload.length, payload.length >> 8, 0, sequence);
            wire.send(payload);
        }
    },
    /** The broker speaks after the client's protocol header: SASL PLAIN, as RabbitMQ offers it. */
    AMQP {
        @Override
        void converse(Wire wire) throws IOException {
            wire.octets(8);
            ByteArrayOutputStream start = new ByteArrayOutputStream();
            start.write(new byte[] {0, 10, 0, 10, 0, 9, 0, 0, 0, 0});
            start.write(new byte[] {0, 0, 0, 5});
            start.write("PLAIN".getBytes(StandardCharsets.US_ASCII));
            start.write(new byte[] {0, 0, 0, 5});
            start.write("en_US".getBytes(StandardCharsets.US_ASCII));
            wire.send(1, 0, 0, 0, 0, 0, start.size());
            wire.send(start.toByteArray());
            wire.send(0xce);
            wire.anything();
        }
    };

    /** What comes before the handshake. Reads no byte beyond: what follows is the ClientHello. */
    void open(Wire wire) throws IOException {}

    /** What is said under TLS, up to the client's first secret. */
    abstract void converse(Wire wire) throws IOException;

    /** Whether its client gets an answer; where not, what it says of the server's hanging up is a matter of timing. */
    public boolean answers() {
        return this != RAW && this != H2 && this != AMQP;
    }

    private static void smtp(Wire wire) throws IOException {
        while (true) {
            String line = wire.line().toUpperCase(Locale.ROOT);
            if (line.startsWith("EHLO")) {
                wire.say("250-localhost");
                wire.say("250 AUTH PLAIN LOGIN");
            } else if (line.startsWith("QUIT")) {
                wire.say("221 bye");
                return;
            } else if (line.startsWith("AUTH")) {
                wire.say("535 no such user");
            } else {
                wire.say("250 ok");
            }
        }
    }

    private static void imap(Wire wire) throws IOException {
        String line = wire.line();
        while (imapCapability(wire, line, "AUTH=PLAIN")) {
            line = wire.line();
        }
        wire.say(tag(line) + " NO no such user");
    }

    private static boolean imapCapability(Wire wire, String line, String more) throws IOException {
        if (!line.toUpperCase(Locale.ROOT).endsWith(" CAPABILITY")) {
            return false;
        }
        wire.say("* CAPABILITY IMAP4rev1 " + more);
        wire.say(tag(line) + " OK done");
        return true;
    }

    private static String tag(String line) {
        return line.substring(0, Math.max(line.indexOf(' '), 0));
    }

    private static void pop3(Wire wire) throws IOException {
        String line = wire.line();
        while (pop3Capability(wire, line)) {
            line = wire.line();
        }
        wire.say("-ERR no such user");
    }

    private static boolean pop3Capability(Wire wire, String line) throws IOException {
        if (!line.equalsIgnoreCase("CAPA")) {
            return false;
        }
        wire.say("+OK");
        wire.say("STLS");
        wire.say("USER");
        wire.say(".");
        return true;
    }

    private static void ftp(Wire wire) throws IOException {
        while (!wire.line().toUpperCase(Locale.ROOT).startsWith("PASS")) {
            wire.say("331 and the password?");
        }
        wire.say("530 no such user");
    }

    private static void ldap(Wire wire) throws IOException {
        int messageId = ldapMessageId(wire);
        wire.send(0x30, 0x0c, 0x02, 0x01, messageId, 0x61, 0x07, 0x0a, 0x01, 0x31, 0x04, 0x00, 0x04, 0x00);
        // To hang up is the client's part (RFC 4511, 4.3): one that reads on a thread of its own, as JNDI, may hear of
        // our
        // hanging up before the answer.
        wire.awaitEnd();
    }

    /** Reads a message that is not too long for a single octet of length, whose number is not too large for one. */
    private static int ldapMessageId(Wire wire) throws IOException {
        byte[] head = wire.octets(2);
        int length = head[1] & 0xff;
        if (length >= 0x80) {
            byte[] longForm = wire.octets(length & 0x7f);
            length = 0;
            for (byte octet : longForm) {
                length = length << 8 | octet & 0xff;
            }
        }
        byte[] message = wire.octets(length);
        return message[1 + message[1]];
    }
}
