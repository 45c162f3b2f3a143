package org.tlsguard.samples.clients.rpc;

import java.nio.charset.StandardCharsets;
import org.apache.thrift.transport.TSSLTransportFactory;
import org.apache.thrift.transport.TTransport;
import org.tlsguard.samples.clients.plumbing.Caller;
import org.tlsguard.samples.clients.plumbing.Target;

/**
 * Apache Thrift
 *
 * @library org.apache.thrift:libthrift
 * @versions 0.12.0
 * @protocol raw
 * @row default accepts any-name by org.apache.thrift.*
 * @remedy Hand TSocket a socket of your own, with endpoint identification set in its SSLParameters.
 */
public final class Thrift {

    private Thrift() {}

    public static void main(String[] args) {
        Caller.main(args, Thrift::talk);
    }

    private static Object talk(Target target) throws Exception {
        try (TTransport transport = TSSLTransportFactory.getClientSocket(target.host, target.port, 30_000)) {
            transport.write(Target.PASSWORD.getBytes(StandardCharsets.US_ASCII));
            transport.flush();
            return "sent";
        }
    }
}
